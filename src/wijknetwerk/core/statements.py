"""Statements that are made from models once and answered many times.

Making SQL from models takes several times what the database needs to answer it, and an everyday
page asks eight. A `Statement` keeps the SQL of a queryset in which slots stand for what differs
from page to page. Use it for what everyday pages ask; elsewhere a plain queryset is clearer.
"""

from collections import namedtuple
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Expression, Field, QuerySet
from django.db.models.query import get_related_populators

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.managers import ScopedManager
from wijknetwerk.core.statements_kept import Kept


class Slot(Expression):
    """A place in a kept statement for a value that is given with each question."""

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, Any]:
        """The slot itself stands among the parameters until a value comes."""
        return "%s", [self]


class Statement:
    """A queryset of `values_list(...)` or of whole models (also with `select_related` and
    annotations), made once for each shape.

    `make(*shape)` builds it, with `Slot`s for all values: whatever else it reads (today's date,
    an actor) would be kept for ever. It is built with every network in scope, so that nothing of a
    scope is kept: `ask` wants the network whose rows it reads and gives none that are out of scope
    (rule A4).
    """

    def __init__(self, make: Callable[..., "QuerySet[Any, Any]"]) -> None:
        self._make = make
        self._kept: dict[tuple[Hashable, ...], _Kept] = {}

    def ask(self, *shape: Hashable, network_id: int | None, **values: Any) -> list[Any]:
        """The rows, as named tuples or models. No rows when the network is not in scope, as
        managers do, and ScopeMissing outside any scope. `network_id` None is for tables without
        a scope, and for who has the gate behind them: `scope.require`, or the `Hand` of a plan."""
        if network_id is not None and not scope.covers(network_id):
            return []
        values["network"] = network_id
        key = (connection.vendor, *shape)
        kept = self._kept.get(key)
        if kept is None:
            with scope.acting(Actor.system("core.statements")):
                kept = self._kept[key] = _Kept(self._make(*shape))
        if kept.scoped:
            scope.current()
        return kept.rows(values)


class Parts:
    """The same for several statements asked as one: each gives its rows the columns that all
    share, plain values of the database."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, ...], tuple[str, Sequence[Any]]] = {}

    def part(self, key: tuple[Hashable, ...], make: Callable[[], "QuerySet[Any, Any]"]) -> Any:
        """The SQL of a part with its parameters, made once for each key."""
        key = (connection.vendor, *key)
        if key not in self._kept:
            self._kept[key] = plain(*make().query.get_compiler("default").as_sql())
        return self._kept[key]

    def ask(
        self, parts: Sequence[tuple[str, Sequence[Any], dict[str, Any]]]
    ) -> list[tuple[Any, ...]]:
        """The rows of all parts, each with the number of its part before it."""
        sql = " UNION ALL ".join(
            f"SELECT {number}, p{number}.* FROM ({one}) AS p{number}"  # noqa: S608 - of querysets
            for number, (one, _params, _values) in enumerate(parts)
        )
        now = connections[DEFAULT_DB_ALIAS]
        given = [filled(param, values, now) for _sql, params, values in parts for param in params]
        with now.cursor() as cursor:
            cursor.execute(Kept(sql), given)
            return list(cursor.fetchall())


class _Kept:
    """The SQL of one shape, with what turns its answer into rows."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        compiler = rows.query.get_compiler("default")
        sql, self.params = plain(*compiler.as_sql())
        self.sql = Kept(sql)
        self.compiler = compiler
        self.converters = compiler.get_converters([column[0] for column in compiler.select])
        self.row = _row_maker(rows, compiler)
        self.scoped = is_scoped(rows)

    def rows(self, values: dict[str, Any]) -> list[Any]:
        now = connections[DEFAULT_DB_ALIAS]  # once: the proxy looks it up at every turn
        with now.cursor() as cursor:
            cursor.execute(self.sql, [filled(param, values, now) for param in self.params])
            found: Iterable[Sequence[Any]] = cursor.fetchall()
        if self.converters:
            found = _converted(found, self.converters)
        return [self.row(row) for row in found]


def is_scoped(rows: "QuerySet[Any, Any]") -> bool:
    """Whether these are rows that nobody touches outside a scope, also where it is kept past its
    manager."""
    return isinstance(rows.model._default_manager, ScopedManager)


def plain(sql: str, params: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    """For PostgreSQL with all but the slots written out: what it knows when it plans a statement
    can be used for it, such as an index of the open ones only."""
    if connection.vendor != "postgresql":
        return sql, params
    compose = connection.ops.compose_sql  # type: ignore[attr-defined]  # of PostgreSQL only
    marks = [
        "%s" if isinstance(one, Slot) else compose("%s", [one]).replace("%", "%%") for one in params
    ]
    whole = sql.replace("%%", "%%%%") % tuple(marks)
    return whole, [one for one in params if isinstance(one, Slot)]


def filled(param: Any, values: dict[str, Any], now: Any) -> Any:
    """A parameter of a kept statement, with the value that is given for its slot."""
    if not isinstance(param, Slot):
        return param
    return param.output_field.get_db_prep_value(values[param.name], now)


def _converted(
    rows: Iterable[Sequence[Any]], converters: dict[int, tuple[list[Any], Any]]
) -> Iterable[Sequence[Any]]:
    plan = [(place, *found) for place, found in converters.items()]
    for row in rows:
        values = list(row)
        for place, functions, expression in plan:
            value = values[place]
            for function in functions:
                value = function(value, expression, connection)
            values[place] = value
        yield values


def _row_maker(rows: "QuerySet[Any, Any]", compiler: Any) -> Callable[[Sequence[Any]], Any]:
    if rows._fields:  # type: ignore[attr-defined]
        kind = namedtuple("Row", rows._fields)  # type: ignore[attr-defined,misc]
        return kind._make
    names = [field.attname for field in rows.model._meta.concrete_fields]
    from_db = rows.model.from_db
    noted = tuple((compiler.annotation_col_map or {}).items())
    if not (rows.query.select_related or noted):
        return lambda row: from_db("default", names, row)
    info, columns = compiler.klass_info, compiler.select
    # What mypy reads is of a newer Django.
    related = get_related_populators(info, columns, "default")  # type: ignore[call-arg]

    def whole(row: Sequence[Any]) -> Any:
        made = from_db("default", names, row[: len(names)])
        for one in related:
            one.populate(row, made)
        for name, place in noted:
            setattr(made, name, row[place])
        return made

    return whole
