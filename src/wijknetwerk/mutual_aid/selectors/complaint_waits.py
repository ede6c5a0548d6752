"""What waits for whom because of complaints; the words name nobody and nothing."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.models import OPEN_COMPLAINTS, Complaint, ComplaintState
from wijknetwerk.networks.selectors.leading import member_with_address

TO_ANSWER = "mutual_aid.complaint_to"
"""The independent person, who takes part here, has a complaint to answer."""
ANSWERED = "mutual_aid.complaint_answered"
"""Who complained, with an account, has an answer."""
SHOWN = timedelta(days=30)


def for_independent(row: Complaint) -> list[Wanted]:
    """What waits for the independent person, when they take part in the network."""
    member = member_with_address(row.network, row.to_email)
    return [_wanted(row, member.person_id)] if member else []


def for_complainer(row: Complaint) -> list[Wanted]:
    """What waits for who complained, when they have an account."""
    return [_wanted(row, row.person_id)] if row.person_id else []


def to_answer() -> QuerySet[Complaint]:
    """Complaints without an answer."""
    return Complaint.objects.filter(state__in=OPEN_COMPLAINTS)


def answered() -> QuerySet[Complaint]:
    """Answers of the last month for who has an account."""
    since = clock.now() - SHOWN
    rows = Complaint.objects.filter(state=ComplaintState.ANSWERED, closed_at__gt=since)
    return rows.filter(person__is_active=True)


def wanted_to_answer() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    for row in to_answer().select_related("network"):
        yield from for_independent(row)


def wanted_answered() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    for row in answered().select_related("network"):
        yield from for_complainer(row)


def still_to_answer(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these have no answer yet."""
    return set(to_answer().filter(uuid__in=subjects).values_list("uuid", flat=True))


def still_answered(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these were answered lately."""
    return set(answered().filter(uuid__in=subjects).values_list("uuid", flat=True))


def _wanted(row: Complaint, person_id: int) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=row.uuid,
        network=row.network.uuid,
        place={"slug": row.network.slug, "uuid": str(row.uuid)},
        due_on=row.answer_by if row.state in OPEN_COMPLAINTS else None,
    )
