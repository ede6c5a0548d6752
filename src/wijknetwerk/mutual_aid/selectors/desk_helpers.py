"""Helpers with room, for the first screen of the desk."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import BigIntegerField, Count, DateField, F, QuerySet, Subquery

from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.mutual_aid.kinds import shipped
from wijknetwerk.mutual_aid.models import HelpOffer
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors.neighbours import name_read, reach_fields
from wijknetwerk.mutual_aid.selectors.offers import running, with_room

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FEW = 6
LONG_AGO = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Helper:
    """A helper with room, whom nobody asked for the longest time."""

    offer: UUID
    name: str
    kinds: str
    last_asked: datetime | None
    long_ago: bool
    room: int


def helpers_with_room(network: "Network") -> tuple[list[Helper], int]:
    """Helpers with room, those whom nobody asked for the longest time first, and how many there
    are. One query: names are looked up of these few only."""
    rows = _WITH_ROOM.ask(network_id=network.pk, today=clock.today())
    before = clock.now() - LONG_AGO
    return [_helper(row, before) for row in rows], rows[0].rows_in_all if rows else 0


def _with_room() -> "QuerySet[Any, Any]":
    with scope.acting(Actor.system("mutual_aid.desk")):  # nothing of a scope is kept in it
        return _few(Slot("network", BigIntegerField()), Slot("today", DateField()))


def _few(network: Any, today: Any) -> "QuerySet[Any, Any]":
    all_offers: QuerySet[Any] = HelpOffer.objects.all()
    rows = with_room(all_offers.filter(network=network), today)
    order = (F("last_asked_at").asc(nulls_first=True), "noted_at", "pk")
    in_all = rows.order_by().values("network").annotate(count=Count("pk")).values("count")
    found: QuerySet[Any, Any] = (
        all_offers.filter(pk__in=rows.order_by(*order).values("pk")[:FEW])
        .annotate(together=running(), rows_in_all=Subquery(in_all))
        .order_by(*order)
        .values_list(
            *("uuid", "kinds", "room", "last_asked_at", "noted_at", "together", "rows_in_all"),
            *reach_fields("helper"),
            named=True,
        )
    )
    return found


_WITH_ROOM = Statement(_with_room)


def _helper(row: Any, before: datetime) -> Helper:
    return Helper(
        offer=row.uuid,
        name=name_read(row, "helper"),
        kinds=", ".join(dict.fromkeys(_titles(row.kinds))),
        last_asked=row.last_asked_at,
        long_ago=(row.last_asked_at or row.noted_at) < before,
        room=row.room - row.together,
    )


def _titles(codes: list[str]) -> list[str]:
    """What kinds are called; a kind of the network's own by its first level."""
    found = (kinds_of.title_of(shipped(), code) for code in codes)
    return [title for title in found if title]
