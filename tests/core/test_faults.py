"""Faults of the surroundings: one clear sentence each, and a non-zero exit."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from wijknetwerk.conf import faults

pytestmark = pytest.mark.once

TESTED = [sys.executable, "-m", "wijknetwerk.conf.cli"]


def run(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    }
    return subprocess.run(
        [*TESTED, *words], env={**kept, **environment}, capture_output=True, text=True, check=False
    )


def one_sentence(done: "subprocess.CompletedProcess[str]") -> str:
    assert done.returncode != 0
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


def test_a_taken_port(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run("demo", "--port", str(port), WIJKNETWERK_DATA=str(tmp_path))
    assert one_sentence(done).startswith(f"Port {port} is taken")


def test_a_damaged_database(tmp_path: Path) -> None:
    (tmp_path / "wijknetwerk.sqlite3").write_bytes(b"this is no database" * 500)
    done = run("demo", "--prepare-only", "--port", "0", WIJKNETWERK_DATA=str(tmp_path))
    assert one_sentence(done) == faults.BROKEN


def test_a_database_server_that_does_not_answer(tmp_path: Path) -> None:
    done = run(
        *("--demo", "migrate"),
        WIJKNETWERK_DATA=str(tmp_path),
        DATABASE_URL="postgres://nobody@127.0.0.1:9/nothing",
    )
    assert one_sentence(done) == faults.AWAY


def test_a_database_of_another_version(tmp_path: Path) -> None:
    done = run("--demo", "verify-log", WIJKNETWERK_DATA=str(tmp_path))
    assert one_sentence(done) == faults.NOT_MIGRATED


def test_a_full_disk(tmp_path: Path) -> None:
    assert faults.sentence(OSError(28, "No space left on device")) == faults.FULL


def test_production_without_its_settings() -> None:
    assert "Set WIJKNETWERK_SECRET_KEY" in one_sentence(run("migrate"))


def test_an_unknown_command_points_to_the_help() -> None:
    assert "There is no command 'migrat'" in one_sentence(run("migrat"))


def test_version_and_help_need_no_settings() -> None:
    assert run("--version").stdout.startswith("wijknetwerk ")
    assert "verify-log" in run("--help").stdout
