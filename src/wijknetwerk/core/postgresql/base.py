"""Tells PostgreSQL the scope in force, just before the first statement that needs it (rule A4).

Telling it when a scope is entered and left costs a statement each time, also when nothing is asked
in between: a quarter of all statements. What was told inside a transaction or savepoint is undone
by its rollback, so after one it is told again.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base
from django.db.backends.postgresql.operations import DatabaseOperations as DjangoOperations

from wijknetwerk.core import scope
from wijknetwerk.core.postgresql.prepared import Preparing
from wijknetwerk.core.statements_kept import Kept

_UNKNOWN = object()
# These take no scope: some come where a transaction has failed, one must come first in it.
_CONTROL = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT", "SET TRANSACTION")

_SET = tuple(
    f"set_config('{name}', %s, false)"
    for name in (
        *("role", "wn.person", "wn.person_uuid"),
        *("wn.networks", "wn.network_uuids", "wn.every"),
    )
)


class DatabaseOperations(DjangoOperations):
    """What makes statements is ours (decision 0022)."""

    compiler_module = "wijknetwerk.core.postgresql.compiler"


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that knows which scope it was told last."""

    ops_class = DatabaseOperations

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._told: object = _UNKNOWN
        self._preparing = Preparing()
        self.execute_wrappers.append(self._in_scope)

    def connect(self) -> None:
        """Connect anew: nothing was told to this connection, or another's is left in a pool's."""
        self._told = _UNKNOWN
        self._preparing = Preparing()
        super().connect()

    def _rollback(self) -> None:
        self._told = _UNKNOWN
        super()._rollback()  # type: ignore[misc]  # the stubs leave it out

    def _in_scope(
        self,
        execute: Callable[..., Any],
        sql: Any,
        params: Any,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        if isinstance(sql, str) and sql.startswith(_CONTROL):
            if sql.startswith("ROLLBACK"):
                self._told = _UNKNOWN
        else:
            self.tell_scope()
            if isinstance(sql, Kept) and self.connection is not None and not many:
                with self.wrap_database_errors:
                    sql, params = self._preparing.ready(self.connection, sql, params)
        return execute(sql, params, many, context)

    def tell_scope(self) -> None:
        """Write the scope in force into the connection, unless it holds it already. Nothing without
        a connection, and nothing in a transaction that failed: that takes no statement."""
        now = scope.in_force()
        if self._told is now or self._told == now or not settings.DATABASE_ENFORCES_SCOPE:
            return
        raw = self.connection
        if raw is None or raw.closed or self.needs_rollback:
            return
        if raw.info.transaction_status.name == "INERROR":
            return
        changed = self._changed(now)
        if changed:
            with raw.cursor() as cursor:
                cursor.execute(
                    f"SELECT {', '.join(_SET[at] for at in changed)}",  # of the constants above
                    list(changed.values()),
                )
        self._told = now

    def _changed(self, now: scope.Scope | None) -> dict[int, str]:
        """What differs from what was told last, by its place among the settings; all of it when
        that is not known."""
        wanted = dict(enumerate(scope.as_settings(now)))
        if self._told is None or isinstance(self._told, scope.Scope):
            told = scope.as_settings(self._told)
            return {at: value for at, value in wanted.items() if value != told[at]}
        return wanted
