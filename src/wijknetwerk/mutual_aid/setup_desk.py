"""What this part of mutual aid registers: desk."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import (
    DeskAsk,
    MenuItem,
    Retention,
    WaitingKind,
    desk_asks,
    event_words,
    member_ended,
    menu,
    personal_data,
    retention,
    role_changed,
    waiting_kinds,
)
from wijknetwerk.mutual_aid import events_desk
from wijknetwerk.mutual_aid.selectors import away_waits
from wijknetwerk.mutual_aid.services import away
from wijknetwerk.networks.access import gives


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.mutual_aid import personal_data_desk

    event_words.update(events_desk.WORDS)
    desk_asks.register("mutual_aid.request", _for_who_calls)
    for code, kind in _KINDS.items():
        waiting_kinds.register(code, kind)
    role_changed.register("mutual_aid.away", away.somebody_left)
    member_ended.register("mutual_aid.away", away.somebody_left)
    personal_data.register("mutual_aid.away", personal_data_desk.AwayData())
    notes = Retention(
        _("What a substitute at the desk had to know"),
        timedelta(days=31),
        _("A month later nobody needs it any more."),
        away.forget_notes,
    )
    retention.register("mutual_aid.away", notes)
    calls = ("networks:desk",)
    menu.register(
        "mutual_aid.desk",
        MenuItem(_("The desk"), "phone-call", _desk, "network", 39, also=calls),
    )


def _for_who_calls(network: Any, _member: tuple[int, UUID]) -> Iterator[DeskAsk]:
    """Who calls about anything may need help too."""
    yield DeskAsk(_("Do they need help?"), address("mutual_aid:request_new", network.slug))


def _desk(_actor: Actor, standing: Standing | None) -> str | None:
    from wijknetwerk.mutual_aid.access import DESK

    if standing is None or not gives(standing, DESK):
        return None
    return address("mutual_aid:desk", standing.slug)


_KINDS = {
    away_waits.ASKED: WaitingKind(
        title=_("Could you keep the desk for %(who)s?"),
        outside=_("A colleague asks you something"),
        button=_("Read and answer"),
        icon="handover",
        url="mutual_aid:away_show",
        still_true=away_waits.still_asked,
        wanted=away_waits.wanted_asked,
    ),
    away_waits.DECLINED: WaitingKind(
        title=_("%(who)s can't keep the desk for you"),
        outside=_("A colleague answered"),
        button=_("Ask somebody else"),
        icon="handover",
        url="mutual_aid:away_show",
        still_true=away_waits.still_declined,
        wanted=away_waits.wanted_declined,
    ),
}
