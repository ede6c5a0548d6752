"""For whom it waits that somebody would decide for a resident, or soon does so no more."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans import access, access_representing
from wijknetwerk.plans.models import (
    CircleMember,
    PlaceState,
    PlanState,
    Representative,
    ResidentPlan,
)

PROOF = "plans.proof"
"""A privacy officer: the proof of who would decide for somebody is to be seen."""
SPEAKS = "plans.representing"
"""The resident, or who is called first: somebody was noted, or soon decides no more."""
SOON = timedelta(days=14)


def for_proof(row: Representative) -> list[Wanted]:
    """The privacy officers who may see this proof, as long as nobody did."""
    if not _runs(row) or row.seen_at is not None or not access_representing.needs_officer(row):
        return []
    return [
        Wanted(
            person_id=person,
            subject=row.uuid,
            network=row.network.uuid,
            place={"slug": row.network.slug, "uuid": str(row.uuid)},
        )
        for person in access_representing.officers_for(row)
    ]


def for_resident(row: Representative) -> list[Wanted]:
    """The resident when somebody else noted this one; and before it ends the resident (or who is
    called first, of who can't sign in) and who decides."""
    if not _runs(row) or not (_is_noted(row) or ends_soon(row)):
        return []
    rows = ResidentPlan.objects.filter(network=row.network_id, resident=row.resident_id)
    plan = rows.filter(state=PlanState.OPEN).select_related("network", "resident").first()
    if plan is None:
        return []
    people = _hears(plan, row)
    due = row.until_on if ends_soon(row) else None
    return [
        Wanted(
            person_id=person,
            subject=row.uuid,
            network=row.network.uuid,
            place={"uuid": str(plan.uuid)},
            due_on=due,
        )
        for person in people
    ]


def ends_soon(row: Representative) -> bool:
    """Whether it counts now, and ends within two weeks."""
    today = clock.today()
    if row.seen_at is None or row.until_on is None or row.from_on > today:
        return False
    return today < row.until_on <= today + SOON


def wanted_proofs() -> Iterator[Wanted]:
    """Everything that should wait for privacy officers now."""
    for row in _all().filter(seen_at=None):
        yield from for_proof(row)


def wanted_speaks() -> Iterator[Wanted]:
    """Everything that should wait for residents, and who hears it for them, now."""
    soon = Q(until_on__gt=clock.today(), until_on__lte=clock.today() + SOON)
    for row in _all().filter(Q(seen_at=None) | soon):
        yield from for_resident(row)


def still_proofs(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these proofs are still to be seen."""
    return {one.subject for one in wanted_proofs() if one.subject in subjects}


def still_speaks(subjects: Collection[UUID]) -> Collection[UUID]:
    """Of which of these somebody is still to hear."""
    return {one.subject for one in wanted_speaks() if one.subject in subjects}


def _all() -> QuerySet[Representative]:
    rows = Representative.objects.filter(ended_at=None, network__stopped_on=None)
    return rows.select_related("network", "resident", "membership__person").order_by("pk")


def _runs(row: Representative) -> bool:
    over = row.until_on is not None and row.until_on <= clock.today()
    return row.ended_at is None and row.network.stopped_on is None and not over


def _is_noted(row: Representative) -> bool:
    return row.seen_at is None and row.noted_by_id != row.resident_id


def _hears(plan: ResidentPlan, row: Representative) -> list[int]:
    found = [plan.resident_id] if access.signs_in(plan.resident) else []
    if not ends_soon(row):
        return found
    people = [row.membership.person]
    if not found:
        contacts = CircleMember.objects.filter(plan=plan, state=PlaceState.IN, is_contact=True)
        rows = contacts.select_related("membership__person")
        people += [one.membership.person for one in rows if one.membership is not None]
    for person in people:
        reader = actor_of(person)
        with scope.acting(reader):
            try:
                concerned = access_representing.is_concerned(access.plan_for(reader, plan.uuid))
            except NotFound:
                continue
        if concerned and person.pk not in found:
            found.append(person.pk)
    return found
