"""The day on which somebody looks back at a goal: what waits then, and what they said."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.registries import resting
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans.models import CircleMember, Line, PlanGoal, ResidentPlan
from wijknetwerk.plans.selectors import look_back_waits as selectors

SYSTEM = Actor.system("plans.look_backs")


def refresh(line: Line) -> None:
    """For whom looking back at this goal waits now; of another line nothing."""
    if isinstance(line, PlanGoal):
        wanted = selectors.of_goal(line)
        waiting.only_for(actor=SYSTEM, kind=selectors.LOOK_BACK, subject=line.uuid, wanted=wanted)


def of_place(place: CircleMember) -> None:
    """Somebody left the circle: nothing of it waits for them."""
    for goal in selectors.due().filter(plan=place.plan_id):
        refresh(goal)


def gone(plan: ResidentPlan) -> None:
    """A plan is closed or erased: nothing of it waits for anybody."""
    goals = PlanGoal.objects.filter(plan=plan).values_list("uuid", flat=True)
    waiting.done_all(kind=selectors.LOOK_BACK, subjects=list(goals))


def look_at_due() -> int:
    """In the morning: let the goals wait whose day has come; each asked anew. How many."""
    quiet = set(resting())
    uuids: list[UUID] = [row.uuid for row in selectors.due() if row.plan.network.uuid not in quiet]
    for uuid in uuids:
        with transaction.atomic():
            row = selectors.due().select_for_update(of=("self",)).filter(uuid=uuid).first()
            if row is not None:
                refresh(row)
    return len(uuids)


def require_later(day: date | None) -> None:
    """Looking back again is later than today. InvalidInput."""
    if day is not None and day <= clock.today():
        raise InvalidInput(_("Choose a day after today."))
