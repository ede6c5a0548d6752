"""For whom something waits because of a conference. No row says what, of whom, or when."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans import access, access_conferences, access_sharing
from wijknetwerk.plans.models import (
    Conference,
    ConferenceState,
    GuestState,
    PlanState,
)
from wijknetwerk.plans.parts import Part

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

ASKED = "plans.conference_asked"
"""The resident: somebody calls a conference, or asks whether somebody may come."""
WRITE = "plans.conference_write"
"""Who sees to it that the resident has it in plain words within two working days."""
REPORT = "plans.conference_report"
"""The resident: what was said and agreed is there to read."""

Rule = Callable[[Conference], list[Wanted]]


def of_yes(row: Conference) -> list[Wanted]:
    """Who says yes or no to it: the resident, or the contact person who notes it for them."""
    asked = row.state == ConferenceState.PROPOSED or (
        row.state == ConferenceState.PLANNED and row.guests.filter(state=GuestState.ASKED).exists()
    )
    if not asked or not _runs(row):
        return []
    guests = row.guests.filter(state=GuestState.ASKED).select_related(
        "place__membership__organisation", "place__organisation"
    )
    people = access_sharing.who_note(row.plan, [], also_first=True)
    if row.state == ConferenceState.PLANNED:
        places = [guest.place for guest in guests]
        people = access_sharing.who_note(row.plan, places, Part.CONFERENCES)
    return [_wanted(row, one.pk) for one in people]


def of_writing(row: Conference) -> list[Wanted]:
    """Who writes the report and sends it: who leads the talk, else who called it, else one of those
    who come; the resident when nobody else is left for whom it opens."""
    if row.state not in (ConferenceState.HELD, ConferenceState.WRITTEN) or not _runs(row):
        return []
    guests = list(
        row.guests.filter(state=GuestState.YES)
        .select_related("place__membership__person")
        .order_by("-is_chair", "pk")
    )
    chairs = [one for one in guests if one.is_chair]
    callers = [
        one
        for one in guests
        if one.place.membership and one.place.membership.person_id == row.called_by_id
    ]
    for guest in (*chairs, *callers, *guests):
        member = guest.place.membership
        if member is not None and _writes(member.person, row):
            return [_wanted(row, member.person_id, due=True)]
    return [_wanted(row, row.resident_id, due=True)]


def of_report(row: Conference) -> list[Wanted]:
    """The resident, until they read it."""
    unread = row.state == ConferenceState.SENT and row.read_at is None
    if not unread or not row.plan.is_open or not access.signs_in(row.plan.resident):
        return []
    return [_wanted(row, row.resident_id)]


RULES: dict[str, Rule] = {ASKED: of_yes, WRITE: of_writing, REPORT: of_report}


def wanted(kind: str) -> Iterator[Wanted]:
    """Everything of this kind that should wait now."""
    for row in _rows():
        yield from RULES[kind](row)


def still(kind: str, subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these conferences still wait for somebody."""
    rows: Iterable[Conference] = _rows().filter(uuid__in=list(subjects))
    return {one.subject for row in rows for one in RULES[kind](row)}


def _rows() -> "QuerySet[Conference]":
    rows = Conference.objects.filter(plan__state=PlanState.OPEN, network__stopped_on=None)
    return rows.select_related("plan__resident", "plan__network").order_by("pk")


def _runs(row: Conference) -> bool:
    return row.plan.is_open and row.plan.network.stopped_on is None


def _writes(person: "Person", row: Conference) -> bool:
    reader = actor_of(person)
    with scope.acting(reader):
        try:
            hand = access.plan_for(reader, row.plan.uuid)
            return access_conferences.seat_for(hand, row.uuid).writes
        except NotFound:
            return False


def _wanted(row: Conference, person: int, *, due: bool = False) -> Wanted:
    return Wanted(
        person_id=person,
        subject=row.uuid,
        network=row.plan.network.uuid,
        place={"uuid": str(row.plan.uuid)},
        due_on=row.report_by if due else None,
    )
