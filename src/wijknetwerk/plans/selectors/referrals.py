"""What was asked of parties, as a hand may read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.core.templating import date_words
from wijknetwerk.plans import access_noting
from wijknetwerk.plans.access import Hand, Way, asked
from wijknetwerk.plans.access_lists import shown_rows
from wijknetwerk.plans.decision import NEED_A_TASK
from wijknetwerk.plans.models import (
    Need,
    Referral,
    ReferralAct,
    ReferralState,
    referral_after,
)
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.selectors import people, words
from wijknetwerk.privacy.purposes import Deed


@dataclass(frozen=True, slots=True)
class ReferralShown:
    """One of them, for who may read it."""

    uuid: UUID
    what: str
    who: str
    party: str
    state: str
    state_words: str | Promise
    asked_on: date | None
    ended_on: date | None
    answer: str
    task: str
    """For a municipality: the article on which it rests."""
    sentence: str
    """How it stands, as this reader says it."""
    acts: frozenset[str]


def shown(hand: Hand, *, notes: bool = False) -> Sequence[ReferralShown]:
    """Everything this hand may read, what runs first; one query."""
    named, parts = hand.named(Referral.THING), hand.parts
    shape = Part.NEEDS in parts, Part.MONEY in parts
    if named:
        rows = list(_whole(*shape, named, plan=hand.plan))
    else:  # of whole parts the statement is the same for everybody
        rows = asked(hand, _OF_PARTS, *shape) if any(shape) else []
    found = [as_shown(hand, row, notes=notes) for row in rows]
    return sorted(found, key=lambda one: one.ended_on is not None)


def _whole(opens: bool, money: bool, named: Iterable[str] = (), *, plan: Any) -> QuerySet[Any]:
    seen = shown_rows(opens=opens, money=money, named=named)
    rows = Referral.objects.filter(seen, plan=plan).select_related(
        "place__membership__person", "place__membership__organisation", "place__organisation"
    )
    return rows.order_by("pk")


_OF_PARTS = Statement(partial(_whole, plan=Slot("plan", BigIntegerField())))


def as_shown(hand: Hand, row: Any, *, notes: bool = False) -> ReferralShown:
    """One row, that this hand may read."""
    member = row.place.membership
    return ReferralShown(
        uuid=row.uuid,
        what=row.what.read(),
        who=member.person.name if member else "",
        party=str(row.place.organisation or ""),
        state=row.state,
        state_words=_("waits for your yes")
        if hand.is_resident and row.state == ReferralState.PROPOSED
        else ReferralState(row.state).label,
        asked_on=row.asked_on,
        ended_on=row.ended_on,
        answer=row.answer.read(),
        task=row.task.read(),
        sentence=_sentence(hand, row, member.person.name if member else _("this person")),
        acts=frozenset(_acts(hand, row, notes)),
    )


def choices(hand: Hand) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Needs that this hand may write, and who is in the circle for a party; two queries."""
    rows = words.lines(hand, Need)
    mine = [
        (str(row.uuid), row.text.read()[:80])
        for row in rows
        if hand.may(row.part, Deed.WRITE, one(Need.THING, row.uuid))
    ]
    places = [one for one in people.here(hand) if one.organisation and one.membership]
    return mine, [(str(uuid), name) for uuid, name in people.named(places)]


def asks_task(hand: Hand) -> bool:
    """Whether somebody of a party that needs a task of the law could be asked."""
    parties = (one.organisation for one in people.here(hand) if one.membership)
    return any(party.kind in NEED_A_TASK for party in parties if party)


def _sentence(hand: Hand, row: Referral, who: str) -> str:
    mine = row.place.uuid in {place.uuid for place in hand.known.places}
    own = hand.is_resident
    days = {"who": who, "day": date_words(row.asked_on, weekday=False) if row.asked_on else ""}
    said: dict[str, str] = {
        ReferralState.PROPOSED: _("It waits for your yes. %(who)s reads nothing yet.")
        if own
        else _("It waits for the resident's yes. %(who)s reads nothing yet."),
        ReferralState.ASKED: _("You are asked this. Say whether you take it up.")
        if mine
        else _("Asked on %(day)s. %(who)s did not answer yet."),
        ReferralState.ACCEPTED: _("You took this up. Say here when it is done, and how it went.")
        if mine
        else _("%(who)s takes this up."),
        ReferralState.REFUSED: _("%(who)s can't take this up, and reads it no more."),
        ReferralState.DONE: _("It is done. %(who)s reads it no more."),
        ReferralState.STOPPED: _("You stopped this. %(who)s reads it no more.")
        if own
        else _("The resident stopped this."),
    }
    return said[row.state] % days


def _acts(hand: Hand, row: Referral, notes: bool) -> set[str]:
    if not hand.plan.is_open:
        return set()
    able = {act for act in ReferralAct if referral_after(row.state, act) is not None}
    may: set[ReferralAct] = set()
    if hand.decides([row.part]) or notes:
        may |= {ReferralAct.STOP}
    row.place.network = hand.plan.network
    theirs = access_noting.is_close_to(hand.actor, row.place)
    if hand.is_resident or ((hand.decides([row.part]) or notes) and not theirs):
        may |= {ReferralAct.YES}
    mine = row.place.uuid in {place.uuid for place in hand.known.places}
    verdict = hand.may(row.part, Deed.WRITE, one(row.THING, row.uuid))
    if mine and verdict.way == Way.CIRCLE:
        may |= {ReferralAct.ACCEPT, ReferralAct.REFUSE, ReferralAct.FINISH}
    return {act.value for act in able & may}
