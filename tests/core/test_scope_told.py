"""A4: each statement runs in the scope in force, however scopes, transactions, savepoints, failed
statements and rollbacks are nested; what was told inside one of them is undone by its rollback."""

import random

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import SYSTEM, Cast
from tests.core.test_roles import ask
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor

pytestmark = pytest.mark.postgresql
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
TOLD = (
    "SELECT current_setting('role'), current_setting('wn.person_uuid', true),"
    " current_setting('wn.networks', true), current_setting('wn.every', true)"
)


class Undo(Exception):
    """Ends a block with a rollback."""


def told() -> tuple[str, ...]:
    """What the database holds while it answers."""
    return tuple(value or "" for value in ask(TOLD)[0])


def wanted() -> tuple[str, ...]:
    """What it should hold, from the scope in force."""
    now = scope.in_force()
    if now is None:
        return ("none", "", "", "")
    networks = ",".join(str(number) for number in now.network_ids)
    return (now.role.value, now.person_uuid, networks, "on" if now.every_network else "")


def undone(chance: random.Random, actors: list[Actor], depth: int, *, fails: bool) -> None:
    """Some steps whose transaction is rolled back: by a failed statement, or by us."""
    with transaction.atomic():
        walk(chance, actors, depth)
        with scope.acting(chance.choice(actors)):
            if fails:
                ask("SELECT * FROM no_such_table")
            raise Undo


def walk(chance: random.Random, actors: list[Actor], depth: int) -> None:
    """A few random steps on this level; each look compares."""
    for _each in range(chance.randrange(1, 4)):
        draw = chance.random()
        if depth == 0 or draw < 0.35:
            assert told() == wanted()
        elif draw < 0.65:
            with scope.acting(chance.choice(actors)):
                walk(chance, actors, depth - 1)
        elif draw < 0.8:
            with transaction.atomic():
                walk(chance, actors, depth - 1)
        else:
            with pytest.raises((Undo, DatabaseError)):
                undone(chance, actors, depth - 1, fails=draw < 0.9)
    assert told() == wanted()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_each_statement_runs_in_the_scope_in_force(cast: Cast, seed: int) -> None:
    actors = [cast.actor("dewi"), cast.actor("farid"), cast.actor("sam"), SYSTEM]
    walk(random.Random(seed), actors, depth=4)  # noqa: S311


@pytest.mark.django_db(transaction=True)
def test_also_after_the_rollback_of_a_whole_transaction(cast: Cast) -> None:
    actors = [cast.actor("dewi"), cast.actor("farid"), SYSTEM]
    for seed in range(60):
        walk(random.Random(seed), actors, depth=4)  # noqa: S311
    connection.close()
    assert told() == wanted() == ("none", "", "", "")
