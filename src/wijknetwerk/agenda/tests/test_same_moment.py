"""The last places, asked for by many at the same moment, on real connections (both databases)."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections

from tests.cast import NOW, SYSTEM, Cast, make_cast
from wijknetwerk.agenda.models import SignUp
from wijknetwerk.agenda.selectors.people import left_of
from wijknetwerk.agenda.tests.planning import comes, plan
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError

pytestmark = pytest.mark.django_db(transaction=True)
NAMES = ("amina", "bas", "els", "ben", "lena", "priya")


@pytest.fixture
def shared(transactional_db: None, tmp_path: Path) -> Iterator[Cast]:
    """The cast in a database that several connections can write: PostgreSQL, or an SQLite file."""
    if connection.vendor != "sqlite":
        yield make_cast()
        return
    file = tmp_path / "shared.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    before = connection.settings_dict["NAME"]
    memory = connections["default"]
    del connections["default"]
    connections["default"].settings_dict["NAME"] = str(file)
    try:
        yield make_cast()
    finally:
        connections["default"].close()
        connections["default"] = memory
        connection.settings_dict["NAME"] = before


def _at_once(*acts: Callable[[], Any]) -> list[str]:
    start = threading.Barrier(len(acts))
    name = connection.settings_dict["NAME"]
    found = [""] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        connections["default"].settings_dict["NAME"] = name
        try:
            with clock.frozen(NOW):
                start.wait()
                act()
                found[place] = "yes"
        except DomainError as error:
            found[place] = error.code
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_six_ask_for_five_places_two_each_and_two_get_them(shared: Cast) -> None:
    event = plan(shared, room=5)
    acts = [lambda name=name: comes(shared, name, event, brings=1) for name in NAMES]
    assert sorted(_at_once(*acts)) == ["event_full"] * 4 + ["yes"] * 2
    with scope.acting(SYSTEM):
        assert left_of(event) == 1
        assert SignUp.objects.count() == 2


def test_the_same_member_twice_at_once_stands_there_once(shared: Cast) -> None:
    event = plan(shared)
    found = _at_once(*[lambda: comes(shared, "amina", event)] * 3)
    assert sorted(found) == ["signed_up_already"] * 2 + ["yes"]
