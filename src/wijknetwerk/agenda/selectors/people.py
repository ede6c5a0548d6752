"""Who comes and who came, for who sees to the event. Others get numbers only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Sum

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.agenda.models import Attendee, Event, SignUp
from wijknetwerk.core import clock
from wijknetwerk.core.together import together
from wijknetwerk.networks.people import MemberNow, members_now
from wijknetwerk.networks.rows import within


@dataclass(frozen=True, slots=True)
class Coming:
    """Somebody on the list: how to reach them, and how many they bring."""

    uuid: UUID
    member: UUID | None
    name: str
    phone: str
    email: str
    brings: int


@dataclass(frozen=True, slots=True)
class WhoCame:
    """The list to tick: who said so, all other members, names that were added, and how many more.
    `ticked` holds the ids of who came."""

    coming: list[Coming]
    others: list[MemberNow]
    added: list[tuple[UUID, str, str]]
    ticked: set[UUID] = field(default_factory=set)
    unnamed: int = 0

    @property
    def named(self) -> int:
        """How many names are ticked."""
        return len(self.ticked)


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Somebody who came and has no e-mail: they get the page as a letter."""

    uuid: UUID
    name: str


def counting(day: Any = None) -> Q:
    """Sign-ups that count: not taken back, and a member's only while they take part (rule N2); a
    kept statement gives a slot for the day."""
    here = within(day or clock.today(), "membership__")
    return Q(cancelled_at=None) & (Q(membership=None) | here)


def coming_to(event: Event) -> list[Coming]:
    """Who said that they come, by name. One query."""
    return _by_name(_said(event))


def _said(event: Event) -> QuerySet[SignUp, Any]:
    rows = SignUp.objects.filter(counting(), event=event)
    own = ("uuid", "membership__uuid", "name", "phone", "email", "brings", "membership_id")
    more = ("membership__person__phone", "membership__person__email")
    names = name_fields("membership__person")
    return rows.values_list(*dict.fromkeys((*own, *more, *names)), named=True)


def _by_name(rows: Iterable[Any]) -> list[Coming]:
    return sorted((_coming(row) for row in rows), key=lambda one: one.name.casefold())


def left_of(event: Event, *, held: bool = True) -> int | None:
    """For how many people there is room still; None without a limit.

    An address that signs up twice takes room twice, or the room that is left would tell whether
    the address stood there already. Without `held`, for who plans the event, only who comes.
    """
    room = event.room or (event.place.room if event.place else None)
    if room is None:
        return None
    rows = SignUp.objects.filter(counting(), event=event)
    each = F("brings") + 1 + F("held") if held else F("brings") + 1
    taken = rows.aggregate(all=Sum(each))["all"] or 0
    return max(0, room - taken)


def who_came(event: Event) -> WhoCame:
    """The list to tick, two queries."""
    own = ("uuid", "membership__uuid", "sign_up__uuid", "name", "email")
    named = Attendee.objects.filter(event=event).order_by("pk").values_list(*own)
    signed_up, rows = together(_said(event), named)
    coming = _by_name(signed_up)
    said = {one.member for one in coming}
    ticked = {member or sign_up or uuid for uuid, member, sign_up, _name, _email in rows}
    added = [(row[0], row[3], row[4]) for row in rows if row[1] is None and row[2] is None]
    others = [one for one in members_now(event.network_id) if one.uuid not in said]
    return WhoCame(coming, others, added, ticked, event.unnamed)


def on_paper(event: Event) -> list[OnPaper]:
    """Who came and has no e-mail, by name. One query."""
    rows = Attendee.objects.filter(event=event).values_list(
        "uuid", "name", "email", "membership_id", *name_fields("membership__person"), named=True
    )
    without = [row for row in rows if not (row.email or row.membership__person__email)]
    found = [OnPaper(row.uuid, _name(row)) for row in without]
    return sorted(found, key=lambda one: one.name.casefold())


def _coming(row: Any) -> Coming:
    if row.membership_id is None:
        return Coming(row.uuid, None, row.name, row.phone, row.email, row.brings)
    return Coming(
        row.uuid,
        row.membership__uuid,
        _name(row),
        row.membership__person__phone,
        row.membership__person__email or "",
        row.brings,
    )


def _name(row: Any) -> str:
    return name_in(row, "membership__person") if row.membership_id else row.name
