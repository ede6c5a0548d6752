"""Agreements: made, back to the resident, followed until done or let go (rule P7). By one table
(`models.agreement.NEXT`); who may do what stands in `_require`."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log, tokens
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import facts
from wijknetwerk.plans import access, access_agreements, access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_agreements import LINK, LinkHand, agreement_for, owns
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import (
    Agreement,
    AgreementAct,
    AgreementState,
    CameFrom,
    CircleMember,
    Owner,
    PlaceState,
    agreement_after,
)
from wijknetwerk.plans.parts import Part, one, part_of
from wijknetwerk.plans.services import agreement_waits, news
from wijknetwerk.plans.services.agreement_steps import address_of, keep_earlier, keep_step
from wijknetwerk.plans.services.chosen import choose_for
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy.purposes import Deed

LONGEST = 500


@dataclass(frozen=True, slots=True)
class Who:
    """Who does it: the resident, or somebody of the circle, or somebody by name."""

    place: UUID | None = None
    name: str = ""
    mail: str = ""
    """Where somebody by name gets a reminder, once the resident said yes to it."""

    @property
    def kind(self) -> Owner:
        """Which of the three."""
        if self.place is not None:
            return Owner.CIRCLE
        return Owner.NAMED if self.name.strip() else Owner.RESIDENT


@dataclass(frozen=True, slots=True)
class Deal:
    """What is agreed: what, by when, by whom, and where that was."""

    what: str
    due_on: date
    who: Who = field(default_factory=Who)
    money: bool = False
    need: UUID | None = None
    conference: UUID | None = None


@transaction.atomic
def make(*, hand: Hand, deal: Deal) -> Agreement:
    """A new agreement. Of the resident it counts at once; of others it goes to the resident first.
    From a need, that need says so. NotAllowed, NotFound, PlanClosed, InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        hand.require(part_of(Part.AGREEMENTS, money=deal.money), Deed.WRITE)
        require_open(hand)
        row = Agreement.of(hand.plan, written_by_id=hand.actor.own_id, due_on=_future(deal.due_on))
        row.what, row.money = checked(deal.what), deal.money
        _put_owner(row, deal.who)
        row.came_from, row.source = _source(deal)
        mine = hand.decides([row.part])
        row.state = AgreementState.AGREED if mine else AgreementState.MADE
        row.save()
        row.network, row.plan = hand.plan.network, hand.plan
        if deal.need is not None:
            choose_for(hand, deal.need, row)
        _record(hand, "plans.agreement_made", row, action=Action.CREATE)
        _after(hand, row)
        return row


@transaction.atomic
def agree(*, hand: Hand, uuid: UUID) -> Agreement:
    """The resident says that it is right; also who decides for them, or noted for who can't sign
    in by the contact person, but not of what they or their own party do. NotAllowed, NotYours."""
    return _do(hand, uuid, AgreementAct.AGREE)


@transaction.atomic
def wrong(*, hand: Hand, uuid: UUID, words: str) -> Agreement:
    """'Dit klopt niet': the resident sends it back, in their own words; also of what is done."""
    return _do(hand, uuid, AgreementAct.WRONG, words=checked(words))


@transaction.atomic
def done(*, hand: Hand, uuid: UUID, words: str = "") -> Agreement:
    """Ticked, by who does it or who may write; what was said of it may stand beside it."""
    return _do(hand, uuid, AgreementAct.DONE, words=words.strip()[:LONGEST])


@transaction.atomic
def move(*, hand: Hand, uuid: UUID, to: date, reason: str) -> Agreement:
    """To another day, with a reason. It goes back to the resident."""
    return _do(hand, uuid, AgreementAct.MOVE, words=checked(reason), to=_future(to))


@transaction.atomic
def drop(*, hand: Hand, uuid: UUID, reason: str) -> Agreement:
    """Let go, with a reason that the resident reads."""
    return _do(hand, uuid, AgreementAct.DROP, words=checked(reason))


@transaction.atomic
def change(*, hand: Hand, uuid: UUID, deal: Deal, read_version: int) -> Agreement:
    """Other words, another owner or day, after the resident said that it wasn't right, or before.
    Stale when somebody changed it since it was read."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = agreement_for(hand, uuid)
        _require(hand, row, AgreementAct.CHANGE)
        money = access.is_money(hand, row, deal.money)
        if not hand.may(part_of(Part.AGREEMENTS, money=money), Deed.WRITE, one(row.THING, uuid)):
            raise NotAllowed
        if row.version != read_version:
            raise Stale
        keep_earlier(row)
        before = row.due_on
        row.what, row.money, row.due_on = checked(deal.what), money, _future(deal.due_on)
        _put_owner(row, deal.who)
        return _step(hand, row, AgreementAct.CHANGE, before=before)


@transaction.atomic
def tick(*, link: LinkHand) -> None:
    """Done, by who holds the link of this one agreement. AgreementLinkOver."""
    link = access_agreements.link_locked(link)
    row = link.agreement
    row.state, row.done_on = _next(row, AgreementAct.DONE), clock.today()
    row.version += 1
    row.save()
    keep_step(row, AgreementAct.DONE, by_link=True)
    log.record(
        link.actor,
        "plans.agreement_ticked",
        row,
        client=row.plan.resident.uuid,
        consent=link.consent,
        purpose=link.purpose,
        checks=link.checks,
    )
    _tidy(row)


def _do(
    hand: Hand, uuid: UUID, act: AgreementAct, *, words: str = "", to: date | None = None
) -> Agreement:
    with access.reach(hand.plan):
        hand = access.locked(hand)
        row = agreement_for(hand, uuid)
        _require(hand, row, act)
        before = row.due_on
        row.due_on = to or row.due_on
        return _step(hand, row, act, words=words, before=before if to else None)


def _require(hand: Hand, row: Agreement, act: AgreementAct) -> None:
    """Who may. The resident's yes and no are the resident's; ticking, moving and letting go are of
    who does it too."""
    thing = one(row.THING, row.uuid)
    if act in (AgreementAct.AGREE, AgreementAct.WRONG):
        _require_says(hand, row, act)
    elif not hand.may(row.part, Deed.WRITE, thing) and (
        act == AgreementAct.CHANGE or not owns(hand, row)
    ):
        raise NotAllowed  # who got here reads it
    require_open(hand)


def _require_says(hand: Hand, row: Agreement, act: AgreementAct) -> None:
    if hand.is_resident:
        return
    if not (hand.decides([row.part]) or access_noting.notes_for(hand)):
        raise NotAllowed
    own = row.place is not None and access_noting.is_close_to(hand.actor, row.place)
    if act == AgreementAct.AGREE and own:
        raise NotYours


def _step(
    hand: Hand, row: Agreement, act: AgreementAct, *, words: str = "", before: date | None = None
) -> Agreement:
    to = _next(row, act)
    if to == AgreementState.MADE and hand.decides([row.part]):
        to = AgreementState.AGREED
    row.state, row.done_on = to, clock.today() if to == AgreementState.DONE else None
    row.version += 1
    row.save()
    keep_step(row, act, words=words, before=before, by=hand.actor.own_id)
    _record(hand, _EVENTS[act], row)
    _after(hand, row)
    return row


def _next(row: Agreement, act: AgreementAct) -> AgreementState:
    to = agreement_after(row.state, act)
    if to is None:
        raise InvalidInput(_("This can't be done with this agreement any more."))
    return to


def _put_owner(row: Agreement, who: Who) -> None:
    before = row.place_id
    row.owner, row.owner_name, row.owner_mail, row.place = who.kind, "", "", None
    if who.place is not None:
        places = CircleMember.objects.select_related("membership__person", "organisation")
        row.place = places.filter(plan=row.plan_id, uuid=who.place, state=PlaceState.IN).first()
        if row.place is None:
            raise NotFound
    elif who.kind == Owner.NAMED:
        row.owner_name, row.owner_mail = who.name.strip()[:120], address_of(who.mail)
    if (
        row.place_id != before or row.place is None
    ):  # a link of before was another's: it ends, and this one is reminded
        row.reminded_for = None


def _source(deal: Deal) -> tuple[CameFrom, UUID | None]:
    if deal.need is not None:
        return CameFrom.NEED, deal.need
    if deal.conference is not None:
        return CameFrom.CONFERENCE, deal.conference
    return CameFrom.ITSELF, None


def _future(day: date) -> date:
    if day < clock.today():
        raise InvalidInput(_("Choose today or a later day."))
    return day


def checked(text: str) -> str:
    """Words of one agreement, trimmed. InvalidInput without any, or far too many."""
    words = text.strip()
    if not words or len(words) > LONGEST:
        raise InvalidInput(_("Write it in one or two plain sentences."))
    return words


def _after(hand: Hand, row: Agreement) -> None:
    _tidy(row)
    news.soon(hand, row.part)


def _tidy(row: Agreement) -> None:
    """Links of before end, what waits follows, and the network is counted anew."""
    if not access_agreements.may_tick(row.plan, row) or row.reminded_for != row.due_on:
        tokens.end_tokens(purpose=LINK, subject=row.uuid)
    agreement_waits.refresh(row)
    facts.count_soon(row.network_id)


_EVENTS = {
    AgreementAct.AGREE: "plans.agreement_agreed",
    AgreementAct.WRONG: "plans.agreement_wrong",
    AgreementAct.CHANGE: "plans.agreement_changed",
    AgreementAct.MOVE: "plans.agreement_moved",
    AgreementAct.DONE: "plans.agreement_done",
    AgreementAct.DROP: "plans.agreement_dropped",
}


def _record(hand: Hand, event: str, row: Agreement, **more: Any) -> None:
    thing = one(row.THING, row.uuid)
    verdict = hand.may(row.part, Deed.WRITE, thing) or access_agreements.reads(hand, row)
    log.record(
        hand.actor,
        event,
        row,
        client=hand.resident_uuid,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=row.part.value,
        **more,
    )
