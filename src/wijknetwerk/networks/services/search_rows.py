"""The rows of the index, read and written with little: each change of a thing that can be found
passes here. They go past their managers, so `services.search` asks for the scope first."""

# ruff: noqa: S608 - put together from constants; every value is a parameter

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BigIntegerField, CharField, QuerySet, UUIDField

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.core.statements_kept import Kept
from wijknetwerk.networks.models import Network, SearchEntry

AT_ONCE = 500  # rows of one statement

_HOME = Statement(
    lambda: (
        QuerySet(Network)
        .filter(pk=Slot("network", BigIntegerField()))
        .order_by()
        .values_list("pk", "visibility", "stopped_on", named=True)
    )
)
_ENTRY = Statement(
    lambda: (
        QuerySet(SearchEntry)
        .filter(kind=Slot("kind", CharField()), subject=Slot("subject", UUIDField()))
        .order_by()
        .select_for_update(of=("self",))
    )
)


def home_of(network_id: int | None) -> Any:
    """What of a network decides who may find its things; None for things of no network."""
    if network_id is None:
        return None
    [found] = _HOME.ask(network_id=network_id)
    return found


def entry_of(kind: str, subject: UUID, wanted: dict[str, Any]) -> tuple[SearchEntry, bool]:
    """The entry of a thing, locked, and whether it was made now, with these columns."""
    found = _ENTRY.ask(network_id=None, kind=kind, subject=subject)
    if found:
        return found[0], False
    entry = SearchEntry(kind=kind, subject=subject, **wanted)
    if _made(entry):
        return entry, True
    [found] = _ENTRY.ask(network_id=None, kind=kind, subject=subject)  # made meanwhile
    return found, False


_FIELDS = [field for field in SearchEntry._meta.concrete_fields if not field.primary_key]
_MAKE = Kept(
    f"INSERT INTO networks_searchentry ({', '.join(field.column or '' for field in _FIELDS)})"
    f" VALUES ({', '.join(['%s'] * len(_FIELDS))})"
    " ON CONFLICT (kind, subject) DO NOTHING RETURNING id"
)


def _made(entry: SearchEntry) -> bool:
    """Store a new entry; False when there is one of this thing."""
    now = connections[DEFAULT_DB_ALIAS]
    values = [field.get_db_prep_save(field.pre_save(entry, True), now) for field in _FIELDS]
    with now.cursor() as cursor:
        cursor.execute(_MAKE, values)
        row = cursor.fetchone()
    if row is None:
        return False
    entry.pk, entry._state.adding, entry._state.db = row[0], False, DEFAULT_DB_ALIAS
    return True


def add_words(rows: Sequence[tuple[int | None, int, str, int]]) -> None:
    """Network, entry, stem and weight of each."""
    _add("networks_searchword (network_id, entry_id, stem, weight)", rows)


def add_near(rows: Sequence[tuple[int | None, str, str, str]]) -> None:
    """Network, key, word and stem of each."""
    _add("networks_searchnear (network_id, key, word, stem)", rows)


def words_under(place: int | None, keys: Sequence[str]) -> set[str]:
    """Words of the index, for these readers, that stand under one of these keys."""
    marks = ", ".join(["%s"] * len(keys))
    where, more = ("IS NULL", []) if place is None else ("= %s", [place])
    sql = f"SELECT word FROM networks_searchnear WHERE key IN ({marks}) AND network_id {where}"
    with connection.cursor() as cursor:
        cursor.execute(sql, [*keys, *more])  # not kept: nearly each count of keys comes once
        return {word for (word,) in cursor.fetchall()}


def _add(into: str, rows: Sequence[Iterable[Any]]) -> None:
    for start in range(0, len(rows), AT_ONCE):
        some = [tuple(row) for row in rows[start : start + AT_ONCE]]
        each = f"({', '.join(['%s'] * len(some[0]))})"
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {into} VALUES {', '.join([each] * len(some))}",
                [value for row in some for value in row],
            )
