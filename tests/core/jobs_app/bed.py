"""A database of its own on which this process and real workers work together."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.core.management import call_command
from django.db import connection, connections

ENDED = ".ended"  # as in nursery.py, which sets Django up when it is imported

ROOT = Path(__file__).resolve().parents[3]
Answer = TypeVar("Answer")


def until(what: Callable[[], Answer], seconds: float = 60) -> Answer:
    """Ask again and again until the answer is yes. Raises AssertionError at the deadline."""
    end = time.monotonic() + seconds
    while not (answer := what()):
        if time.monotonic() > end:
            raise AssertionError(f"this did not come true within {seconds} s")
        time.sleep(0.02)
    return answer


class Worker:
    """A worker process: like `subprocess.Popen`, though the nursery is its parent."""

    def __init__(self, pid: int, log: Path) -> None:
        self.pid = pid
        self._ended = log.with_name(log.name + ENDED)

    def poll(self) -> int | None:
        """How it ended, or None while it runs."""
        return int(self._ended.read_text()) if self._ended.exists() else None

    def wait(self, timeout: float = 60) -> int:
        """How it ended, once it has. Raises AssertionError at the deadline."""
        until(self._ended.exists, timeout)
        return int(self._ended.read_text())

    def send_signal(self, number: int) -> None:
        """Send a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to stop."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


class Nursery:
    """Begins workers by forking one process in which Django is ready (see nursery.py)."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.core.jobs_app.nursery"],
            env={
                **os.environ,
                **environment,
                "DJANGO_SETTINGS_MODULE": "tests.core.jobs_app.settings",
                "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            },
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def worker(self, environment: dict[str, str], log: Path) -> Worker:
        """A new worker process, which writes into this file."""
        order = {"environment": environment, "log": str(log)}
        asks, answers = self._process.stdin, self._process.stdout
        assert asks
        assert answers
        asks.write(json.dumps(order) + "\n")
        asks.flush()
        return Worker(int(answers.readline()), log)

    def close(self) -> None:
        """End the nursery itself; who began workers ends those."""
        self._process.communicate(timeout=30)


class Bed:
    """Starts workers and looks at what they left."""

    def __init__(self, place: Path, nursery: Nursery) -> None:
        self.place = place
        self._nursery = nursery
        self._workers: list[Worker] = []

    def worker(self, **extra: str) -> Worker:
        """Start a worker process."""
        log = self.place / f"worker{len(self._workers)}.log"
        environment = {**extra, "JOBS_PLACE": str(self.place)}
        self._workers.append(self._nursery.worker(environment, log))
        return self._workers[-1]

    def traces(self, kind: str, n: int = 0) -> int:
        """How often something happened."""
        return len(list(self.place.glob(f"{kind}-{n}-*")))

    def effects(self) -> list[tuple[int, int]]:
        """What counts: number and process of each row."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT n, pid FROM jobs_effect ORDER BY n")
            return [(n, pid) for n, pid in cursor.fetchall()]

    def go(self) -> None:
        """Let held jobs end."""
        (self.place / "go").touch()

    def logs(self) -> str:
        """What all workers said."""
        return "".join(path.read_text() for path in self.place.glob("worker*.log"))

    def end(self) -> None:
        """End whatever still runs."""
        for process in self._workers:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()


@contextmanager
def shared_database(folder: Path) -> Iterator[dict[str, str]]:
    """A migrated database of the same kind as the test run's, which other processes can open.

    Within, Django's default connection of this process leads there too. Yields the environment
    that leads another process there.
    """
    settings = dict(connections.settings["default"])
    if connection.vendor == "sqlite":
        settings["NAME"] = str(folder / "jobs.sqlite3")
        with _default_connection(settings):
            _prepare()
            yield {"DATABASE_URL": "", "JOBS_SQLITE": settings["NAME"]}
        return
    settings["NAME"] = f"jobs_{uuid.uuid4().hex[:12]}"
    url = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(urlunsplit(url), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {settings['NAME']}")
        try:
            with _default_connection(settings):
                _prepare()
                yield {"DATABASE_URL": urlunsplit(url._replace(path=f"/{settings['NAME']}"))}
        finally:
            server.execute(f"DROP DATABASE {settings['NAME']} WITH (FORCE)")


@contextmanager
def _default_connection(settings: dict[str, Any]) -> Iterator[None]:
    earlier, earlier_settings = connections["default"], connections.settings["default"]
    connections.settings["default"] = settings
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = earlier_settings
        connections["default"] = earlier


def _prepare() -> None:
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE jobs_effect (n integer, pid integer)")
        cursor.execute("CREATE TABLE jobs_counter (n integer)")
        cursor.execute("INSERT INTO jobs_counter VALUES (0)")
        if connection.vendor == "postgresql":
            cursor.execute("GRANT ALL ON jobs_effect, jobs_counter TO PUBLIC")
