"""The circles that somebody is in, over the plans of one network: whose, and whether something
waits. Of a plan that doesn't open for them now no name is shown; leaving is always possible."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import BigIntegerField

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.notices.selectors import places_waiting
from wijknetwerk.plans import access, access_lists
from wijknetwerk.plans.models import CircleMember, PlanState, ResidentPlan

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class CircleRow:
    """One circle. `plan` and `name` are empty where nothing opens, `place` for who only decides."""

    plan: UUID | None
    name: str
    place: UUID | None
    since: date | None
    waits: bool
    cares: bool = False
    """As a carer, who has a question of their own there, whatever of the plan opens."""


@dataclass(frozen=True, slots=True)
class ClosedPlan:
    """An own plan that was closed, and until when it can be read."""

    uuid: UUID
    closed_on: date
    erased_on: date


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """Where one's own plan is: nothing of what stands in it."""

    uuid: UUID
    network: str


def circles(actor: Actor, network: "Network") -> Sequence[CircleRow]:
    """Plans of others that open now, by name, then circles in which nothing opens; on record before
    it is shown; three queries."""
    plans = access_lists.of_others(actor, network)
    by_name = sorted(plans, key=lambda row: (row.resident.name, row.pk))
    opens = {row.pk: row for row in by_name}
    places = {row.plan_id: row for row in access.places_in(actor, network)}
    waiting = places_waiting(actor, "plans.")
    rows = []
    for key, plan in opens.items():
        place = places.pop(key, None)
        rows.append(
            CircleRow(
                plan=plan.uuid,
                name=plan.resident.name,
                place=place.uuid if place else None,
                since=place.from_on if place else None,
                waits=str(plan.uuid) in waiting,
            )
        )
    rows += [
        CircleRow(None, "", one.uuid, one.from_on, waits=False, cares=one.role == "carer")
        for one in places.values()
    ]
    log.look(actor, "plans.listed", network, count=len(opens))
    return rows


def has_circles(actor: Actor, network: "Network") -> bool:
    """Whether somebody has a place in a circle here, or decides for somebody."""
    return bool(access.places_in(actor, network) or access_lists.of_others(actor, network))


def closed_plans(actor: Actor, network: "Network") -> Sequence[ClosedPlan]:
    """One's own plans that were closed and are still there to read, latest first; one query."""
    rows = ResidentPlan.objects.filter(
        network=network, resident=actor.own_id, state=PlanState.CLOSED
    )
    return [
        ClosedPlan(row.uuid, clock.local_day(row.closed_at), row.erased_on())
        for row in rows.order_by("-closed_at")
        if row.closed_at is not None and actor.noting_for is None
    ]


def own_plans(actor: Actor) -> Sequence[OwnPlan]:
    """One's own open plans, over all networks: only where they are; one query, the same for
    everybody and kept."""
    if not actor.is_person or actor.noting_for is not None:
        return []
    found = _OWN.ask(network_id=None, person=actor.own_id)
    return [OwnPlan(row.uuid, row.network.name) for row in found]


_OWN = Statement(
    lambda: (
        ResidentPlan.objects.filter(
            resident=Slot("person", BigIntegerField()), state=PlanState.OPEN
        )
        .select_related("network")
        .order_by("begun_at", "pk")
    )
)


def place_to_leave(actor: Actor, place: UUID) -> CircleMember | None:
    """One's own place, with its network."""
    return access.own_places(actor).select_related("network").filter(uuid=place).first()
