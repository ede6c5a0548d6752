"""What pages about complaints show, and the little that is counted of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.functional import Promise

from wijknetwerk.core import clock
from wijknetwerk.core.together import together
from wijknetwerk.mutual_aid.access_complaints import ComplaintHand
from wijknetwerk.mutual_aid.models import (
    OPEN_COMPLAINTS,
    Complaint,
    ComplaintAct,
    complaint_after,
)
from wijknetwerk.mutual_aid.selectors import settled

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SMALLEST = 5
"""Fewer complaints in a year are not said (design 2)."""


@dataclass(frozen=True, slots=True)
class Route:
    """To whom one complains here, and by when there is an answer."""

    name: str
    phone: str
    days: int
    online: bool
    """Whether the independent person can be reached from here."""
    counted: int | None
    year: int


@dataclass(frozen=True, slots=True)
class ComplaintPage:
    """A complaint for one of both: who made it, or the independent person."""

    uuid: UUID
    state: str
    state_words: str | Promise
    against: str | Promise
    about: str
    words: str
    wish: str
    received_at: datetime
    answer_by: date
    late: bool
    is_open: bool
    to_name: str
    to_phone: str
    name: str
    phone: str
    email: str
    address: str
    answer: str
    closed_at: datetime | None
    possible: frozenset[str]
    is_independent: bool
    by_letter: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A complaint in one's own list: days, and no words."""

    uuid: UUID
    received_at: datetime
    answer_by: date
    state_words: str | Promise
    late: bool


def route(network: "Network") -> Route:
    """The route of this network. One query."""
    year = clock.today().year
    kept, counted = together(settled.rows(network), _counted(network, year))
    found = settled.first(kept, network)
    return Route(
        name=found.independent_name,
        phone=found.independent_phone,
        days=found.complaint_days,
        online=bool(found.independent_name and found.independent_email),
        counted=_shown(counted),
        year=year,
    )


def of_year(network: "Network", year: int) -> int | None:
    """How many complaints came in that year; None below five."""
    return _shown(_counted(network, year))


def _counted(network: "Network", year: int) -> "QuerySet[Complaint, int]":
    """One row: how many; none when there are none."""
    rows = Complaint.objects.filter(network=network, received_at__year=year).order_by()
    counted = rows.values("network").annotate(count=Count("pk"))
    return counted.values_list("count", flat=True)


def _shown(counted: Iterable[int]) -> int | None:
    count = next(iter(counted), 0)
    return count if count >= SMALLEST else None


def complaint_page(hand: ComplaintHand) -> ComplaintPage:
    """What this reader may read of it."""
    row, mine = hand.complaint, hand.is_independent
    possible = {act.value for act in ComplaintAct if complaint_after(row.state, act) is not None}
    own = {"withdraw"} if not mine else {"look_into", "answer"}
    return ComplaintPage(
        uuid=row.uuid,
        state=row.state,
        state_words=row.get_state_display(),
        against=row.get_against_display(),
        about=row.about.read(),
        words=row.words.read(),
        wish=row.wish.read(),
        received_at=row.received_at,
        answer_by=row.answer_by,
        late=is_late(row),
        is_open=row.state in OPEN_COMPLAINTS,
        to_name=row.to_name,
        to_phone=row.to_phone,
        name=name_of(row),
        phone=row.phone.read() or (row.person.phone if row.person else ""),
        email=row.email.read() or ((row.person.email or "") if row.person else ""),
        address=row.address.read(),
        answer=row.answer.read(),
        closed_at=row.closed_at,
        possible=frozenset(possible & own),
        is_independent=mine,
        by_letter=row.reached_by == "letter",
    )


def is_late(row: Complaint) -> bool:
    """Whether the day of the answer is over and there is none."""
    return row.state in OPEN_COMPLAINTS and row.answer_by < clock.today()


def name_of(row: Complaint) -> str:
    """Who complains; empty when they gave no name or it was erased."""
    return row.name.read() or (row.person.name if row.person else "")


def lines(rows: list[Complaint]) -> list[Line]:
    """One's own list."""
    return [
        Line(row.uuid, row.received_at, row.answer_by, row.get_state_display(), is_late(row))
        for row in rows
    ]
