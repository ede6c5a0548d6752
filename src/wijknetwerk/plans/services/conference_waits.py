"""What waits because of a conference: 'Something waits in a plan', and nothing beside it."""

from collections.abc import Iterable
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans.models import CircleMember, Conference, ResidentPlan
from wijknetwerk.plans.selectors.conference_waits import RULES

SYSTEM = Actor.system("plans.conference_waits")


def refresh(row: Conference) -> None:
    """For whom it waits now, and for nobody else; in the transaction of what changed."""
    for kind, rule in RULES.items():
        waiting.only_for(actor=SYSTEM, kind=kind, subject=row.uuid, wanted=rule(row))


def of_plan(plan: ResidentPlan) -> None:
    """A plan closed: nothing of its conferences waits for anybody."""
    gone(Conference.objects.filter(plan=plan).values_list("uuid", flat=True))


def of_place(place: CircleMember) -> None:
    """Somebody left the circle: what waited for them waits for another."""
    rows = Conference.objects.filter(plan=place.plan_id, guests__place=place)
    for row in rows.select_related("plan__resident", "plan__network").distinct():
        refresh(row)


def gone(rows: Iterable[UUID]) -> None:
    """They are erased, or their plan closed."""
    found = list(rows)
    for kind in RULES:
        waiting.done_all(kind=kind, subjects=found)
