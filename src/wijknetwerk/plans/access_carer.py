"""Who sees how a carer is holding up: the carer, and whom the carer chose, while both are of this
circle. The resident's consents have nothing to do with it; no role opens it."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks.rows import within
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    CarerReader,
    CircleMember,
    CircleRole,
    PlaceState,
    PlanState,
)


def own_place(actor: Actor, uuid: UUID, *, lock: bool = False) -> CircleMember:
    """One's own place as a carer, in a circle of a plan that is open; also when nothing of that
    plan opens for them. NotFound."""
    rows = access.own_places(actor).filter(
        _runs(), role=CircleRole.CARER, state=PlaceState.IN, plan__state=PlanState.OPEN
    )
    if lock:
        rows = rows.select_for_update(of=("self",))
    rows = rows.select_related("plan__network", "plan__resident", "membership__person", "network")
    found = rows.filter(uuid=uuid, network__stopped_on=None).first()
    if found is None:
        raise NotFound
    return found


def shown_to(hand: Hand) -> "QuerySet[CircleMember]":
    """The places of carers who chose this reader; the reader is the resident, or holds a place in
    the circle now."""
    here = hand.is_resident or (bool(hand.known.places) and not hand.known.learns)
    rows = CircleMember.objects.filter(_runs(), plan=hand.plan)
    if not here or not hand.plan.is_open or not hand.known.network_runs:
        return rows.none()
    chosen = CarerReader.objects.filter(place=OuterRef("pk"), person=hand.actor.own_id)
    rows = rows.filter(Exists(chosen), role=CircleRole.CARER, state=PlaceState.IN)
    return rows.select_related("membership__person", "network")


def carer(hand: Hand, uuid: UUID) -> CircleMember:
    """One of these. NotFound."""
    found = shown_to(hand).filter(uuid=uuid).first()
    if found is None:
        raise NotFound
    return found


def _runs() -> Q:
    return within(clock.today(), "membership__")
