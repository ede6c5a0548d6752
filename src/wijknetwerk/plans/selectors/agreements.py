"""What was agreed, as a hand may read it, in plain words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, Q, When
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.networks.selectors.paging import Paged, paged
from wijknetwerk.plans import access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_agreements import LinkHand, Watch, own_of_talks, owns, reads
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
from wijknetwerk.privacy import selectors as privacy
from wijknetwerk.privacy.purposes import PLAN_WATCH, Deed

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


@dataclass(frozen=True, slots=True)
class WatchedRow:
    """All that who watches sees of one agreement."""

    party: str
    due_on: date
    is_done: bool


@dataclass(frozen=True, slots=True)
class LinkCard:
    """All that a link shows."""

    what: str
    due_on: date
    is_late: bool
    network: Any
    block: str
    """The same as plain text, for an own file."""


def shown(hand: Hand, page: str = "", *, notes: bool = False) -> Paged[AgreementShown]:
    """One page of what this hand may read, the earliest day first, what is over at the end; one
    query, and only these are deciphered. `notes`: this is the contact person, who notes what the
    resident says."""
    is_over = Case(When(state__in=OPEN_STATES, then=0), default=1, output_field=IntegerField())
    own = own_of_talks(hand)
    rows = Agreement.objects.filter(_seen(hand, own), plan=hand.plan).select_related(*_WHO)
    found = paged(rows.order_by(is_over, "due_on", "pk"), page, SHOWN)
    return found.map(lambda row: as_shown(hand, row, notes=notes, of_talks=own))


def coming(hand: Hand, most: int, *, notes: bool = False) -> Sequence[AgreementShown]:
    """The first of what is still to do, for the first page; only these are deciphered."""
    own = own_of_talks(hand)
    rows = Agreement.objects.filter(_seen(hand, own), plan=hand.plan, state__in=OPEN_STATES)
    rows = rows.select_related(*_WHO).order_by("due_on", "pk")[:most]
    return [as_shown(hand, row, notes=notes, of_talks=own) for row in rows]


def as_shown(
    hand: Hand, row: Agreement, *, notes: bool = False, of_talks: Collection[int] = ()
) -> AgreementShown:
    """One row, that this hand may read."""
    row.plan = hand.plan
    return AgreementShown(
        uuid=row.uuid,
        what=row.what.read(),
        who=name_of(row, mine=hand.is_resident),
        party=_party(row),
        due_on=row.due_on,
        state=row.state,
        state_words=_words_of(row.state, mine=hand.is_resident),
        done_on=row.done_on,
        is_open=row.is_open,
        is_late=row.is_late_on(clock.today()),
        money=row.money,
        version=row.version,
        acts=frozenset(_acts(hand, row, notes, of_talks)),
        is_mailed=row.owner == "named" and bool(row.owner_mail),
    )


def _words_of(state: str, *, mine: bool) -> str | Promise:
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


def note_link(link: LinkHand) -> None:
    """A look by a link, on record before it is shown."""
    row = link.agreement
    log.look(
        link.actor,
        "plans.agreement_opened",
        row,
        client=row.plan.resident.uuid,
        consent=link.consent,
        purpose=link.purpose,
        checks=link.checks,
    )


def behind_link(link: LinkHand) -> LinkCard:
    """What a link shows: the words of this one agreement and its day. Not whose it is."""
    row = link.agreement
    what = row.what.read()
    lines = [
        _("Agreement: %(what)s") % {"what": what},
        _("Before or on: %(day)s") % {"day": row.due_on.strftime("%d-%m-%Y")},
    ]
    late = row.is_late_on(clock.today())
    return LinkCard(what, row.due_on, late, row.plan.network, "\n".join(lines))


def watched(watch: Watch) -> Sequence[WatchedRow]:
    """Party, day and done of what is to be done or done, on record before it is shown."""
    log.look(
        watch.actor,
        "plans.watched",
        watch.plan,
        client=watch.plan.resident.uuid,
        consent=watch.consent,
        purpose=PLAN_WATCH.code,
        checks="circle:role,relation,consent,place",
    )
    rows = Agreement.objects.filter(plan=watch.plan).exclude(state=AgreementState.DROPPED)
    found = rows.select_related("place__organisation").order_by("due_on", "pk")
    return [WatchedRow(_party(row), row.due_on, row.state == "done") for row in found]


def choices_of_owners(hand: Hand) -> list[tuple[str, str]]:
    """Who of the circle could do it, for who may see the circle."""
    if not hand.may(Part.CIRCLE):
        return [(str(place.uuid), _("I do this")) for place in hand.known.places]
    rows = people.seen(hand).order_by("-is_contact", "pk")
    return [(str(uuid), name) for uuid, name in people.named(rows)]


def choices_of_watchers(hand: Hand) -> tuple[list[tuple[str, str]], str]:
    """Who of the circle could watch, and who does so now ('' for nobody), for who may see the
    circle; two queries."""
    places = list(people.seen(hand).filter(membership__isnull=False))
    if not places:
        return [], ""
    given = privacy.of_a_plan().filter(
        person=hand.plan.resident_id,
        network_uuid=hand.plan.network.uuid,
        purpose=PLAN_WATCH.code,
        valid_from__gte=hand.plan.begun_at,
    )
    watches = given.values_list("party_uuid", flat=True).first()
    watch = [row for row in places if row.membership and row.membership.person.uuid == watches]
    able = [(str(uuid), name) for uuid, name in people.named(places)]
    return able, str(watch[0].uuid) if watch else ""


def _party(row: Agreement) -> str:
    return str(row.place.organisation or "") if row.place is not None else ""


def _acts(hand: Hand, row: Agreement, notes: bool, of_talks: Collection[int]) -> set[str]:
    if not hand.plan.is_open:
        return set()
    able = {act for act in AgreementAct if agreement_after(row.state, act) is not None}
    thing = one(row.THING, row.uuid)
    writes = bool(hand.may(row.part, Deed.WRITE, thing))
    does = writes or owns(hand, row, of_talks)
    says = hand.decides([row.part]) or notes
    if notes and row.place is not None:
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
    named = [name.partition(":")[2] for name in hand.things if name.startswith("agreement:")]
    seen = Q(uuid__in=named) | Q(pk__in=own)
    if Part.AGREEMENTS in parts:
        seen |= Q(money=False)
    if Part.MONEY in parts:
        seen |= Q(money=True)
    return seen
