"""What PostgreSQL plans once a connection answers each scope with its own rows (rules A4, N4), and
each value as if it stood in the statement."""

from uuid import UUID

import pytest
from django.db import connection, transaction

from tests.cast import TODAY, Cast
from tests.core.test_roles import ask
from wijknetwerk.core import scope
from wijknetwerk.core.postgresql import prepared
from wijknetwerk.core.statements_kept import Kept

pytestmark = pytest.mark.postgresql
MEMBERS = Kept("SELECT DISTINCT network_id FROM networks_membership WHERE id > %s ORDER BY 1")
VALUES = Kept("SELECT %s, %s, %s, %s, '100 %%'")


def _asked(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _kept() -> list[str]:
    return [str(row[0]) for row in ask("SELECT statement FROM pg_prepared_statements")]


def test_a_kept_plan_shows_each_actor_their_own_networks(cast: Cast) -> None:
    actors = [cast.actor("amina"), cast.actor("farid")]
    for _each in range(8):
        for actor in actors:
            with scope.acting(actor), transaction.atomic():
                assert [one for (one,) in _asked(MEMBERS, 0)] == sorted(actor.network_ids)
    assert [one for one in _kept() if "networks_membership WHERE id >" in one]
    with pytest.raises(scope.ScopeMissing):
        scope.current()


def test_values_keep_their_types_also_when_they_differ_from_time_to_time(cast: Cast) -> None:
    some = UUID("5b0e5a1c-0d6b-4f0e-9c53-0d5b7c1f9a11")
    for values in ((1, "it's %s", TODAY, some), (None, "", True, 2**40)) * 4:
        assert _asked(VALUES, *values) == [(*values, "100 %")]


def test_a_connection_keeps_no_more_plans_than_it_may(cast: Cast) -> None:
    for number in range(prepared.MOST + 2):
        for _each in range(2):
            assert _asked(Kept(f"SELECT %s + {number}"), 1) == [(number + 1,)]
    assert 0 < len(_kept()) < prepared.MOST
