"""Who may look in an emergency, who hears of it, who judges it, who reads how often (rule P5)."""

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.rows import within
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_facts import LEARNER, looking
from wijknetwerk.plans.decision import Way
from wijknetwerk.plans.errors import ConfirmFirst, NoEmergency
from wijknetwerk.plans.models import (
    CircleMember,
    EmergencyLook,
    PlaceState,
    PlanSettings,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.parts import EMERGENCY, Part

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

FRESH = timedelta(minutes=15)
PROFESSIONAL = "professional"


def is_on(network: "Network") -> bool:
    """Whether this network wants looks in an emergency. Without a word: no."""
    return PlanSettings.objects.filter(network=network, emergency_on=True).exists()


def may_ask(actor: Actor, network: "Network") -> bool:
    """Whether somebody is one who may look in an emergency where it is on: a professional for a
    party, no learner. Asks the database nothing; the page itself says where it is off."""
    standing = actor.standing_in(network.pk)
    if standing is None or actor.noting_for is not None or standing.organisation_uuid is None:
        return False
    return PROFESSIONAL in standing.roles and LEARNER not in standing.roles


def may_look(actor: Actor, network: "Network") -> bool:
    """The same, and the network wants it."""
    return may_ask(actor, network) and is_on(network)


def require_look(actor: Actor, network: "Network") -> None:
    """The same with a second factor of the last quarter of an hour. NoEmergency, ConfirmFirst."""
    if not may_look(actor, network):
        raise NoEmergency
    at = actor.second_factor_at
    if at is None or clock.now() - at >= FRESH:
        raise ConfirmFirst


def reads_already(actor: Actor, plan: ResidentPlan) -> bool:
    """Whether an emergency would open nothing beside what this person reads now."""
    return all(access.may(actor, plan, part) for part in EMERGENCY)


def own_looks(actor: Actor, network: "Network") -> list[EmergencyLook]:
    """One's own looks in this network that run now, the latest first."""
    rows = looking(actor).filter(network=network).select_related("plan__resident")
    return list(rows.order_by("-opened_at"))


def own_look(actor: Actor, network: "Network", uuid: UUID) -> EmergencyLook:
    """One's own look while it runs, of a plan that is open. NotFound."""
    found = next((one for one in own_looks(actor, network) if one.uuid == uuid), None)
    if found is None:
        raise NotFound
    return found


def look_for_officer(actor: Actor, network: "Network", uuid: UUID) -> EmergencyLook:
    """A look for a privacy officer outside the case, judged or not. NotFound."""
    access.require_officer(actor, network)
    rows = EmergencyLook.objects.filter(network=network, uuid=uuid)
    rows = rows.select_related("plan__network", "plan__resident", "resident", "membership__person")
    found = rows.select_related("organisation", "network").first()
    if found is None or actor.own_id not in access.officers_for(found):
        raise NotFound
    return found


def counts_exactly(actor: Actor, network: "Network") -> bool:
    """How often, for who leads and for the privacy officer: this one reads the looks themselves, so
    small numbers too. NotAllowed for other members."""
    if actor.noting_for is None and actor.has_role(network.pk, access.OFFICER):
        return True
    if not networks.allows(actor, Act.EDIT_NETWORK, network):
        raise NotAllowed
    return False


def is_reached(person: "Person") -> bool:
    """Whether somebody hears at once by themselves: they have an address and an open account."""
    return person.is_active and bool(person.email)


def tellers(plan: ResidentPlan, *, but: int) -> "list[Person]":
    """Who hears in the place of a resident without e-mail, and tells them (H5): who is called
    first, else who decides for them; never who looked. Nobody: the privacy officer tells."""
    if is_reached(plan.resident):
        return []
    contacts = CircleMember.objects.filter(plan=plan, state=PlaceState.IN, is_contact=True)
    rows = [*contacts.select_related("membership__person")]
    found = [one.membership.person for one in rows if one.membership is not None]
    told = [one for one in found if one.pk != but and _hears(one, plan)]
    if told:
        return told
    speaks = Representative.objects.filter(within(clock.today()), network=plan.network_id)
    speaks = speaks.filter(resident=plan.resident_id, seen_at__isnull=False, ended_at=None)
    people = {
        row.membership.person_id: row.membership.person
        for row in speaks.select_related("membership__person").order_by("pk")
    }
    return [one for one in people.values() if one.pk != but and _hears(one, plan)]


def hears(hand: Hand) -> bool:
    """Whether this hand reads who looked in an emergency, and why: the resident, who decides for
    them, or who is called first by a resident whom no mail reaches."""
    if hand.decides([Part.CIRCLE]):
        return True
    if is_reached(hand.plan.resident) or hand.may(Part.CIRCLE).way is not Way.CIRCLE:
        return False
    mine = [place.uuid for place in hand.known.places]
    return CircleMember.objects.filter(uuid__in=mine, is_contact=True).exists()


def require_hears(hand: Hand) -> None:
    """The same as a gate. NotAllowed for others of the circle."""
    if not hears(hand):
        raise NotAllowed


def tells(hand: Hand) -> bool:
    """Whether this hand says that the resident heard it: the resident, who read it; of a resident
    whom no mail reaches also who tells it to them."""
    return hears(hand) and (hand.is_resident or not is_reached(hand.plan.resident))


def require_tells(hand: Hand) -> None:
    """The same as a gate. NotAllowed."""
    if not tells(hand):
        raise NotAllowed


def _hears(person: "Person", plan: ResidentPlan) -> bool:
    reader, found = actor_of(person), False
    with scope.acting(reader), suppress(NotFound):
        found = hears(access.plan_for(reader, plan.uuid))
    return found
