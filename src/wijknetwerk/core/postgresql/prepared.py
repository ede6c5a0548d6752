"""Statements that PostgreSQL plans once a connection. Planning what row policies guard takes
several times what answering it does: two thirds of the database's time of a page that searches.

Such a statement is prepared when it is asked for the second time on a connection. Its values stay
values; each has the type that it has in Python, so that nothing has to be guessed.
"""

import itertools
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from psycopg.types.numeric import Int2, Int4, Int8

from wijknetwerk.core.statements_kept import Kept

MOST: Final = 150  # plans that one connection keeps; some 50 KB each
_TYPES: Final[dict[type, str]] = {
    bool: "boolean",
    int: "bigint",
    Int2: "bigint",
    Int4: "bigint",
    Int8: "bigint",
    str: "text",
    UUID: "uuid",
    date: "date",
    datetime: "timestamptz",
}
_NUMBERS = itertools.count(1)  # of this process: a pool may hand over a connection with other names


class Preparing:
    """What one connection has prepared."""

    def __init__(self) -> None:
        self._names: dict[tuple[object, ...], str] = {}

    def ready(self, raw: Any, sql: Kept, params: Sequence[Any] | None) -> tuple[str, Any]:
        """What to send: the same statement the first time, and with values of other types."""
        types = tuple(map(type, params or ()))
        key = (sql, types)
        name = self._names.get(key)
        if name is None:
            if len(self._names) >= MOST:
                raw.execute("DEALLOCATE ALL")
                self._names.clear()
            self._names[key] = "" if _TYPES.keys() >= set(types) else _NEVER
            return sql, params
        if name == _NEVER:
            return sql, params
        if not name:
            name = f"wn_{next(_NUMBERS)}"
            marks = tuple(f"${at}::{_TYPES[one]}" for at, one in enumerate(types, 1))
            raw.execute(f"PREPARE {name} AS {str(sql) % marks}")
            self._names[key] = name
        values = ", ".join(["%s"] * len(types))
        return f"EXECUTE {name}{f' ({values})' if types else ''}", params


_NEVER: Final = "-"
