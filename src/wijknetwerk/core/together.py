"""Several short lists read in one statement.

A page that needs a little of much asks the database once:

    facts, offers = together(HelperFact.objects.filter(...), HelpOffer.objects.filter(...)[:100])

Each queryset gives what it would give by itself, in its own order: models (with what
`select_related` brings), or the rows of `values_list`. The database hands each list over as JSON,
so this is for tens of rows. Values of annotations that are JSON themselves are not for here.
"""

import json
from collections.abc import Callable, Hashable, Iterator, Sequence
from copy import copy
from datetime import date, datetime
from itertools import chain
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import QuerySet

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.statements import filled, is_scoped, plain
from wijknetwerk.core.statements_kept import Kept

_WIDTH = 50  # columns in one call: databases take a hundred arguments, and some take fewer
_BACK: dict[str, Callable[[str], Any]] = {
    "UUIDField": UUID,
    "DateTimeField": datetime.fromisoformat,
    "DateField": date.fromisoformat,
}


def together(*lists: "QuerySet[Any, Any]") -> list[list[Any]]:
    """The rows of each queryset, by one statement for all of them."""
    return _Question(lists).ask({})


class Together:
    """The same for what everyday pages ask, made once: with `statements.Slot` for all values.

    `make` is called once in each process for each `shape` that it is asked in, with every network
    in scope, so that nothing of a scope is kept: `ask` wants the network whose rows are read, and
    gives none that are out of scope. Each queryset names the network by a slot. `network_id` None
    is for rows of which the caller has the gate behind it (a `Hand` of a plan).
    """

    def __init__(self, make: "Callable[..., tuple[QuerySet[Any, Any], ...]]") -> None:
        self._make = make
        self._kept: dict[tuple[Hashable, ...], _Question] = {}

    def ask(self, *shape: Hashable, network_id: int | None, **values: Any) -> list[list[Any]]:
        """The rows of each list, with these values in the slots; ScopeMissing outside any scope."""
        key = (connection.vendor, *shape)
        kept = self._kept.get(key)
        if kept is None:
            with scope.acting(Actor.system("core.together")):
                kept = _Question(self._make(*shape))
            kept.keep()
            self._kept[key] = kept
        if kept.scoped:
            scope.current()
        if network_id is not None and not scope.covers(network_id):
            return [[] for _part in kept.parts]
        return kept.ask({**values, "network": network_id})


class _Question:
    """Several lists as one statement, with what makes rows of its answer."""

    def __init__(self, lists: "Sequence[QuerySet[Any, Any]]") -> None:
        self.parts = [_Part(rows) for rows in lists]
        self.scoped = any(is_scoped(rows) for rows in lists)
        asked = [part for part in self.parts if part.sql]
        self.sql = f"SELECT {', '.join(part.sql for part in asked)}" if asked else ""
        self.params: Sequence[Any] = [one for part in asked for one in part.params]

    def keep(self) -> None:
        """It will be asked again and again: what a database can plan once."""
        sql, self.params = plain(self.sql, self.params)
        self.sql = Kept(sql)

    def ask(self, values: dict[str, Any]) -> list[list[Any]]:
        texts: Iterator[str] = iter(())
        if self.sql:
            now = connections[DEFAULT_DB_ALIAS]
            with now.cursor() as cursor:
                cursor.execute(self.sql, [filled(one, values, now) for one in self.params])
                texts = iter(cursor.fetchone())
        return [part.read(json.loads(next(texts))) if part.sql else [] for part in self.parts]


class _Part:
    """One of the lists: its SQL, and what makes rows of an answer; it holds no answer itself."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        self.rows = rows.all()
        self.compiler = self.rows.query.get_compiler("default")
        self.params: Sequence[Any]
        try:
            inner, self.params = self.compiler.as_sql(with_col_aliases=True)
        except EmptyResultSet:  # a condition that nothing can meet
            self.sql, self.params = "", ()
            return
        quoted = [connection.ops.quote_name(alias) for *_column, alias in self.compiler.select]
        row = _array([_array(names) for names in _split(quoted)])
        self.sql = f"(SELECT {_LISTED[connection.vendor] % row} FROM ({inner}) AS part)"  # noqa: S608
        self._keep_converters()

    def _keep_converters(self) -> None:
        """Looking up how each column is read takes longer than reading a few rows."""
        compiler = self.compiler
        converters = compiler.get_converters([column[0] for column in compiler.select])
        compiler.get_converters = lambda *_args: converters
        postgresql = connection.vendor == "postgresql"
        fields = [column[0].output_field for column in compiler.select] if postgresql else []
        self.given = [(at, one) for at, field in enumerate(fields) if (one := _reader(field))]

    def values(self, row: list[list[Any]]) -> tuple[Any, ...]:
        """A row as the database gives it when it is asked for by itself."""
        values = list(chain.from_iterable(row))
        for at, read in self.given:
            if values[at] is not None:
                values[at] = read(values[at])
        return tuple(values)

    def read(self, answer: list[list[list[Any]]]) -> list[Any]:
        """What the queryset makes of this answer."""
        if not answer:
            return []
        found = [self.values(row) for row in answer]
        compiler, rows = copy(self.compiler), self.rows.all()
        compiler.execute_sql = lambda *_args, **_named: [found]
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


def _reader(field: Any) -> Callable[[Any], Any] | None:
    """PostgreSQL gives dates, ids and JSON as text or as values within the JSON."""
    kind = field.get_internal_type()
    return json.dumps if kind == "JSONField" else _BACK.get(kind)
