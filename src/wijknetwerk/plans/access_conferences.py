"""Who sees a conference, and who does what with it: on top of the gates of the plan, the resident's
yes to this person for this one. A consent to the part alone shows no conference."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import BigIntegerField, Q, QuerySet, UUIDField

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.access import Act, require
from wijknetwerk.networks.services import people
from wijknetwerk.plans import access, access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.decision import Verdict
from wijknetwerk.plans.models import (
    Agreement,
    CameFrom,
    CircleRole,
    Conference,
    ConferenceGuest,
    ConferenceSession,
    ConferenceState,
    GuestState,
)
from wijknetwerk.plans.parts import Part, one, part_of
from wijknetwerk.privacy.purposes import Deed

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FEED = "plans.calendar"
PROFESSIONAL, LEARNER = "professional", "learner"


@dataclass(frozen=True, slots=True)
class Seat:
    """A conference in somebody's hand. `guest` is their own place at it, with a yes."""

    hand: Hand
    conference: Conference
    guest: ConferenceGuest | None

    @property
    def decides(self) -> bool:
        """The resident, or who decides for them about this part."""
        return self.hand.decides([self.conference.part])

    @property
    def takes_part(self) -> bool:
        """At the table: sees questions, what each brings, notes."""
        return self.decides or (self.guest is not None and bool(self.may(Deed.READ)))

    @property
    def writes(self) -> bool:
        """At the table, and may write there."""
        return self.takes_part and bool(self.may(Deed.WRITE))

    @property
    def leads(self) -> bool:
        """Decides, leads the talk, or called it."""
        if self.decides:
            return True
        called = self.conference.called_by_id == self.hand.actor.person_id
        return self.guest is not None and (self.guest.is_chair or called)

    def may(self, deed: Deed) -> Verdict:
        """The gates of the plan, for this one thing."""
        return self.hand.may(self.conference.part, deed, self.conference.thing)

    def reads_agreed(self, row: Agreement) -> bool:
        """An agreement of this talk: for whom the talk opens, also where agreements don't; but of
        money only for who sees that, or where the whole talk is about it."""
        if self.hand.may(row.part, thing=one(row.THING, row.uuid)):
            return True
        here = row.came_from == CameFrom.CONFERENCE and row.source == self.conference.uuid
        return here and (self.conference.money or not row.money) and _opens(self)

    def require_writing(self) -> None:
        """NotAllowed for who reads only."""
        if not self.writes:
            raise NotAllowed


def seats(hand: Hand) -> list[Seat]:
    """The conferences that this hand may see, latest first; two queries."""
    found: list[Conference] = list(
        Conference.objects.filter(plan=hand.plan)
        .select_related("plan", "session__organisation")
        .order_by("-starts_at", "-pk")
    )
    own = _own_places(hand, found)
    return [seat for row in found if _opens(seat := Seat(hand, row, own.get(row.pk)))]


def seat_for(hand: Hand, uuid: UUID) -> Seat:
    """One conference. NotFound for who was not said yes to, whatever else of the plan they see."""
    rows = _TALK.ask(network_id=None, plan=hand.plan.pk, uuid=uuid)
    found: Conference | None = next(iter(rows), None)
    if found is None:
        raise NotFound
    found.network = hand.plan.network
    seat = Seat(hand, found, _own_places(hand, [found]).get(found.pk))
    if not _opens(seat):
        raise NotFound
    return seat


_TALK = Statement(
    lambda: Conference.objects.filter(
        plan=Slot("plan", BigIntegerField()), uuid=Slot("uuid", UUIDField())
    ).select_related("session__organisation")
)


def locked(hand: Hand, uuid: UUID) -> Seat:
    """The plan locked, and the seat asked again: what ended since the page was made counts."""
    return seat_for(access.locked(hand), uuid)


def to_note(hand: Hand) -> list[Seat]:
    """Talks that ask a yes of a resident who can't sign in, for who notes what that one says: when,
    and who would come. What it is about shows only to who may read talks. Of the coming of who is
    called first somebody else notes it, once there is a yes to the talk."""
    rows = Conference.objects.filter(_asks(), plan=hand.plan).distinct()
    if not access_noting.notes_for(hand):
        mine = _asked_to_stand_in(hand)
        if not mine:
            return []
        rows = rows.filter(pk__in=mine)
    found = list(rows.select_related("session__organisation").order_by("starts_at", "pk"))
    for row in found:
        row.network, row.plan = hand.plan.network, hand.plan
    return [Seat(hand, row, None) for row in found]


def seat_to_note(hand: Hand, uuid: UUID) -> Seat:
    """One of these. NotFound."""
    for seat in to_note(hand):
        if seat.conference.uuid == uuid:
            return seat
    raise NotFound


def locked_to_answer(hand: Hand, uuid: UUID) -> Seat:
    """The plan locked, and a seat for who says yes or no: the resident, who decides for them, or
    who notes it. NotFound."""
    hand = access.locked(hand)
    noted = [seat for seat in to_note(hand) if seat.conference.uuid == uuid]
    return noted[0] if noted else seat_for(hand, uuid)


def note_look(seat: Seat, event: str) -> None:
    """A look at one talk, on record before anything is shown (A2, P4)."""
    verdict = seat.may(Deed.READ) or seat.hand.may(Part.CIRCLE)
    log.look(
        seat.hand.actor,
        event,
        seat.conference,
        client=seat.hand.resident_uuid,
        purpose=verdict.purpose,
        consent=verdict.consent,
        checks=verdict.checks,
        part=seat.conference.part.value,
    )


def calls(hand: Hand, *, money: bool = False) -> bool:
    """Whether somebody may call a conference: the resident, and anybody in the circle by a place
    that holds. It shows them nothing before the resident's yes."""
    if hand.decides([part_of(Part.CONFERENCES, money=money)]):
        return hand.plan.is_open
    known = hand.known
    return known.plan_open and known.network_runs and not known.learns and bool(known.places)


def own_party(actor: Actor, network: "Network") -> int:
    """The party for which one works here now, as a professional. NotFound for everybody else, also
    who leads the network."""
    require(actor, Act.SEE, network)
    works = actor.has_role(network.pk, PROFESSIONAL) and not actor.has_role(network.pk, LEARNER)
    if actor.noting_for is not None or not works:
        raise NotFound
    found: int | None = people.own_membership(actor, network).organisation_id
    if found is None:
        raise NotFound
    return found


def has_sessions(actor: Actor, network: "Network") -> bool:
    """Whether somebody works for a party here, which can have sessions."""
    try:
        own_party(actor, network)
    except NotFound:
        return False
    return True


def own_sessions(actor: Actor, network: "Network") -> QuerySet[ConferenceSession]:
    """Sessions of one's own party. NotFound."""
    rows = ConferenceSession.objects.filter(network=network, organisation=own_party(actor, network))
    return rows.select_related("organisation").order_by("starts_at", "pk")


def sessions_of(actor: Actor, network: "Network") -> list[ConferenceSession]:
    """The same that are still to come, or none for who works for no party."""
    try:
        return list(own_sessions(actor, network).filter(ends_at__gt=clock.now()))
    except NotFound:
        return []


def session_for(actor: Actor, network: "Network", uuid: UUID) -> ConferenceSession:
    """One session of one's own party. NotFound."""
    found = own_sessions(actor, network).filter(uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return found


def _asked_to_stand_in(hand: Hand) -> set[int]:
    """Talks with a yes, that ask one to somebody whom another than the contact person notes."""
    if hand.is_resident or access.signs_in(hand.plan.resident):
        return set()
    notes = access_noting.noter(hand, Part.CONFERENCES)
    guests = ConferenceGuest.objects.filter(
        conference__plan=hand.plan,
        conference__state=ConferenceState.PLANNED,
        state=GuestState.ASKED,
    ).select_related("place__membership__organisation", "place__organisation")
    return {guest.conference_id for guest in guests if notes(guest.place)}


def _asks() -> Q:
    """Waits for a yes: to the talk, or to somebody more."""
    more = Q(state=ConferenceState.PLANNED, guests__state=GuestState.ASKED)
    return Q(state=ConferenceState.PROPOSED) | more


def _opens(seat: Seat) -> bool:
    return seat.takes_part or _as_carer(seat)


def _as_carer(seat: Seat) -> bool:
    carer = any(place.role == CircleRole.CARER for place in seat.hand.known.places)
    sent = seat.conference.state == ConferenceState.SENT
    return sent and carer and bool(seat.may(Deed.READ))


def _own_places(hand: Hand, rows: Collection[Conference]) -> dict[int, ConferenceGuest]:
    """One's own yes by conference, through places that hold now."""
    mine = [place.uuid for place in hand.known.places]
    if not mine or not rows:
        return {}
    wanted = {row.pk for row in rows}
    guests = _SAID_YES.ask(network_id=None, plan=hand.plan.pk, person=hand.actor.own_id)
    return {
        guest.conference_id: guest
        for guest in guests
        if guest.place.uuid in mine and guest.conference_id in wanted
    }


_SAID_YES = Statement(
    lambda: ConferenceGuest.objects.filter(
        place__plan=Slot("plan", BigIntegerField()),
        place__membership__person=Slot("person", BigIntegerField()),
        state=GuestState.YES,
    ).select_related("place")
)
