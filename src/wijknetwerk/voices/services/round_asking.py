"""Telling people of a round of dots.

When somebody voted stays unknown: what waited is closed as of the last day (decision 0017).
"""

from datetime import UTC, datetime, time

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services import waiting
from wijknetwerk.voices.models import PriorityRound
from wijknetwerk.voices.selectors.round_waits import (
    ASKED,
    READY,
    of_asking,
    of_ready,
    old_results,
)


def ask_everybody(actor: Actor, round: PriorityRound) -> None:
    """It is good to know for all members that their dots are asked."""
    for wanted in of_asking(round):
        waiting.wait(actor=actor, kind=ASKED, wanted=wanted)


def voted(round: PriorityRound, person_id: int) -> None:
    """Somebody voted: nothing waits for them any more, and no time stands beside it."""
    day = round.until_on or clock.today()
    at = datetime.combine(day, time(), tzinfo=UTC)
    waiting.done(kind=ASKED, subject=round.uuid, person_id=person_id, at=at)


def closed(actor: Actor, round: PriorityRound) -> None:
    """Nobody is asked any more; who arranged it brings the result to the wall."""
    waiting.done(kind=ASKED, subject=round.uuid)
    if round.opened_by.holds_on(clock.today()):
        waiting.wait(actor=actor, kind=READY, wanted=of_ready(round))


def forget_old_results() -> None:
    """A result that was there for a month is no news any more."""
    for uuid in old_results():
        waiting.done(kind=READY, subject=uuid)
