"""A3: several processes write into one chain at once; no gap, no double, on both databases."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections

from tests.core.log_writer import CLIENT
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.log import anchors
from wijknetwerk.core.log.verify import verify
from wijknetwerk.core.models import LogEntry

WRITERS, LINES = 4, 50
SYSTEM = Actor.system("tests")


@pytest.fixture
def shared(transactional_db: None, tmp_path: Path, settings: Any) -> Iterator[str]:
    """The name of a database that other processes can open: on SQLite, a file."""
    settings.ANCHOR_FILE = tmp_path / "anchors.jsonl"
    if connection.vendor == "postgresql":
        yield str(connection.settings_dict["NAME"])
        return
    name, usual = str(tmp_path / "log.sqlite3"), connection.settings_dict["NAME"]
    usual_raw, connection.connection = connection.connection, None
    connection.settings_dict["NAME"] = name
    call_command("migrate", "core", verbosity=0)
    yield name
    connections["default"].connection.close()
    connection.settings_dict["NAME"], connection.connection = usual, usual_raw


def test_four_processes_write_one_chain(shared: str) -> None:
    command = [sys.executable, "-m", "tests.core.log_writer", shared, str(WRITERS), str(LINES)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", "."])}
    writers = subprocess.Popen(command, env=environment)
    with scope.acting(SYSTEM):
        while writers.poll() is None:
            anchors.write()  # the worker goes on meanwhile
            with contextlib.suppress(subprocess.TimeoutExpired):
                writers.wait(timeout=0.2)
        assert writers.returncode == 0
        places = LogEntry.objects.filter(client_uuid=CLIENT).values_list("seq", flat=True)
        assert sorted(places) == list(range(1, WRITERS * LINES + 1))
        anchors.write()
        report = verify()
    assert (report.wrong, report.lines) == (None, WRITERS * LINES)
