"""Checks for the desk: which are due, both sides of two neighbours together, and which requests
somebody was not content about. Names and numbers: for who keeps the desk only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.together import together as read_together
from wijknetwerk.mutual_aid.access_checks import CheckHand
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    FollowUp,
    HelpRequest,
    Match,
    Neighbour,
    ReachedBy,
    Side,
)
from wijknetwerk.mutual_aid.selectors import check_waits, kinds
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network

LATE = timedelta(days=7)
WHOLE = ("match__request__asker__person", "match__offer__helper__person")


@dataclass(frozen=True, slots=True)
class DueSide:
    """One side to be asked: how, since when. `call` names who is called, if that is another."""

    check: FollowUp
    uuid: UUID
    side: str
    name: str
    other: str
    """The other side, by name."""
    phone: str
    call: str
    handy: str
    how: str
    due_on: date
    day: date
    """On which it is asked: when it is due, or the day after nobody was reached."""
    is_late: bool
    """A week or more."""
    tries: int
    asked_at: "datetime | None"
    by_phone: bool
    """The desk calls: they want that, or gave no answer for two weeks."""
    to_print: bool
    """A letter is to be printed."""

    @property
    def is_helper(self) -> bool:
        """Whether this is who helps."""
        return self.side == Side.HELPER


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


def due(network: "Network", on: date) -> list[DueMatch]:
    """The checks that are due on a day, the oldest first, both sides together; one query."""
    return both_sides(due_rows(network, on), on)


def due_rows(network: Any, until: Any) -> "QuerySet[FollowUp]":
    """What is due by that day, the oldest first; for `both_sides`. Of a network and a day, or slots
    for them."""
    rows = check_waits.due_on(until).filter(network=network).order_by("due_on", "pk")
    return rows.select_related(*WHOLE)


def both_sides(rows: Iterable[FollowUp], on: date) -> list[DueMatch]:
    """`due_rows` as the desk reads them on a day, both sides of two neighbours together."""
    return _together((row, _due_side(row, on)) for row in rows)


def _together(sides: Iterable[tuple[FollowUp, DueSide]]) -> list[DueMatch]:
    found: dict[int, list[tuple[FollowUp, DueSide]]] = {}
    for row, side in sides:
        found.setdefault(row.match_id, []).append((row, side))
    return [
        DueMatch(
            match=rows[0][0].match,
            kind=rows[0][0].match.request.kind,
            due_on=min(side.due_on for _row, side in rows),
            is_late=any(side.is_late for _row, side in rows),
            sides=sorted((side for _row, side in rows), key=lambda one: one.side),
        )
        for rows in found.values()
    ]


def _due_side(row: FollowUp, on: date) -> DueSide:
    who = side_row(row)
    request = row.match.request
    call, phone = "", phone_of(who)
    if row.side == Side.ASKER and request.call_phone:
        call, phone = request.call_name.read(), request.call_phone.read()
    unanswered = row.asked_at is not None and row.due_on <= on - check_waits.CALL_AFTER
    return DueSide(
        check=row,
        uuid=row.uuid,
        side=row.side,
        name=name_of(who),
        other=name_of(request.asker if row.side == Side.HELPER else row.match.offer.helper),
        phone=phone,
        call=call,
        handy=who.handy.read(),
        how=row.how,
        due_on=row.due_on,
        day=max(row.due_on, row.again_on or row.due_on),
        is_late=row.due_on <= on - LATE,
        tries=row.tries,
        asked_at=row.asked_at,
        by_phone=row.how == ReachedBy.PHONE or unanswered,
        to_print=row.how == ReachedBy.LETTER and row.asked_at is None,
    )


def side_row(row: FollowUp) -> Neighbour:
    """Whose answer it is."""
    return row.match.request.asker if row.side == Side.ASKER else row.match.offer.helper


def _unhappy_rows(network: "Network") -> "QuerySet[HelpRequest]":
    """Requests of which somebody was not content, the longest waiting first."""
    rows = HelpRequest.objects.filter(
        network=network, state__in=OPEN_REQUESTS, unhappy_at__isnull=False
    )
    return rows.select_related("asker__person").order_by("unhappy_at", "pk")


@dataclass(frozen=True, slots=True)
class Needed:
    """Somebody said that something is needed, and nobody took it up yet."""

    uuid: UUID
    name: str
    need: str
    said_at: "datetime"


def _needed_rows(network: "Network") -> "QuerySet[FollowUp]":
    """Where people said that they need something, the longest waiting first."""
    rows = FollowUp.objects.filter(network=network, need_open=True, answered_at__isnull=False)
    return rows.select_related(*WHOLE).order_by("answered_at", "pk")


@dataclass(frozen=True, slots=True)
class DueList:
    """The whole list of the desk."""

    unhappy: list[UnhappyRequest]
    needed: list[Needed]
    due: list[DueMatch]
    soon: list[DueMatch]
    """Due within a week; may be called already."""
    to_print: int
    to_call: int
    kinds: dict[str, str]
    """What the kinds of help are called."""

    @property
    def count(self) -> int:
        """How many people it is about, at most."""
        return len(self.unhappy) + len(self.needed) + 2 * (len(self.due) + len(self.soon))


def _need_for(actor: Actor, row: FollowUp) -> str:
    """Not the words of the other side of who keeps the desk and asks or helps too."""
    return row.need.read() if CheckHand(actor, row).may_read else ""


def due_list(actor: Actor, network: "Network", today: date, *, until: date) -> DueList:
    """Everything on the list of the desk in one query, however long it is."""
    own_kinds, due_by_then, unhappy, needed = read_together(
        kinds.own_rows(network),
        due_rows(network, until),
        _unhappy_rows(network),
        _needed_rows(network),
    )
    found = kinds.with_own(own_kinds)
    everything = [(row, _due_side(row, today)) for row in due_by_then]
    now = [(row, side) for row, side in everything if side.day <= today]
    later = [(row, side) for row, side in everything if side.day > today]
    sides = [side for _row, side in now]
    return DueList(
        unhappy=[
            UnhappyRequest(row, row.uuid, name_of(row.asker), row.kind, row.unhappy_at)
            for row in unhappy
        ],
        needed=[
            Needed(row.uuid, name_of(side_row(row)), _need_for(actor, row), row.answered_at)
            for row in needed
        ],
        due=_together(now),
        soon=_together(later),
        to_print=sum(side.to_print for side in sides),
        to_call=sum(side.by_phone for side in sides),
        kinds={
            row.match.request.kind: kinds.title_of(found, row.match.request.kind)
            for row, _side in everything
        },
    )
