"""Which kinds of things there are of somebody: one question instead of one for each kind."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from wijknetwerk.core import scope
from wijknetwerk.core.statements import Slot


class Anything:
    """Which of several querysets have rows, asked in one statement that is made once.

    For what ends with a person or a thing: of most kinds there is nothing, and to lock nothing
    costs as much as to lock something. Slots and scope are as with `Statement`.
    """

    def __init__(self, **make: Callable[[], "QuerySet[Any, Any]"]) -> None:
        self._make = make
        self._kept: dict[str, tuple[str, list[Any]]] = {}

    def ask(self, *, network_id: int, **values: Any) -> set[str]:
        """The names of those with rows; all names when the network is not in scope, so that who
        looks further finds what the managers and policies say."""
        if not scope.covers(network_id):
            return set(self._make)
        values["network"] = network_id
        kept = self._kept.get(connection.vendor)
        if kept is None:
            kept = self._kept[connection.vendor] = self._compiled()
        sql, params = kept
        with connection.cursor() as cursor:
            cursor.execute(sql, [_given(param, values) for param in params])
            found = cursor.fetchone()
        return {name for name, there in zip(self._make, found, strict=True) if there}

    def _compiled(self) -> tuple[str, list[Any]]:
        made = [
            rows().query.exists().get_compiler("default").as_sql() for rows in self._make.values()
        ]
        asked = ", ".join(f"EXISTS({sql})" for sql, _params in made)
        return f"SELECT {asked}", [param for _sql, params in made for param in params]


def _given(param: Any, values: dict[str, Any]) -> Any:
    if not isinstance(param, Slot):
        return param
    return param.output_field.get_db_prep_value(values[param.name], connection)
