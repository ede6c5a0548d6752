"""Rows that many tests begin with are made once and then laid down again as they were.

Making the cast or loading the route takes dozens of statements through models and services; the
rows are the same every time. `down` has them made for real the first time (and whenever they can't
be laid down because others stand there), and afterwards puts the very same rows back in one go.
"""

import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import IntegrityError, connection, transaction

from tests.cast import SYSTEM
from wijknetwerk.core import scope

T = TypeVar("T")
_CHANGES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')


@dataclass(frozen=True)
class _Kept:
    """What was made: the rows of each table, and what the maker answered."""

    rows: dict[str, Any]
    answer: bytes


_kept: dict[str, _Kept] = {}


def down(name: str, make: Callable[[], T], *, without: tuple[str, ...] = ()) -> T:
    """What `make` makes and answers; the name stands for all that it does.

    `without` names tables that stay empty, for rows that cost much and that no test here reads.
    """
    with scope.acting(SYSTEM):
        kept = _kept.get(name)
        if kept is None:
            return _made_and_kept(name, make, without)
        try:
            with transaction.atomic():
                _lay(kept.rows)
        except IntegrityError:
            return make()
    answer: T = pickle.loads(kept.answer)  # noqa: S301  what this process pickled itself
    return answer


def _made_and_kept(name: str, make: Callable[[], T], without: tuple[str, ...]) -> T:
    """Make it twice: once to hear which tables it touches, and those must be empty before it."""
    touched: dict[str, None] = {}

    def listening(execute: Any, sql: str, *rest: Any) -> Any:
        if found := _CHANGES.match(sql):
            touched[found[1]] = None
        return execute(sql, *rest)

    with transaction.atomic(), connection.execute_wrapper(listening):
        make()
        transaction.set_rollback(True)
    was_empty = not any(_rows_of(table) for table in touched)
    answer = make()
    if was_empty:
        for table in without:
            with connection.cursor() as cursor:
                cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608  a table of ours
        rows = {table: rows for table in touched if (rows := _rows_of(table))}
        _kept[name] = _Kept(rows, pickle.dumps(answer))
    return answer


def _rows_of(table: str) -> Any:
    """All rows of a table, in a form that goes back unchanged; nothing when there are none."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f'SELECT json_agg(t)::text FROM "{table}" t')  # noqa: S608
            return cursor.fetchone()[0]
        described = connection.introspection.get_table_description(cursor, table)
        # The plus keeps Django's converters of dates and the like away from the stored values.
        columns = ", ".join(f'+"{column.name}"' for column in described)
        cursor.execute(f'SELECT {columns} FROM "{table}"')  # noqa: S608
        return cursor.fetchall()


def _lay(rows: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "; ".join(_FROM_JSON % (table, table) for table in rows), list(rows.values())
            )
            return
        for table, found in rows.items():
            places = ", ".join(["%s"] * len(found[0]))
            cursor.executemany(f'INSERT INTO "{table}" VALUES ({places})', found)  # noqa: S608


_FROM_JSON = 'INSERT INTO "%s" SELECT * FROM json_populate_recordset(NULL::"%s", %%s)'
