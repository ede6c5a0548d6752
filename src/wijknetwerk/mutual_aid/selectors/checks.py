"""Checks for the desk: which are due, both sides of two neighbours together, and which requests
somebody was not content about. Names and numbers: for who keeps the desk only."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    FollowUp,
    HelpRequest,
    Match,
    MatchState,
    Neighbour,
    ReachedBy,
    Side,
)
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of

if TYPE_CHECKING:
    from datetime import datetime

    from wijknetwerk.networks.models import Network

WHOLE = ("match__request__asker__person", "match__offer__helper__person")


@dataclass(frozen=True, slots=True)
class DueSide:
    """One side to be asked: how, since when."""

    check: FollowUp
    uuid: UUID
    side: str
    name: str
    phone: str
    how: str
    due_on: date
    is_late: bool
    asked_at: "datetime | None"

    @property
    def by_phone(self) -> bool:
        """Whether the desk calls."""
        return self.how == ReachedBy.PHONE

    @property
    def by_letter(self) -> bool:
        """Whether it goes by letter."""
        return self.how == ReachedBy.LETTER


@dataclass(frozen=True, slots=True)
class DueMatch:
    """Two neighbours of whom at least one is to be asked; who asks for help comes first."""

    match: Match
    kind: str
    due_on: date
    is_late: bool
    sides: list[DueSide]


@dataclass(frozen=True, slots=True)
class UnhappyRequest:
    """A request of which one side was not content, until the desk settled it."""

    request: HelpRequest
    uuid: UUID
    name: str
    kind: str
    since: "datetime"


def open_checks() -> QuerySet[FollowUp]:
    """Checks that nobody answered, of what runs."""
    return FollowUp.objects.filter(
        answered_at=None, skipped_at=None, match__state=MatchState.RUNNING
    )


def due_rows(network: "Network", on: date) -> QuerySet[FollowUp]:
    """The checks that are due on a day, the oldest first."""
    return open_checks().filter(network=network, due_on__lte=on).order_by("due_on", "pk")


def due(network: "Network", on: date) -> list[DueMatch]:
    """The checks that are due on a day, the oldest first, both sides together; one query."""
    found: dict[int, list[FollowUp]] = {}
    for row in due_rows(network, on).select_related(*WHOLE):
        found.setdefault(row.match_id, []).append(row)
    return [_due_match(rows, on) for rows in found.values()]


def _due_match(rows: list[FollowUp], on: date) -> DueMatch:
    match = rows[0].match
    sides = sorted((_due_side(row, on) for row in rows), key=lambda one: one.side)
    first = min(one.due_on for one in sides)
    return DueMatch(match, match.request.kind, first, first < on, sides)


def _due_side(row: FollowUp, on: date) -> DueSide:
    who = side_row(row)
    return DueSide(
        check=row,
        uuid=row.uuid,
        side=row.side,
        name=name_of(who),
        phone=phone_of(who),
        how=row.how,
        due_on=row.due_on,
        is_late=row.due_on < on,
        asked_at=row.asked_at,
    )


def side_row(row: FollowUp) -> Neighbour:
    """Whose answer it is."""
    return row.match.request.asker if row.side == Side.ASKER else row.match.offer.helper


def unhappy_requests(network: "Network") -> list[UnhappyRequest]:
    """Requests of which somebody was not content, the longest waiting first; one query."""
    rows = HelpRequest.objects.filter(
        network=network, state__in=OPEN_REQUESTS, unhappy_at__isnull=False
    )
    return [
        UnhappyRequest(row, row.uuid, name_of(row.asker), row.kind, row.unhappy_at)
        for row in rows.select_related("asker__person").order_by("unhappy_at", "pk")
        if row.unhappy_at is not None
    ]
