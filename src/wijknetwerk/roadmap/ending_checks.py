"""What happens to questions to ourselves when a network stops (rule N6): those that are open close
by themselves, and the archive keeps what came out, without anybody's answers."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import EndingPart, endings
from wijknetwerk.core.registries.endings import Ending
from wijknetwerk.core.templating import date_words
from wijknetwerk.notices.services import waiting
from wijknetwerk.roadmap import check_words
from wijknetwerk.roadmap.models import CheckRound
from wijknetwerk.roadmap.services.checks import TO_ANSWER


def register() -> None:
    """Called once, when the app is ready."""
    part = EndingPart(_("Questions to ourselves"), 46, _tell, _act, keep=_keep)
    endings.register("route.checks", part)


def _tell(network: Any) -> Sequence[str | Promise]:
    count = _open(network).count()
    text = ngettext("One list of questions is open.", "%(num)s lists of questions are open.", count)
    return [text % {"num": count}] if count else []


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    """Close what is open at a stop; answers that were given stay."""
    if what is not Ending.STOP:
        return
    for asked in _open(network).select_for_update():
        asked.closed_on = max(clock.today(), asked.opened_on)
        asked.save(update_fields=["closed_on"])
        waiting.done(kind=TO_ANSWER, subject=asked.uuid)


def _keep(network: Any) -> Mapping[str, Any]:
    rows = CheckRound.objects.filter(network=network).order_by("opened_on", "pk")
    return {
        f"{check_words.of(row.kind).title} ({date_words(row.opened_on, weekday=False)})": (
            row.get_outcome_display()
        )
        for row in rows
    }


def _open(network: Any) -> Any:
    return CheckRound.objects.filter(network=network, closed_on=None)
