"""A4: what the roles of PostgreSQL may do, and that no request leaves its scope behind."""

from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import DatabaseError, connection, transaction
from django.test import Client

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import log, rls, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models import LogEntry

pytestmark = [pytest.mark.postgresql, pytest.mark.urls("tests.core.pages")]


def ask(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())


NAMES = ("role", "wn.person", "wn.person_uuid", "wn.networks", "wn.network_uuids", "wn.every")


def left_over() -> tuple[str, ...]:
    """What the connection itself knows now; asked below Django, which would tell it the scope."""
    connection.ensure_connection()
    raw: Any = connection.connection
    with raw.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(f'current_setting({name!r}, true)' for name in NAMES)}")
        return tuple(value or "" for value in cursor.fetchone())


CLEAN = ("none", "", "", "", "", "")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_logentry SET event = 'tests.nothing'",
        "DELETE FROM core_logentry",
        "TRUNCATE core_logentry",
        "ALTER TABLE core_logentry DISABLE ROW LEVEL SECURITY",
        "DROP POLICY wn_read ON core_logentry",
    ],
)
@pytest.mark.parametrize("who", ["dewi", "worker"])
def test_no_role_of_ours_can_change_the_log(cast: Cast, statement: str, who: str) -> None:
    actor = SYSTEM if who == "worker" else cast.actor(who)
    with scope.acting(actor):
        log.record(actor, "tests.done", cast.linde)
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
        assert LogEntry.objects.filter(event="tests.done").count() == 1


def test_the_web_reads_lines_about_oneself_and_ones_networks_only(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        log.record(SYSTEM, "tests.amina", None, client=cast.amina.uuid)
        log.record(SYSTEM, "tests.linde", cast.linde)
        log.record(cast.actor("sam"), "tests.by_sam", None)
    seen = {}
    for name in ("amina", "farid", "sam", "vera"):
        with scope.acting(cast.actor(name)):
            rows = ask("SELECT event FROM core_logentry WHERE event LIKE 'tests.%%' ORDER BY event")
            seen[name] = [event for (event,) in rows]
    assert seen == {
        "amina": ["tests.amina", "tests.linde"],
        "farid": [],
        "sam": ["tests.by_sam"],
        "vera": [],
    }


def test_the_web_can_add_a_line_to_a_chain_that_it_cannot_read(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        log.record(SYSTEM, "tests.first", None, client=cast.amina.uuid)
    with scope.acting(cast.actor("sam")):
        line = log.record(cast.actor("sam"), "tests.second", None, client=cast.amina.uuid)
    assert line.seq == 2


def test_every_request_runs_as_web_within_the_scope_of_who_asks(
    cast: Cast, sign_in: SignIn
) -> None:
    for browser, person, networks in (
        (Client(), "", ""),
        (sign_in("sam"), str(cast.sam.uuid), ""),
        (sign_in("dewi"), str(cast.dewi.uuid), str(cast.linde.pk)),
        (sign_in("vera"), str(cast.vera.uuid), ""),
    ):
        assert browser.get("/tests/who_am_i").json() == {
            "role": "wijknetwerk_web",
            "person": person,
            "networks": networks,
            "every": "",
        }


@pytest.mark.parametrize(
    "page",
    ["who_am_i", "shows_a_person", "fails", "breaks_its_transaction", "forgets_to_log", "nothing"],
)
def test_nothing_of_a_scope_is_left_after_a_request(cast: Cast, sign_in: SignIn, page: str) -> None:
    browser = sign_in("dewi")
    browser.raise_request_exception = False
    browser.get(f"/tests/{page}")
    assert left_over() == CLEAN
    with pytest.raises(scope.ScopeMissing):
        scope.current()


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_made_anew_within_a_request_starts_in_the_same_scope(
    cast: Cast, sign_in: SignIn
) -> None:
    told = sign_in("dewi").get("/tests/loses_its_connection").json()
    assert (told["role"], told["person"]) == ("wijknetwerk_web", str(cast.dewi.uuid))
    assert left_over() == CLEAN


@pytest.mark.django_db(transaction=True)
def test_a_failed_request_outside_a_transaction_leaves_nothing(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    browser.raise_request_exception = False
    for page in ("fails", "breaks_its_transaction", "is_refused"):
        browser.post(f"/tests/{page}")
        browser.get(f"/tests/{page}")
        assert left_over() == CLEAN


def test_only_the_worker_can_ask_for_every_network(cast: Cast) -> None:
    with scope.acting(cast.actor("sam")), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('wn.every', 'on', false)")
        assert ask("SELECT count(*) FROM networks_membership") == [(0,)]
    with scope.acting(SYSTEM):
        assert ask("SELECT count(*) FROM networks_membership")[0][0] > 0


def test_every_scoped_table_has_a_forced_policy_in_the_database(db: None) -> None:
    assert rls.unguarded_tables("default") == []


def test_a_table_that_lost_its_policy_is_found_and_mended(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP POLICY wn_scope ON networks_membership")
        cursor.execute("ALTER TABLE networks_partner NO FORCE ROW LEVEL SECURITY")
    assert rls.unguarded_tables("default") == ["networks_membership", "networks_partner"]
    rls.apply("default")
    assert rls.unguarded_tables("default") == []


def test_check_finds_it_too(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE networks_membership DISABLE ROW LEVEL SECURITY")
    with pytest.raises(SystemCheckError, match="networks_membership has no row-level policy"):
        call_command("check", databases=["default"])


def test_the_system_runs_as_worker(db: None) -> None:
    with scope.acting(Actor.system("tests")):
        assert ask("SELECT current_user") == [("wijknetwerk_worker",)]
