"""Members are locked before anything of theirs, so that nobody who leaves waits for somebody who
waits for them (docs/architecture.md). Real threads, on both databases; SQLite has one writer."""

import threading
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections, transaction

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.directory.models import Service
from wijknetwerk.directory.said import Said
from wijknetwerk.directory.services import entries
from wijknetwerk.networks.services import leaving, people
from wijknetwerk.networks.tests.test_same_moment import shared
from wijknetwerk.voices.models import InitiativeNeed
from wijknetwerk.voices.services import initiative_needs
from wijknetwerk.voices.tests.rounding import an_initiative, by

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]


def _while_they_leave(cast: Cast, name: str, rows: Callable[[], Iterable[Any]], act: Any) -> Any:
    """Somebody begins to leave; another acts and has to wait for that. Then nothing of what leaving
    will touch is locked yet. After that both go on. What came of the act."""
    found: list[Any] = []
    database = connection.settings_dict["NAME"]

    def run() -> None:
        connections["default"].settings_dict["NAME"] = database
        try:
            with clock.frozen(NOW):
                found.append(act())
        except Exception as error:
            found.append(error)
        finally:
            connections["default"].close()

    other = threading.Thread(target=run)
    with scope.acting(SYSTEM), transaction.atomic():
        member = people.active_member(cast.linde, cast.members[name].uuid)
        other.start()
        if connection.vendor == "postgresql":
            _until_it_waits(found)
            assert not found, "it went on without waiting for who leaves"
            assert list(rows()), "locked at once, or it would say that somebody has it"
        leaving.end_membership(member, leaving.Reason.LEFT)
    other.join()
    return found[0]


def _until_it_waits(found: list[Any]) -> None:
    with connection.cursor() as cursor:
        while not found:
            cursor.execute(
                "select count(*) from pg_locks"
                " where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))"
            )
            if cursor.fetchone()[0]:
                return


def test_who_changes_the_list_waits_for_who_leaves_without_holding_the_entry(
    shared: Cast,
) -> None:
    said = Said(name="Eettafel", description="Samen eten", phone="026 123 45 67")
    made = by(shared, "bas", entries.add, said=said)

    def change() -> Any:
        return by(shared, "bas", entries.still_right, entry=made.uuid)

    def rows() -> Iterable[Any]:
        return Service.objects.select_for_update(nowait=True).filter(pk=made.pk)

    found = _while_they_leave(shared, "bas", rows, change)
    assert getattr(found, "code", None) == "no_member"


def test_the_night_waits_for_who_leaves_without_holding_what_they_promised(shared: Cast) -> None:
    row = an_initiative(shared, pull=True)
    asked = {"kind": "room", "what": "Een zaal"}
    need = by(shared, "amina", initiative_needs.ask, initiative=row.uuid, **asked)
    day = TODAY + timedelta(days=3)
    by(shared, "bas", initiative_needs.promise, need=need.uuid, by_on=day)

    def night() -> Any:
        with scope.acting(SYSTEM):
            return initiative_needs.follow_actions(SYSTEM)

    def rows() -> Iterable[Any]:
        return InitiativeNeed.objects.select_for_update(nowait=True).filter(pk=need.pk)

    assert _while_they_leave(shared, "bas", rows, night) == 0
    with scope.acting(SYSTEM):
        kept = InitiativeNeed.objects.get(pk=need.pk)
        assert (kept.state, kept.promised_by_id, kept.action) == ("asked", None, None)
