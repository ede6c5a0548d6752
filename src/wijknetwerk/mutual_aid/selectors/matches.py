"""What a page about two neighbours shows, as far as this reader may know of it (rule H1)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wijknetwerk.mutual_aid import access, week
from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    FollowUp,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    Neighbour,
    Side,
    after,
)
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, name_of, phone_of

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Other:
    """The other side, for who may know: the first name, and how to reach them while together."""

    name: str
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class StepShown:
    """One thing that happened, for the desk."""

    words: str
    at: "datetime"
    how: str
    by: str


@dataclass(frozen=True, slots=True)
class MatchPage:
    """A page about two neighbours; `side` is None for the desk."""

    match: Match
    side: Side | None
    state: str
    possible: frozenset[str]
    told: str
    kind: str
    when: str
    asker: Other | None
    helper: Other | None
    meet_on: date | None
    meet_with: str
    steps: list[StepShown]
    is_together: bool
    is_over: bool


def match_page(hand: Hand) -> MatchPage:
    """What this hand may read of the match, and what it can do now."""
    match, side = hand.match, hand.side
    possible = {act.value for act in hand.may if after(match.state, act) is not None}
    return MatchPage(
        match=match,
        side=side,
        state=match.state,
        possible=frozenset(possible - {MatchAct.LAPSE}),
        told=match.told.read() or (match.request.told.read() if side is None else ""),
        kind=match.request.kind,
        when=week.spoken(match.request.parts),
        asker=_other(match, match.request.asker, side, Side.ASKER),
        helper=_other(match, match.offer.helper, side, Side.HELPER),
        meet_on=match.meet_on,
        meet_with=match.meet_with.person.name if match.meet_with else "",
        steps=_steps(match) if side is None else [],
        is_together=match.state in TOGETHER,
        is_over=match.state in (MatchState.ENDED, MatchState.CLOSED),
    )


def _other(match: Match, row: Neighbour, reader: Side | None, whose: Side) -> Other | None:
    """One side as the reader may know it. The desk reads all; a side its own name, the first name
    of a helper who would like to, and everything of the other while both are together."""
    if reader is None or access.may_reach(match) or reader == whose:
        return Other(name_of(row), phone_of(row), row.address.read())
    if whose == Side.HELPER:
        return Other(first_name_of(row))
    return None


def _steps(match: Match) -> list[StepShown]:
    rows = MatchStep.objects.filter(match=match).select_related("by").order_by("-at", "-pk")
    return [
        StepShown(
            row.get_act_display(), row.at, row.get_how_display(), row.by.name if row.by else ""
        )
        for row in rows
    ]


def open_checks(match: Match) -> bool:
    """Whether a check of this match waits for an answer."""
    rows = FollowUp.objects.filter(match=match, answered_at=None, skipped_at=None)
    return rows.exists()
