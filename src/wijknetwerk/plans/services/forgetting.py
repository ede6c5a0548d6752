"""Erasing plans: whole, when their time is over or the resident says so; and the traces that
somebody of a circle leaves in another's plan."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.plans.models import (
    CircleMember,
    DecidedFor,
    EarlierWords,
    EmergencyLook,
    LookedBack,
    Need,
    PlanGoal,
    PlanRow,
    PlanState,
    Representative,
    ResidentPlan,
    Strength,
    Want,
    WellbeingSnapshot,
)
from wijknetwerk.plans.services import representatives, waits

SYSTEM = Actor.system("plans.forgetting")
ROWS: tuple[type[PlanRow], ...] = (
    *(LookedBack, Want, Strength, Need, PlanGoal, EarlierWords, WellbeingSnapshot),
    *(CircleMember, EmergencyLook),
)
WROTE: tuple[Any, ...] = (
    *(LookedBack, Want, Strength, Need, PlanGoal),
    *(EarlierWords, WellbeingSnapshot),
)
MORE: list[Callable[[ResidentPlan], None]] = []
"""What other parts erase of a plan first; filled when the app is ready."""
MORE_WITHOUT: list[Callable[[Any], None]] = []
"""What other parts do when somebody of circles is erased."""


def forget_closed(*, before: datetime) -> int:
    """Erase plans that were closed before this instant; how many."""
    with scope.acting(SYSTEM):
        rows = ResidentPlan.objects.filter(state=PlanState.CLOSED, closed_at__lt=before)
        return erase_plans(rows.order_by("pk"))


def erase_plans(plans: Any) -> int:
    """Erase these plans with everything in them. The log and the ledger keep ids, no words."""
    found = list(plans)
    for plan in found:
        places = CircleMember.objects.filter(plan=plan)
        waits.news_seen(list(places.values_list("uuid", flat=True)))
        waits.gone(plan)
        for more in MORE:
            more(plan)
        _forget_decided(plan)
        for model in ROWS:
            rows: Any = model._default_manager
            rows.filter(plan=plan).delete()
        plan.delete()
    return len(found)


def _forget_decided(plan: ResidentPlan) -> None:
    """What was decided for the resident while this was their plan."""
    rows = ResidentPlan.objects.filter(network=plan.network_id, resident=plan.resident_id)
    after = rows.filter(begun_at__gt=plan.begun_at).order_by("begun_at").first()
    found = DecidedFor.objects.filter(network=plan.network_id, resident=plan.resident_id)
    found = found.filter(made_at__gte=plan.begun_at)
    (found.filter(made_at__lt=after.begun_at) if after else found).delete()


def without(person: Any) -> int:
    """Somebody of circles is erased: their places end and keep no word about them; what they wrote
    is the resident's and stays, without who wrote it. How many places."""
    for more in MORE_WITHOUT:
        more(person)
    for model in WROTE:
        model.objects.filter(written_by=person).update(written_by=None)
    ResidentPlan.objects.filter(begun_by=person).exclude(resident=person).update(begun_by=None)
    CircleMember.objects.filter(asked_by=person).update(asked_by=None)
    CircleMember.objects.filter(said_to=person).update(said_to=None)
    Representative.objects.filter(noted_by=person).update(noted_by=None)
    EmergencyLook.objects.filter(told_by=person).update(told_by=None)
    for row in Representative.objects.filter(membership__person=person, ended_at=None):
        representatives.finish(SYSTEM, row)
    places = list(CircleMember.objects.filter(membership__person=person))
    for place in places:
        place.relation = ""
        place.save(update_fields=["relation"])
    return len(places)
