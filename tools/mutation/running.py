"""The tests run once, to learn which test needs which line; then a fork for each break."""

import gc
import os
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
from tools.mutation.forks import NOT_HERE, SURVIVED, Forks, Outcome
from tools.mutation.targets import OTHERS, ROOT, is_first


@dataclass(frozen=True)
class Asked:
    """One break to try."""

    path: str
    number: int
    function: str
    lines: range


@dataclass
class Session:
    """A plug-in of pytest: takes the place of its loop over the tests."""

    asked: list[Asked]
    told: Callable[[Asked, Outcome], None]
    template: str
    targets: frozenset[str]
    at_a_time: int
    strict: bool
    """Whether all tests have to pass first; else those that fail are left out."""
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
        after, kept = _Nothing(session), _statements()
        for item in session.items:
            _forget(kept)
            self._traced(item, after)
        if self.failed and self.strict:
            return True
        print(f"{len(session.items)} tests, {sum(self.took.values()):.0f} s of processor time")
        self._keep_database()
        kept = _statements()
        needed = self._needed(session.items)
        self._ordered(session.items, needed)
        forks: Forks[Asked] = Forks(self.at_a_time, self._heard)
        for one in self.asked:
            found = {id(it): it for line in one.lines for it in needed[one.path].get(line, ())}
            chosen = self._sorted(one.path, found.values(), self.noticed[one.path, one.function])
            if not is_function(one.path, one.function):
                self.told(one, Outcome(NOT_HERE))
            elif not chosen:
                self.told(one, Outcome(SURVIVED))
            else:
                forks.start(
                    one,
                    lambda out, one=one, it=chosen: _run(one, it, after, kept, out),  # type: ignore[misc]
                    sum(self.took[it.nodeid] for it in chosen),
                )
        forks.finish()
        return True

    def _heard(self, one: Asked, outcome: Outcome) -> None:
        if outcome.by:
            counts = self.noticed[one.path, one.function]
            counts[outcome.by] = counts.get(outcome.by, 0) + 1
        self.told(one, outcome)

    def _traced(self, item: pytest.Item, after: Any) -> None:
        """Run a test and note which lines of the targets it needed."""
        lines: dict[tuple[str, int], None] = {}
        names = {str(ROOT / path): path for path in self.targets}

        def each_line(frame: Any, _event: str, _argument: Any) -> Any:
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
        failed = [f"{item.nodeid}\n{one.longrepr}" for one in reports if one.failed]
        self.ran[item.nodeid] = {} if failed else lines
        self.failed += failed

    def _needed(self, items: list[pytest.Item]) -> dict[str, dict[int, list[pytest.Item]]]:
        found: dict[str, dict[int, list[pytest.Item]]] = defaultdict(lambda: defaultdict(list))
        for item in items:
            for path, line in self.ran[item.nodeid]:
                found[path][line].append(item)
        return found

    def _ordered(self, items: list[pytest.Item], needed: Any) -> None:
        """For a break that asks a new start: the tests that need the file, and the pure ones."""
        for path in self.targets:
            found = {id(one): one for many in needed[path].values() for one in many}
            found |= {id(one): one for one in items if "once" in one.keywords}
            ordered = self._sorted(path, found.values(), {})
            self.order[path] = [one.nodeid for one in ordered]

    def _sorted(
        self, path: str, items: Iterable[pytest.Item], counts: dict[str, int]
    ) -> list[pytest.Item]:
        """Without a database first, then those written for this file, then who noticed most, then
        the quickest; of the others as many as there is time for."""
        ordered = sorted(
            items,
            key=lambda it: (
                "once" not in it.keywords,
                not is_first(path, it.nodeid),
                -counts.get(it.nodeid, 0),
                self.took[it.nodeid],
                it.nodeid,
            ),
        )
        chosen, others = [], 0.0
        for item in ordered:
            first = "once" in item.keywords or is_first(path, item.nodeid)
            others += 0 if first else self.took[item.nodeid]
            if first or others < OTHERS:
                chosen.append(item)
        return chosen

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


def _statements() -> list[Any]:
    """All that keeps a statement for who asks after it."""
    from wijknetwerk.core.statements import Parts, Statement
    from wijknetwerk.core.together import Together

    kinds = (Parts, Statement, Together)
    gc.unfreeze()  # what conftest.py froze is not among the objects
    return [one for one in gc.get_objects() if type(one) in kinds]  # isinstance wakes the lazy


def _forget(statements: list[Any]) -> None:
    """Each is made anew: for who needs its lines, of what is broken by then."""
    for statement in statements:
        statement._kept.clear()


def _run(one: Asked, chosen: list[pytest.Item], after: Any, statements: list[Any], out: int) -> int:
    """In the fork: 0 when no test noticed, 1 when one did, 2 when it can't be broken here."""
    if not swap(one.path, one.number, one.function):
        return 2
    _forget(statements)
    for item in chosen:
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
            os.write(out, item.nodeid.encode())
            return 1
    return 0
