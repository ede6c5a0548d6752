"""What a page about two neighbours shows, as far as this reader may know of it (rule H1)."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from wijknetwerk.mutual_aid import access, reason_words, week
from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.models import (
    TOGETHER,
    FollowUp,
    Match,
    MatchAct,
    MatchState,
    MatchStep,
    Neighbour,
    ReachedBy,
    Rhythm,
    Side,
    after,
)
from wijknetwerk.mutual_aid.reason_words import Said
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, name_of, phone_of

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


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
class Call:
    """Somebody to call."""

    name: str
    phone: str
    handy: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that can be printed now."""

    side: str
    to: str
    wanted: bool
    """This side hears by post, so it is to be printed."""


@dataclass(frozen=True, slots=True)
class ForDesk:
    """What only the desk reads of a match."""

    request: "UUID"
    said: Said
    why: str
    """Why this helper all the same, in the words of who chose them."""
    how: str
    """How the helper was asked: phone, mail or letter."""
    call: Call
    """Whom to call for the answer that is waited for."""
    letters: list[Letter]
    steps: list[StepShown]
    lacks_told: bool


@dataclass(frozen=True, slots=True)
class MatchPage:
    """A page about two neighbours; `side` is None for the desk."""

    side: Side | None
    state: str
    state_words: str
    possible: frozenset[str]
    told: str
    kind: str
    when: str
    often: str
    """Both empty where nobody said so."""
    asker: Other | None
    helper: Other | None
    meet_on: date | None
    meet_with: str
    lapse_on: date | None
    began_on: date | None
    ended_on: date | None
    outcome: str
    desk: ForDesk | None
    is_together: bool
    is_over: bool


def match_page(hand: Hand) -> MatchPage:
    """What this hand may read of the match, and what it can do now."""
    match, side = hand.match, hand.side
    possible = {act.value for act in hand.may if after(match.state, act) is not None}
    waits = match.state in _WAITING
    return MatchPage(
        side=side,
        state=match.state,
        state_words=match.get_state_display(),
        possible=frozenset(possible - {MatchAct.LAPSE, MatchAct.RAN}),
        told=match.told.read() or (match.request.told.read() if side is None else ""),
        kind=kinds.title_of(kinds.all_of(match.network), match.request.kind),
        when=week.spoken(match.request.parts) if match.request.parts else "",
        often=str(Rhythm(match.request.rhythm).label) if match.request.rhythm else "",
        asker=_other(match, match.request.asker, side, Side.ASKER),
        helper=_other(match, match.offer.helper, side, Side.HELPER),
        meet_on=match.meet_on,
        meet_with=match.meet_with.person.name if match.meet_with else "",
        lapse_on=match.lapse_on if waits else None,
        began_on=match.began_on,
        ended_on=match.ended_on,
        outcome=match.outcome.read(),
        desk=_for_desk(match) if side is None else None,
        is_together=match.state in TOGETHER,
        is_over=match.state in (MatchState.ENDED, MatchState.CLOSED),
    )


_WAITING = (MatchState.ASKED, MatchState.WILLING)


def _for_desk(match: Match) -> ForDesk:
    sides = ((Side.HELPER, match.offer.helper), (Side.ASKER, match.request.asker))
    letters = [
        Letter(side.value, name_of(row), _by_letter(match, side, row))
        for side, row in sides
        if letter_for(match, side)
    ]
    return ForDesk(
        request=match.request.uuid,
        said=reason_words.said(reason_words.from_json(match.reasons)),
        why=match.why.read(),
        how=match.asked_how,
        call=_to_call(match),
        letters=letters,
        steps=_steps(match),
        lacks_told=match.state == MatchState.SUGGESTED and match.request.told_approved_at is None,
    )


def _by_letter(match: Match, side: Side, row: Neighbour) -> bool:
    if match.state == MatchState.ASKED and side == Side.HELPER:
        return match.asked_how == ReachedBy.LETTER
    return row.reached_by == ReachedBy.LETTER


def _to_call(match: Match) -> Call:
    """Whose answer is waited for. For an asker, whom they said to call."""
    if match.state != MatchState.WILLING:
        helper = match.offer.helper
        return Call(name_of(helper), phone_of(helper), helper.handy.read())
    asker, request = match.request.asker, match.request
    if instead := request.call_phone.read():
        return Call(request.call_name.read() or name_of(asker), instead)
    return Call(name_of(asker), phone_of(asker), asker.handy.read())


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


def letter_for(match: Match, side: Side) -> bool:
    """Whether there is something to write to this side as things stand."""
    if match.state == MatchState.ASKED:
        return side == Side.HELPER
    if match.state == MatchState.WILLING:
        return side == Side.ASKER
    return match.state in (*TOGETHER, MatchState.ENDED)


def went_no_further(match: Match) -> bool:
    """Whether nothing came of it, so that the next one is looked for."""
    return match.state == MatchState.CLOSED


def asked_words(match: Match) -> str:
    """What is said to the desk when a helper was asked: what is left to do."""
    words = {
        ReachedBy.PHONE: _("Call %(who)s now, and note the answer here."),
        ReachedBy.MAIL: _("%(who)s gets a mail. You see the answer here."),
        ReachedBy.LETTER: _("Print the letter for %(who)s now."),
    }
    return words[ReachedBy(match.asked_how)] % {"who": name_of(match.offer.helper)}
