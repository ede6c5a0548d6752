"""Several short lists read in one statement.

A page that needs a little of much asks the database once:

    facts, offers = together(HelperFact.objects.filter(...), HelpOffer.objects.filter(...)[:100])

Each queryset gives what it would give by itself, in its own order: models (with what
`select_related` brings), or the rows of `values_list`. The database hands each list over as JSON,
so this is for tens of rows. Values of annotations that are JSON themselves are not for here.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

_WIDTH = 50  # columns in one call: databases take a hundred arguments, and some take fewer
_BACK: dict[str, Callable[[str], Any]] = {
    "UUIDField": UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
}


def together(*lists: "QuerySet[Any, Any]") -> list[list[Any]]:
    """The rows of each queryset, by one statement for all of them."""
    parts = [_Part(rows) for rows in lists]
    asked = [part for part in parts if part.sql]
    if asked:
        sql = f"SELECT {', '.join(part.sql for part in asked)}"
        with connection.cursor() as cursor:
            cursor.execute(sql, [param for part in asked for param in part.params])
            found = cursor.fetchone()
        for part, text in zip(asked, found, strict=True):
            part.answer = [part.values(row) for row in json.loads(text)]
    return [part.read() for part in parts]


class _Part:
    """One of the lists: its SQL, and the rows that came for it."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        self.rows = rows.all()
        self.compiler = self.rows.query.get_compiler("default")
        self.answer: list[tuple[Any, ...]] = []
        try:
            inner, self.params = self.compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:  # a condition that nothing can meet
            self.sql, self.params = "", ()
            return
        quoted = [connection.ops.quote_name(alias) for *_column, alias in self.compiler.select]
        row = _array([_array(names) for names in _split(quoted)])
        self.sql = f"(SELECT {_LISTED[connection.vendor] % row} FROM ({inner}) AS part)"  # noqa: S608

    def values(self, row: list[list[Any]]) -> tuple[Any, ...]:
        """A row as the database gives it when it is asked for by itself."""
        values = [value for piece in row for value in piece]
        if connection.vendor == "postgresql":
            selected = zip(values, self.compiler.select, strict=True)
            return tuple(_as_asked(value, column[0].output_field) for value, column in selected)
        return tuple(values)

    def read(self) -> list[Any]:
        """What the queryset makes of its answer."""
        if not self.sql:
            return []
        answer = self.answer
        self.compiler.execute_sql = lambda *_args, **_named: [answer]
        self.rows.query.get_compiler = lambda *_args, **_named: self.compiler  # type: ignore[method-assign]
        return list(self.rows)


_LISTED = {
    "postgresql": "COALESCE(json_agg(%s), '[]')::text",
    "sqlite": "json_group_array(%s)",
}


def _split(names: list[str]) -> list[list[str]]:
    return [names[start : start + _WIDTH] for start in range(0, len(names), _WIDTH)]


def _array(items: Sequence[str]) -> str:
    called = "json_build_array" if connection.vendor == "postgresql" else "json_array"
    return f"{called}({', '.join(items)})"


def _as_asked(value: Any, field: Any) -> Any:
    """PostgreSQL gives dates, ids and JSON as text or as values within the JSON."""
    if value is None:
        return None
    kind = field.get_internal_type()
    if kind == "JSONField":
        return json.dumps(value)
    return _BACK[kind](value) if kind in _BACK else value
