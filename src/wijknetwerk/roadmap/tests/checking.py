"""What the tests of the questions to ourselves share: asking, answering and closing as somebody."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Membership, Organisation, Partner
from wijknetwerk.roadmap import access, selectors, services
from wijknetwerk.roadmap.models import CheckRound, CheckSheet
from wijknetwerk.roadmap.services import Answers, Closing, Said


def opened(cast: Cast, kind: str = "readiness", *, who: str = "dewi", asked: Any = None) -> UUID:
    """Ask a list of questions in De Linde; the reference of the round."""
    actor = cast.actor(who)
    with scope.acting(actor):
        found: CheckRound = services.open_round(
            actor=actor, network=cast.linde, kind=kind, asked=asked
        )
        return found.uuid


def answered(
    cast: Cast,
    who: str,
    uuid: UUID,
    said: Mapping[str, str | Said],
    *,
    voice: str | None = None,
    read: int = 0,
) -> CheckSheet:
    """Answer as somebody of the cast, by default in the likeliest name."""
    actor = cast.actor(who)
    with scope.acting(actor):
        voices = access.answerer(actor, cast.linde).voices
        words = {code: Said(what) if isinstance(what, str) else what for code, what in said.items()}
        return services.answer(
            actor=actor,
            network=cast.linde,
            round_uuid=uuid,
            answers=Answers(words, voice or voices[0], read),
        )


def closed(cast: Cast, uuid: UUID, decision: str = "We praten.", **more: Any) -> CheckRound:
    """Close a round as the coordinator."""
    actor = cast.actor("dewi")
    with scope.acting(actor):
        return services.close_round(
            actor=actor, network=cast.linde, round_uuid=uuid, closing=Closing(decision, **more)
        )


def compared(cast: Cast, uuid: UUID) -> selectors.Comparison:
    """The comparison of a round, as the coordinator reads it."""
    actor = cast.actor("dewi")
    with scope.acting(actor):
        asked = access.round_for(actor, cast.linde, uuid)
        before = selectors.sheets_of(cast.linde, access.round_before(asked))
        return selectors.compare(asked, selectors.sheets_of(cast.linde, asked.pk), before)


def in_practice(cast: Cast, who: str) -> None:
    """From now on somebody of the cast takes part for a general practice."""
    with scope.acting(SYSTEM):
        practice = Organisation.objects.create(name="Praktijk De Brug", kind="general_practice")
        since = cast.members[who].from_on
        partner = Partner.objects.create(network=cast.linde, organisation=practice, from_on=since)
        rows = Membership.objects.filter(pk=cast.members[who].pk)
        rows.update(partner=partner, organisation=practice)
