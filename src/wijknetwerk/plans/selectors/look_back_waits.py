"""For whom looking back at a goal waits: the resident, and who is called first as far as they may
read that goal. No row says which goal, of whom or how many."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans import access
from wijknetwerk.plans.models import CircleMember, PlanGoal, PlanState
from wijknetwerk.plans.parts import one
from wijknetwerk.plans.selectors.agreement_waits import contact_of
from wijknetwerk.privacy.purposes import Deed

LOOK_BACK = "plans.look_back"


def due() -> QuerySet[PlanGoal]:
    """Goals whose day has come, in plans that people work from."""
    rows = PlanGoal.objects.select_related("plan__network", "plan__resident")
    return rows.filter(
        gone_at=None,
        look_back_on__lte=clock.today(),
        plan__state=PlanState.OPEN,
        plan__network__stopped_on=None,
    ).order_by("pk")


def of_goal(goal: PlanGoal) -> list[Wanted]:
    """For whom it waits today."""
    plan, day = goal.plan, goal.look_back_on
    runs = plan.is_open and plan.network.stopped_on is None
    if not runs or goal.gone_at is not None or day is None or day > clock.today():
        return []
    people = [plan.resident_id]
    contact = contact_of(plan)
    if contact is not None and contact.membership is not None and _reads(goal, contact):
        people.append(contact.membership.person_id)
    return [
        Wanted(
            person_id=person,
            subject=goal.uuid,
            network=plan.network.uuid,
            place={"uuid": str(plan.uuid)},
        )
        for person in dict.fromkeys(people)
    ]


def wanted() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    for row in due():
        yield from of_goal(row)


def still(subjects: Collection[UUID]) -> Collection[UUID]:
    """At which of these goals somebody still looks back."""
    return {row.uuid for row in due().filter(uuid__in=subjects) if of_goal(row)}


def _reads(goal: PlanGoal, place: CircleMember) -> bool:
    if place.membership is None:
        return False
    reader = actor_of(place.membership.person)
    with scope.acting(reader):
        thing = one(PlanGoal.THING, goal.uuid)
        return bool(access.may(reader, goal.plan, goal.part, Deed.READ, thing))
