"""What was agreed, as a hand may read it, in plain words."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import BigIntegerField, Case, IntegerField, Q, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.selectors.paging import Paged, counting, paged_by
from wijknetwerk.plans import access_noting
from wijknetwerk.plans.access import Hand, asked
from wijknetwerk.plans.access_agreements import own_of_talks, owns, reads
from wijknetwerk.plans.access_lists import shown_rows
from wijknetwerk.plans.decision import Way
from wijknetwerk.plans.models import (
    Agreement,
    AgreementAct,
    AgreementState,
    AgreementStep,
    agreement_after,
)
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.selectors.lines import money_until
from wijknetwerk.privacy.purposes import Deed

_WHO = ("place__membership__person", "place__membership__organisation", "place__organisation")
SHOWN = 20
OPEN_STATES = [state for state in AgreementState if state not in ("done", "dropped")]


@dataclass(frozen=True, slots=True)
class AgreementShown:
    """One agreement, for who may read it."""

    uuid: UUID
    what: str
    who: str
    party: str
    due_on: date
    state: str
    state_words: str | Promise
    done_on: date | None
    is_open: bool
    is_late: bool
    money: bool
    version: int
    acts: frozenset[str]
    """What this reader may do with it now."""
    is_mailed: bool
    """Somebody by name, who gets a reminder by mail."""


@dataclass(frozen=True, slots=True)
class StepShown:
    """What happened with it."""

    at: datetime
    what: str | Promise
    words: str
    due_before: date | None
    who: str


def shown(hand: Hand, page: str = "", *, notes: bool = False) -> Paged[AgreementShown]:
    """One page of what this hand may read, the earliest day first, what is over at the end; one
    query, and only these are deciphered. `notes`: this is the contact person, who notes what the
    resident says."""
    own = own_of_talks(hand)
    of_parts = not (own or hand.named(Agreement.THING))

    def read(start: int) -> list[Agreement]:
        if of_parts and start == 0:
            return _of_parts(_LISTED, hand, SHOWN)
        rows = Agreement.objects.filter(_seen(hand, own), plan=hand.plan)
        return list(_listed(rows)[start : start + SHOWN])

    found = paged_by(read, page, SHOWN)
    return found.map(lambda row: as_shown(hand, row, notes=notes, of_talks=own))


def _listed(rows: QuerySet[Any]) -> QuerySet[Any]:
    is_over = Case(When(state__in=OPEN_STATES, then=0), default=1, output_field=IntegerField())
    return counting(rows).select_related(*_WHO).order_by(is_over, "due_on", "pk")


def coming(hand: Hand, most: int, *, notes: bool = False) -> Sequence[AgreementShown]:
    """The first of what is still to do, for the first page; only these are deciphered."""
    own = own_of_talks(hand)
    rows: Iterable[Agreement]
    if own or hand.named(Agreement.THING):
        rows = _coming(Agreement.objects.filter(_seen(hand, own), plan=hand.plan))[:most]
    else:
        rows = _of_parts(_COMING, hand, most)
    return [as_shown(hand, row, notes=notes, of_talks=own) for row in rows]


def _coming(rows: QuerySet[Any]) -> QuerySet[Any]:
    still = rows.filter(state__in=OPEN_STATES)
    return still.select_related(*_WHO).order_by("due_on", "pk")


def _kept(order: Callable[[QuerySet[Any]], QuerySet[Any]]) -> Statement:
    """Of whole parts the statement is the same for everybody."""

    def first(opens: bool, money: bool, most: int) -> QuerySet[Any]:
        rows = Agreement.objects.filter(plan=Slot("plan", BigIntegerField()))
        return order(rows.filter(shown_rows(opens=opens, money=money)))[:most]

    return Statement(first)


_COMING, _LISTED = _kept(_coming), _kept(_listed)


def _of_parts(kept: Statement, hand: Hand, most: int) -> list[Agreement]:
    parts = hand.parts & {Part.AGREEMENTS, Part.MONEY}
    if not parts:
        return []
    shape = Part.AGREEMENTS in parts, Part.MONEY in parts, most
    return asked(hand, kept, *shape)


def as_shown(
    hand: Hand, row: Agreement, *, notes: bool = False, of_talks: Collection[int] = ()
) -> AgreementShown:
    """One row, that this hand may read."""
    row.plan = hand.plan
    return AgreementShown(
        uuid=row.uuid,
        what=row.what.read(),
        who=name_of(row, mine=hand.is_resident),
        party=party_of(row),
        due_on=row.due_on,
        state=row.state,
        state_words=words_of(row.state, mine=hand.is_resident),
        done_on=row.done_on,
        is_open=row.is_open,
        is_late=row.is_late_on(clock.today()),
        money=row.money,
        version=row.version,
        acts=frozenset(_acts(hand, row, notes, of_talks)),
        is_mailed=row.owner == "named" and bool(row.owner_mail),
    )


def words_of(state: str, *, mine: bool) -> str | Promise:
    """How it stands, as its reader says it."""
    if mine and state == AgreementState.MADE:
        return _("waits for your yes")
    if mine and state == AgreementState.SENT_BACK:
        return _("you said: this is not right")
    return AgreementState(state).label


def mail_of(hand: Hand, row: Agreement) -> str:
    """Where somebody by name gets a reminder: for who decides about it, or writes it."""
    may = hand.decides([row.part]) or hand.may(row.part, Deed.WRITE, one(row.THING, row.uuid))
    return row.owner_mail.read() if may else ""


def name_of(row: Agreement, *, mine: bool) -> str:
    """Who does it, as its reader says it."""
    if row.place is not None:
        member = row.place.membership
        name: str = member.person.name if member else row.place.name.read()
    elif row.owner == "named":
        name = row.owner_name.read()
    else:
        name = _("You yourself") if mine else row.plan.resident.name
    return name


def steps(hand: Hand, row: Agreement) -> Sequence[StepShown]:
    """What happened with it, latest first; since it was about money for who sees none of that."""
    rows, mine = AgreementStep.objects.filter(agreement=row), hand.is_resident
    if until := money_until(hand, row.uuid):
        rows = rows.filter(at__gt=until)
    return [
        StepShown(
            at=step.at,
            what=_said(step, mine=mine and step.written_by_id == row.plan.resident_id),
            words=step.words.read(),
            due_before=step.due_before,
            who=step.written_by.name if step.written_by else _("from a link"),
        )
        for step in rows.select_related("written_by").order_by("-at", "-pk")
    ]


def _said(step: AgreementStep, *, mine: bool) -> str | Promise:
    if mine and step.act == AgreementAct.AGREE:
        return _("You said: this is right")
    if mine and step.act == AgreementAct.WRONG:
        return _("You said: this is not right")
    return AgreementAct(step.act).label


def note(hand: Hand, row: Any, event: str) -> None:
    """A look at one thing, on record before it is shown."""
    is_agreement = isinstance(row, Agreement)
    thing = one(row.THING, row.uuid)
    verdict = reads(hand, row) if is_agreement else hand.may(row.part, Deed.READ, thing)
    log.look(
        hand.actor,
        "plans.emergency_read" if verdict.way == Way.EMERGENCY else event,
        row,
        client=hand.resident_uuid,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=row.part.value,
    )


def choices_of_owners(hand: Hand) -> list[tuple[str, str]]:
    """Who of the circle could do it, for who may see the circle."""
    if not hand.may(Part.CIRCLE):
        return [(str(place.uuid), _("I do this")) for place in hand.known.places]
    rows = sorted(people.here(hand), key=lambda one: not one.is_contact)
    return [(str(uuid), name) for uuid, name in people.named(rows)]


def party_of(row: Agreement) -> str:
    """For which party its owner is in the circle; '' for none."""
    return str(row.place.organisation or "") if row.place is not None else ""


def _acts(hand: Hand, row: Agreement, notes: bool, of_talks: Collection[int]) -> set[str]:
    if not hand.plan.is_open:
        return set()
    able = {act for act in AgreementAct if agreement_after(row.state, act) is not None}
    thing = one(row.THING, row.uuid)
    writes = bool(hand.may(row.part, Deed.WRITE, thing))
    does = writes or owns(hand, row, of_talks)
    says = hand.decides([row.part]) or notes
    if says and not hand.is_resident and row.place is not None:
        row.place.network = hand.plan.network
        own = access_noting.is_close_to(hand.actor, row.place)
        able -= {AgreementAct.AGREE} if own else set()
    may: set[AgreementAct] = set()
    if writes:
        may |= {AgreementAct.CHANGE}
    if does:
        may |= {AgreementAct.DONE, AgreementAct.MOVE, AgreementAct.DROP}
    if says:
        may |= {AgreementAct.AGREE, AgreementAct.WRONG}
    return {act.value for act in able & may}


def _seen(hand: Hand, own: Collection[int]) -> Q:
    parts = hand.parts
    opens, money = Part.AGREEMENTS in parts, Part.MONEY in parts
    named = hand.named(Agreement.THING)
    return Q(pk__in=own) | shown_rows(opens=opens, money=money, named=named)
