"""The users of `tools/postgres-roles.sql`: the web server's own password opens little (A4).

Runs on a server of its own, because roles belong to a whole server.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tools import postgres

ROOT = Path(__file__).resolve().parent.parent
PASSWORDS = {"owner": "o'p:e", "web": "w", "worker": "x"}

pytestmark = pytest.mark.postgresql


def address(server: postgres.Server, user: str) -> str:
    """A DATABASE_URL of one of the three users."""
    password = PASSWORDS[user].replace("'", "%27").replace(":", "%3A")
    host = server.url.partition("@")[2].partition("/")[0]
    return f"postgres://wijknetwerk_{user}_login:{password}@{host}/wijknetwerk"


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    """A server with the three users, and the tables made by their owner, who is no superuser."""
    started = postgres.start()
    try:
        passwords = {
            f"WIJKNETWERK_{user.upper()}_PASSWORD": word for user, word in PASSWORDS.items()
        }
        run(
            [str(started.programs / "psql"), started.url, "-f", "tools/postgres-roles.sql"],
            passwords,
        )
        settings = {"DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.test"}
        run(
            [sys.executable, "-m", "django", "migrate"],
            {**settings, "DATABASE_URL": address(started, "owner")},
        )
        yield started
    finally:
        started.stop()


def run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def web(server: postgres.Server) -> Iterator[psycopg.Connection]:
    """Somebody who has the web server's password, and nothing of our code in between."""
    with psycopg.connect(address(server, "web"), autocommit=True) as connection:
        yield connection


@pytest.mark.parametrize("user", ["web", "worker"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE core_logentry SET hash = ''",
        "DELETE FROM core_logentry",
        "TRUNCATE core_logentry",
        "ALTER TABLE networks_membership DISABLE ROW LEVEL SECURITY",
        "DROP POLICY wn_scope ON networks_membership",
        "CREATE TABLE mine (id int)",
        "SET ROLE wijknetwerk_owner_login",
    ],
)
def test_neither_web_nor_worker_can(server: postgres.Server, user: str, statement: str) -> None:
    with (
        psycopg.connect(address(server, user), autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement)


@pytest.mark.parametrize("role", ["none", "wijknetwerk_web"])
def test_web_cannot_ask_for_every_network(web: psycopg.Connection, role: str) -> None:
    web.execute("SELECT set_config('role', %s, false), set_config('wn.every', 'on', false)", [role])
    assert web.execute("SELECT wn_every()").fetchone() == (False,)


def test_web_cannot_become_the_worker(web: psycopg.Connection) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        web.execute("SET ROLE wijknetwerk_worker")


def test_the_worker_can_ask_for_every_network(server: postgres.Server) -> None:
    with psycopg.connect(address(server, "worker"), autocommit=True) as connection:
        connection.execute("SET ROLE wijknetwerk_worker")
        connection.execute("SET wn.every = 'on'")
        assert connection.execute("SELECT wn_every()").fetchone() == (True,)


def test_web_can_read_the_head_of_the_log(web: psycopg.Connection) -> None:
    web.execute("SET ROLE wijknetwerk_web")
    assert web.execute("SELECT seq, hash FROM wn_log_head('nothing')").fetchone() == (None, None)


def test_the_owner_can_make_a_backup_of_every_row(server: postgres.Server) -> None:
    # The policies hold for the owner too, and pg_dump asks them without a search path.
    dump = str(server.programs / "pg_dump")
    run(
        [dump, "--enable-row-security", "--file=/dev/null", address(server, "owner")],
        {"PGOPTIONS": "-c wn.every=on"},
    )
