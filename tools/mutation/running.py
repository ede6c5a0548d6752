"""The tests run once, to learn which test needs which line; then a fork for each break."""

import os
import signal
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tools.mutation.breaking import is_function, swap
from tools.mutation.targets import ROOT

SECONDS = 20.0
"""Processor time for one break; what takes longer hangs, and was noticed."""
SURVIVED, NOTICED, TOO_LONG, NOT_HERE = "survived", "noticed", "too long", "not here"


@dataclass(frozen=True)
class Asked:
    """One break to try."""

    path: str
    number: int
    function: str
    lines: range


@dataclass
class Outcome:
    """What became of it, and what it cost."""

    state: str
    seconds: float = 0.0
    tests: int = 0


@dataclass
class Session:
    """A plug-in of pytest: takes the place of its loop over the tests."""

    asked: list[Asked]
    told: Callable[[Asked, Outcome], None]
    template: str
    targets: frozenset[str]
    ran: dict[str, dict[tuple[str, int], None]] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    order: dict[str, list[str]] = field(default_factory=dict)
    noticed: dict[tuple[str, str], dict[str, int]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    """Which test noticed how many breaks of a function: the best one goes first next time."""

    @pytest.hookimpl
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All tests once, then all breaks."""
        items = session.items
        after = _Nothing(session)
        for item in items:
            self._traced(item, after)
        if self.failed:
            return True
        self._keep_database()
        needed = self._needed(items)
        for path in self.targets:
            found = {id(one): one for line, many in needed[path].items() for one in many}
            self.order[path] = [one.nodeid for one in self._sorted(found.values())]
        for one in self.asked:
            found = {id(it): it for line in one.lines for it in needed[one.path].get(line, ())}
            self.told(one, self._tried(one, self._sorted(found.values()), after))
        return True

    def _traced(self, item: pytest.Item, after: Any) -> None:
        """Run a test and note which lines of the targets it needed."""
        lines: dict[tuple[str, int], None] = {}
        names = {str(ROOT / path): path for path in self.targets}

        def each_line(frame: Any, event: str, _argument: Any) -> Any:
            lines[names[frame.f_code.co_filename], frame.f_lineno] = None
            return each_line

        def each_call(frame: Any, _event: str, _argument: Any) -> Any:
            return each_line if frame.f_code.co_filename in names else None

        before = time.process_time()
        sys.settrace(each_call)
        try:
            reports = runtestprotocol(item, log=False, nextitem=after)
        finally:
            sys.settrace(None)
        self.took[item.nodeid] = time.process_time() - before
        self.ran[item.nodeid] = lines
        self.failed += [f"{item.nodeid}\n{one.longrepr}" for one in reports if one.failed]

    def _needed(self, items: list[pytest.Item]) -> dict[str, dict[int, list[pytest.Item]]]:
        found: dict[str, dict[int, list[pytest.Item]]] = defaultdict(lambda: defaultdict(list))
        for item in items:
            for path, line in self.ran[item.nodeid]:
                found[path][line].append(item)
        return found

    def _sorted(self, items: Iterable[pytest.Item]) -> list[pytest.Item]:
        """Without a database first, then the quickest."""
        return sorted(
            items, key=lambda it: ("once" not in it.keywords, self.took[it.nodeid], it.nodeid)
        )

    def _tried(self, one: Asked, chosen: list[pytest.Item], after: Any) -> Outcome:
        if not is_function(one.path, one.function):
            return Outcome(NOT_HERE)
        if not chosen:
            return Outcome(SURVIVED)
        killers = self.noticed[one.path, one.function]
        chosen.sort(key=lambda item: killers.get(item.nodeid, 0))
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            quiet()
            os._exit(_run(one, chosen, after, writing))
        os.close(writing)
        _pid, status, used = os.wait4(child, 0)
        with os.fdopen(reading) as said:
            if by := said.read():
                killers[by] = killers.get(by, 0) - 1
        seconds = used.ru_utime + used.ru_stime
        if os.WIFSIGNALED(status):
            return Outcome(TOO_LONG, seconds, len(chosen))
        states = {0: SURVIVED, 2: NOT_HERE}
        return Outcome(states.get(os.WEXITSTATUS(status), NOTICED), seconds, len(chosen))

    def _keep_database(self) -> None:
        """The empty database with all its tables, for breaks that ask a new start."""
        from django.db import connection

        with sqlite3.connect(self.template) as copy:
            connection.connection.backup(copy)


class _Nothing:
    """Comes after each test: what is of the session stays, the rest is put away."""

    def __init__(self, session: pytest.Session) -> None:
        self.session = session

    def listchain(self) -> list[pytest.Session]:
        """As pytest asks what to keep."""
        return [self.session]


def _run(one: Asked, chosen: list[pytest.Item], after: Any, told: int) -> int:
    """In the fork: 0 when no test noticed, 1 when one did, 2 when it can't be broken here."""
    limit()
    try:
        if not swap(one.path, one.number, one.function):
            return 2
    except Exception:  # what can't even be made is noticed
        return 1
    for item in chosen:
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
            os.write(told, item.nodeid.encode())
            return 1
    return 0


def limit() -> None:
    """End by a signal what takes too long."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(int(SECONDS * 15))


def quiet() -> None:
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
