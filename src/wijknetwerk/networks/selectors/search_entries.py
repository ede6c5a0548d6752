"""The entries that a statement of searching gives, with what decides who may find them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

from wijknetwerk.core.statements_kept import Kept

Sql = tuple[str, list[Any]]


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
    home_slug: str
    home_is_open: bool


_TEXT = """
SELECT e.id, e.kind, e.subject, e.title, e.body, e.language, e.audience, e.home_id, n.uuid,
  n.name, n.slug, n.visibility = 'public' AND n.stopped_on IS NULL
"""
_HOME = "LEFT JOIN networks_network n ON n.id = e.home_id"


def entries_of(keys: Sequence[int]) -> list[Entry]:
    """The entries with these keys, in the same order."""
    if not keys:
        return []
    marks = ", ".join(["%s"] * len(keys))
    found = _entries(f"{_TEXT} FROM networks_searchentry e {_HOME} WHERE e.id IN ({marks})", keys)
    return [found[key] for key in keys if key in found]


def entries_by(statement: Sql) -> list[Entry]:
    """The entries that a statement of keys and scores gives, the best first, each once."""
    sql, params = statement
    joined = "networks_searchentry e ON e.id = found.entry_id"
    ordered = "ORDER BY found.score DESC, found.entry_id DESC"
    whole = f"{_TEXT} FROM ({sql}) AS found JOIN {joined} {_HOME} {ordered}"
    return list(_entries(whole, params).values())


def rows_of(sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    """What a statement of searching gives."""
    with connection.cursor() as cursor:
        cursor.execute(Kept(sql), params)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _entries(sql: str, params: Sequence[Any]) -> dict[int, Entry]:
    found = dict[int, Entry]()
    for row in rows_of(sql, params):
        if row[0] not in found:
            found[row[0]] = _entry(*row)
    return found


def _entry(pk: int, kind: str, subject: UUID | str, *more: Any) -> Entry:
    title, body, language, audience, home_id, home_uuid, name, slug, is_open = more
    home = None if home_uuid is None else _home_uuid(home_uuid)
    said, named = (title, body, language, audience), (name or "", slug or "")
    return Entry(pk, kind, as_uuid(subject), *said, home_id, home, *named, bool(is_open))


def as_uuid(value: UUID | str) -> UUID:
    """SQLite keeps them as text."""
    return value if isinstance(value, UUID) else UUID(value)


@lru_cache(maxsize=1024)  # the entries of a page are of few networks
def _home_uuid(value: UUID | str) -> UUID:
    return as_uuid(value)
