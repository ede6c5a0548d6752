"""Jobs that leave traces: a row for what counts, a file for what merely happened."""

import os
import signal
import tempfile
import time
from functools import cache
from pathlib import Path

from django.db import connection

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every, job

TICK = 2


@cache
def _for_nobody() -> Path:
    return Path(tempfile.mkdtemp(prefix="wn-test-jobs-"))


def place() -> Path:
    """Given by the test to its workers; what a test runs in its own process leaves a file for
    nobody."""
    given = os.environ.get("JOBS_PLACE")
    return Path(given) if given else _for_nobody()


def trace(kind: str, n: int = 0) -> int:
    """Leave a file, and return how many of this kind and number there were before."""
    before = len(list(place().glob(f"{kind}-{n}-*")))
    (place() / f"{kind}-{n}-{time.monotonic_ns()}-{os.getpid()}").touch()
    return before


def effect(n: int) -> None:
    """Leave a row."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO jobs_effect (n, pid) VALUES (%s, %s)", [n, os.getpid()])


def wait_for_go() -> None:
    """Last until the test says go."""
    end = time.monotonic() + 60
    while not (place() / "go").exists():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


@job("testbed.quick")
def quick(*, actor: Actor, n: int) -> None:
    """Leave a row."""
    effect(n)


@job("testbed.hold")
def hold(*, actor: Actor, n: int) -> None:
    """Leave a row, and last."""
    trace("start", n)
    effect(n)
    wait_for_go()


@job("testbed.hold_outside", atomic=False)
def hold_outside(*, actor: Actor, n: int) -> None:
    """Last, outside a transaction, and leave a row at the end."""
    trace("start", n)
    wait_for_go()
    effect(n)


@job("testbed.die_at_the_end")
def die_at_the_end(*, actor: Actor, n: int) -> None:
    """The first time, kill this process between what was done and the mark that it is."""
    effect(n)
    if trace("start", n) == 0:
        os.kill(os.getpid(), signal.SIGKILL)


@job("testbed.fail", atomic=False)
def fail(*, actor: Actor, n: int) -> None:
    """Fail, with a text that may not be kept."""
    trace("start", n)
    raise ValueError("something that Amina wrote")


@every(name="testbed.tick", seconds=TICK)
def tick(*, actor: Actor) -> None:
    """Leave a trace."""
    trace("tick")
