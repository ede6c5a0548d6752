"""For whom something waits because of plans. No row says what, of whom or how many."""

from collections.abc import Collection, Iterator
from uuid import UUID

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import scope
from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans import access
from wijknetwerk.plans.access_sharing import who_note
from wijknetwerk.plans.models import (
    CircleMember,
    EmergencyLook,
    PlaceState,
    PlanState,
    ResidentPlan,
)

ASKED = "plans.asked"
"""The resident: somebody would like to be in the circle."""
NEWS = "plans.news"
"""Somebody of the circle: there is something new that they may read."""
REVIEW = "plans.review"
"""A privacy officer: a look in an emergency is to be reviewed."""


def of_resident(plan: ResidentPlan) -> list[Wanted]:
    """What waits for the resident of this plan, while it is open; for who can't sign in, for whom
    they call first."""
    asked = CircleMember.objects.filter(plan=plan, state=PlaceState.ASKED)
    asked = asked.select_related("membership__organisation", "organisation")
    if not plan.is_open or not (places := list(asked)):
        return []
    by_name = any(place.membership is None for place in places)
    people = who_note(plan, places, also_first=by_name)
    return [_wanted(one.pk, plan.uuid, plan) for one in people]


def of_place(plan: ResidentPlan, place: CircleMember) -> list[Wanted]:
    """What waits for one of the circle, as long as the plan opens for them."""
    if place.news_at is None or place.membership is None or not _opens(plan, place):
        return []
    return [_wanted(place.membership.person_id, place.uuid, plan)]


def of_look(look: EmergencyLook) -> list[Wanted]:
    """Who reviews a look in an emergency: privacy officers who stand outside the case."""
    if look.reviewed_at is not None:
        return []
    return [
        Wanted(
            person_id=person,
            subject=look.uuid,
            network=look.network.uuid,
            place={"slug": look.network.slug, "uuid": str(look.uuid)},
            due_on=look.review_by,
        )
        for person in access.officers_for(look)
    ]


def _opens(plan: ResidentPlan, place: CircleMember) -> bool:
    if place.membership is None:
        return False
    reader = actor_of(place.membership.person)
    with scope.acting(reader):
        return access.readable(reader).filter(pk=plan.pk).exists()


def _wanted(person_id: int, subject: UUID, plan: ResidentPlan) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=subject,
        network=plan.network.uuid,
        place={"uuid": str(plan.uuid)},
    )


def wanted_asked() -> Iterator[Wanted]:
    """Everything that should wait for residents now."""
    for plan in _open_plans():
        yield from of_resident(plan)


def wanted_news() -> Iterator[Wanted]:
    """Everything that should wait for people of circles now."""
    rows = CircleMember.objects.filter(state=PlaceState.IN, news_at__isnull=False)
    for place in rows.select_related("plan__network", "membership__person").order_by("pk"):
        yield from of_place(place.plan, place)


def wanted_reviews() -> Iterator[Wanted]:
    """Everything that should wait for privacy officers now."""
    rows = EmergencyLook.objects.filter(reviewed_at=None, network__stopped_on=None)
    for look in rows.select_related("plan__network", "network", "membership").order_by("pk"):
        yield from of_look(look)


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these plans still ask something of their resident."""
    return {one.subject for one in wanted_asked() if one.subject in subjects}


def still_news(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these places still have something new that opens for them."""
    return {one.subject for one in wanted_news() if one.subject in subjects}


def still_reviews(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these looks are still to be reviewed."""
    return {one.subject for one in wanted_reviews() if one.subject in subjects}


def _open_plans() -> Iterator[ResidentPlan]:
    rows = ResidentPlan.objects.filter(state=PlanState.OPEN, network__stopped_on=None)
    yield from rows.select_related("network", "resident").order_by("pk")
