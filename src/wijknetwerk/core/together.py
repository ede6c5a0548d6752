"""Several short lists read in one statement.

A page that needs a little of much asks the database once:

    facts, offers = together(HelperFact.objects.filter(...), HelpOffer.objects.filter(...)[:100])

Each queryset gives what it would give by itself, in its own order: models (with what
`select_related` brings), or the rows of `values_list`. The database hands each list over as JSON,
so this is for tens of rows. Values of annotations that are JSON themselves are not for here.
"""

import json
from collections.abc import Callable, Sequence
from copy import copy
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import Slot

_WIDTH = 50  # columns in one call: databases take a hundred arguments, and some take fewer
_BACK: dict[str, Callable[[str], Any]] = {
    "UUIDField": UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
}


def together(*lists: "QuerySet[Any, Any]") -> list[list[Any]]:
    """The rows of each queryset, by one statement for all of them."""
    return _asked([_Part(rows) for rows in lists], {})


class Together:
    """The same for what everyday pages ask, made once: with `statements.Slot` for all values.

    `make` is called once in each process, with every network in scope, so that nothing of a scope
    is kept: `ask` wants the network whose rows are read, and gives none that are out of scope. Each
    queryset names the network by a slot.
    """

    def __init__(self, make: "Callable[[], tuple[QuerySet[Any, Any], ...]]") -> None:
        self._make = make
        self._kept: dict[str, list[_Part]] = {}

    def ask(self, *, network_id: int, **values: Any) -> list[list[Any]]:
        """The rows of each list, with these values in the slots; ScopeMissing outside any scope."""
        kept = self._kept.get(connection.vendor)
        if kept is None:
            with scope.acting(Actor.system("core.together")):
                kept = [_Part(rows) for rows in self._make()]
            self._kept[connection.vendor] = kept
        if not scope.covers(network_id):
            return [[] for _part in kept]
        return _asked(kept, {**values, "network": network_id})


def _asked(parts: "list[_Part]", values: dict[str, Any]) -> list[list[Any]]:
    asked = [part for part in parts if part.sql]
    found: dict[int, list[tuple[Any, ...]]] = {}
    if asked:
        sql = f"SELECT {', '.join(part.sql for part in asked)}"
        with connection.cursor() as cursor:
            filled = [_filled(one, values) for part in asked for one in part.params]
            cursor.execute(sql, filled)
            texts = cursor.fetchone()
        for part, text in zip(asked, texts, strict=True):
            found[id(part)] = [part.values(row) for row in json.loads(text)]
    return [part.read(found[id(part)]) if part.sql else [] for part in parts]


def _filled(param: Any, values: dict[str, Any]) -> Any:
    if not isinstance(param, Slot):
        return param
    return param.output_field.get_db_prep_value(values[param.name], connection)


class _Part:
    """One of the lists: its SQL, and what makes rows of an answer; it holds no answer itself."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        self.rows = rows.all()
        self.compiler = self.rows.query.get_compiler("default")
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

    def read(self, answer: list[tuple[Any, ...]]) -> list[Any]:
        """What the queryset makes of this answer."""
        compiler, rows = copy(self.compiler), self.rows.all()
        compiler.execute_sql = lambda *_args, **_named: [answer]
        rows.query.get_compiler = lambda *_args, **_named: compiler  # type: ignore[method-assign]
        return list(rows)


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
