"""The statements of searching, written out: what a page asks here makes or breaks its budget.

They read `SearchWord` past its manager, so who calls names the places (networks, None for what
everybody may find) and `scope.require` guards them; on PostgreSQL the row policy stands behind.
"""

# ruff: noqa: S608 - put together from constants; every value is a parameter

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any
from uuid import UUID

from django.db import connection

from wijknetwerk.core import scope
from wijknetwerk.core.stems import LONGEST

Place = int | None
MOST_BEGUN = 1500  # rows of longer words that are looked at for a beginning, in their order


@dataclass(frozen=True, slots=True)
class Word:
    """One word to look up: any of these stems, or else a stem that begins with `prefix`."""

    stems: tuple[str, ...]
    prefix: str = ""


def entries_with(words: Sequence[Word], places: Sequence[Place], most: int) -> list[int]:
    """Keys of entries that have all these words, by the sum of their weights, then the newest."""
    scope.require(tuple(place for place in places if place is not None))
    if not words:
        return []
    # The longest word is mostly the rarest: the others are looked up for its entries only.
    ordered = sorted(words, key=lambda word: (bool(word.prefix), -len(word.stems[0])))
    if len(ordered) > 1:
        sql, params = _all_of(ordered, places)
    elif ordered[0].prefix:
        sql, params = _begun(ordered[0], places)
    else:
        sql, params = _one(ordered[0], places, most)
    with connection.cursor() as cursor:
        rows = most * prod(len(word.stems) for word in words)  # as often as one entry can answer
        cursor.execute(f"{sql} ORDER BY 2 DESC, 1 DESC LIMIT %s", [*params, rows])
        return list(dict.fromkeys(key for key, _score in cursor.fetchall()))[:most]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the index, with what of its home decides who may find it."""

    pk: int
    kind: str
    subject: UUID
    title: str
    body: str
    language: str
    audience: str
    home_id: int | None
    home_uuid: UUID | None
    home_name: str
    home_is_open: bool


_ENTRIES = """
SELECT e.id, e.kind, e.subject, e.title, e.body, e.language, e.audience, e.home_id, n.uuid, n.name,
  n.visibility = 'public' AND n.stopped_on IS NULL
FROM networks_searchentry e LEFT JOIN networks_network n ON n.id = e.home_id WHERE e.id IN ({marks})
"""


def entries_of(keys: Sequence[int]) -> list[Entry]:
    """The entries with these keys, in the same order."""
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES.format(marks=", ".join(["%s"] * len(keys))), keys)
        rows = {row[0]: row for row in cursor.fetchall()}
    return [_entry(*rows[key]) for key in keys if key in rows]


def _entry(pk: int, kind: str, subject: UUID | str, *more: Any) -> Entry:
    title, body, language, audience, home_id, home_uuid, name, is_open = more
    home = None if home_uuid is None else _uuid(home_uuid)
    uuid = _uuid(subject)
    said = (title, body, language, audience)
    return Entry(pk, kind, uuid, *said, home_id, home, name or "", bool(is_open))


def _uuid(value: UUID | str) -> UUID:
    """SQLite keeps them as text."""
    return value if isinstance(value, UUID) else UUID(value)


Sql = tuple[str, list[Any]]


def _one(word: Word, places: Sequence[Place], most: int) -> Sql:
    """The heaviest of each place, straight from the index, however many there are."""
    parts, params = [], list[Any]()
    for stem in word.stems:
        for place in places:
            where, value = _place("network_id", place)
            parts.append(
                "SELECT * FROM (SELECT entry_id, weight AS score FROM networks_searchword"
                f" WHERE stem = %s AND {where} ORDER BY weight DESC, entry_id DESC LIMIT %s) AS a"
            )
            params += [stem, *value, most]
    return f"SELECT entry_id, score FROM ({' UNION ALL '.join(parts)}) AS found", params


def _begun(word: Word, places: Sequence[Place]) -> Sql:
    where, params = _is("w", word)
    there, more = _places("w", places)
    return (
        "SELECT entry_id, MAX(weight) AS score FROM (SELECT w.entry_id, w.weight FROM"
        f" networks_searchword w WHERE {where} AND {there}"
        " ORDER BY w.stem, w.network_id, w.weight DESC, w.entry_id DESC LIMIT %s) AS begun"
        " GROUP BY entry_id",
        [*params, *more, MOST_BEGUN],
    )


def _all_of(words: Sequence[Word], places: Sequence[Place]) -> Sql:
    """CROSS JOIN keeps SQLite to this order; PostgreSQL finds the best one by itself."""
    names = [f"w{number}" for number in range(len(words))]
    joined = " CROSS JOIN ".join(f"networks_searchword {name}" for name in names)
    there, params = _places("w0", places)
    conditions = [there, *(f"{name}.entry_id = w0.entry_id" for name in names[1:])]
    for name, word in zip(names, words, strict=True):
        where, values = _is(name, word)
        conditions.append(where)
        params += values
    if not any(word.prefix for word in words):  # an entry answers once for each mix of stems
        score = " + ".join(f"{name}.weight" for name in names)
        where = " AND ".join(conditions)
        return f"SELECT w0.entry_id, {score} AS score FROM {joined} WHERE {where}", params
    score = " + ".join(f"MAX({name}.weight)" for name in names)
    return (
        f"SELECT w0.entry_id AS entry_id, {score} AS score FROM {joined}"
        f" WHERE {' AND '.join(conditions)} GROUP BY w0.entry_id",
        params,
    )


def _is(name: str, word: Word) -> Sql:
    if word.prefix:
        # A range, not LIKE: an ordinary index serves it, in any collation of letters and digits.
        last = word.prefix.ljust(LONGEST, "z")
        return f"{name}.stem BETWEEN %s AND %s", [word.prefix, last]
    marks = ", ".join(["%s"] * len(word.stems))
    return f"{name}.stem IN ({marks})", [*word.stems]


def _places(name: str, places: Sequence[Place]) -> Sql:
    """All the places at once."""
    found = [_place(f"{name}.network_id", place) for place in places]
    return f"({' OR '.join(where for where, _ in found)})", [one for _, v in found for one in v]


def _place(column: str, place: Place) -> Sql:
    return (f"{column} IS NULL", []) if place is None else (f"{column} = %s", [place])
