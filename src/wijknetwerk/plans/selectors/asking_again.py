"""Permissions of a plan whose last day is near, and for whom it waits to say yes or no anew."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans.access_sharing import who_answers
from wijknetwerk.plans.models import PlanState, ResidentPlan
from wijknetwerk.privacy import selectors as privacy

AGAIN = "plans.again"
"""The resident, or whom they call first when they can't sign in: a permission ends soon."""
BEFORE = timedelta(weeks=4)
ONCE_MORE = timedelta(weeks=1)


def is_soon(since: datetime, until: datetime) -> bool:
    """Whether it is time to ask anew."""
    return until - clock.now() <= _window(since, until)


def _window(since: datetime, until: datetime) -> timedelta:
    """How long before: weeks; of what was given for a short time, the second half of it."""
    return min(BEFORE, (until - since) / 2)


def ending(plan: ResidentPlan) -> list[Any]:
    """The permissions of an open plan that end soon; one query."""
    if not plan.is_open or plan.network.stopped_on is not None:
        return []
    rows = _ending().filter(person=plan.resident_id, network_uuid=plan.network.uuid)
    found = rows.filter(valid_from__gte=plan.begun_at).order_by("valid_until", "pk")
    return [row for row in found if is_soon(row.valid_from, row.valid_until)]


def of_plan(plan: ResidentPlan) -> list[Wanted]:
    """For whom it waits now."""
    asked = who_answers(plan) if ending(plan) else None
    if asked is None:
        return []
    place = {"uuid": str(plan.uuid)}
    return [Wanted(person_id=asked.pk, subject=plan.uuid, network=plan.network.uuid, place=place)]


def plans_to_ask() -> Iterator[ResidentPlan]:
    """Open plans in which a permission ends soon."""
    rows = _ending().values_list("person", "network_uuid", "valid_from", "valid_until")
    found = {(whose, where) for whose, where, *term in rows if is_soon(*term)}
    plans = ResidentPlan.objects.filter(state=PlanState.OPEN, network__stopped_on=None)
    plans = plans.filter(resident__in={person for person, _network in found})
    for plan in plans.select_related("network", "resident").order_by("pk"):
        if (plan.resident_id, plan.network.uuid) in found:
            yield plan


def wanted_again() -> Iterator[Wanted]:
    """Everything of this kind that should wait now."""
    for plan in plans_to_ask():
        yield from of_plan(plan)


def still_again(subjects: Collection[UUID]) -> Collection[UUID]:
    """In which of these plans a permission still ends soon."""
    return {one.subject for one in wanted_again() if one.subject in subjects}


def mail_is_due(plan: ResidentPlan) -> bool:
    """Whether to say by mail that something waits: weeks before a last day, and once more in the
    week before it."""
    asked, today = plan.asked_again_on, clock.today()
    moments: set[date] = set()
    for row in ending(plan):
        before = _window(row.valid_from, row.valid_until)
        moments |= {
            clock.local_day(row.valid_until - one) for one in {before, min(before, ONCE_MORE)}
        }
    return any(day <= today and (asked is None or asked < day) for day in moments)


def _ending() -> Any:
    return privacy.of_a_plan().filter(valid_until__lte=clock.now() + BEFORE)
