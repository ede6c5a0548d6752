"""`make mutation`: break, run, count, write docs/mutation.md. Ends with 1 when fewer than 90 in a
hundred were noticed, or one that nobody noticed has no reason in reasons.toml."""

import argparse
import ast
import os
import pickle
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.mutation import anew, report
from tools.mutation.anew import run_anew
from tools.mutation.breaking import source
from tools.mutation.changes import Change, changes
from tools.mutation.forks import NOT_HERE, Forks, Outcome
from tools.mutation.report import Tried
from tools.mutation.running import Asked, Session
from tools.mutation.targets import ROOT, TARGETS, TESTS, WITHIN, is_first


@dataclass
class Found:
    """What the first session hands back."""

    tried: list[tuple[Asked, Outcome]]
    order: dict[str, list[str]]
    failed: list[str]
    takes: float


def main() -> int:
    """Everything; or some files, whose figures take the place of theirs on the page."""
    said = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    said.add_argument(
        "--only",
        default="",
        help="files whose path contains one of these (a,b)",
    )
    said.add_argument("--list", action="store_true", help="only list the breaks")
    said.add_argument("--function", default="", help="only breaks in functions of this name")
    said.add_argument("--jobs", type=int, default=2, help="processes at a time")
    chosen = said.parse_args()
    asked = [
        (one, change.line, change.what)
        for path in TARGETS
        if any(part in path for part in chosen.only.split(","))
        for one, change in _asked(path)
        if chosen.function in change.function
    ]
    if chosen.list:
        for one, line, what in asked:
            print(f"{one.path}:{line}  {one.function or '(module)'}  {what}")
        return 0
    whole = not (chosen.only or chosen.function)
    outcomes = _outcomes([one for one, _line, _what in asked], chosen.jobs, strict=whole)
    tried = [
        Tried(one.path, line, what, outcomes[one.path, one.number]) for one, line, what in asked
    ]
    return report.tell(tried, keep=not chosen.function)


def _asked(path: str) -> list[tuple[Asked, Change]]:
    found = changes(ast.parse(source(path)))
    return [
        (Asked(path, number, one.function, range(one.first, one.last + 1)), one)
        for number, one in enumerate(found)
        if path not in WITHIN or one.function.split(".")[0] in WITHIN[path]
    ]


def _outcomes(asked: list[Asked], at_a_time: int, strict: bool) -> dict[tuple[str, int], Outcome]:
    os.environ.update(DATABASE_URL="", DJANGO_SETTINGS_MODULE="tools.mutation.settings")
    os.chdir(ROOT)
    anew.load_libraries()
    outcomes: dict[tuple[str, int], Outcome] = {}

    def told(one: Asked, outcome: Outcome) -> None:
        outcomes[one.path, one.number] = outcome
        _say(outcome)

    with tempfile.TemporaryDirectory() as folder:
        template = str(Path(folder) / "empty.sqlite3")
        found = _in_a_fork(asked, template, Path(folder) / "found", at_a_time, strict)
        print("\n".join(found.failed))
        if found.failed and strict:
            sys.exit("These tests have to pass before anything is broken.")
        forks: Forks[Asked] = Forks(at_a_time, told)
        for one, outcome in found.tried:
            outcomes[one.path, one.number] = outcome
            if outcome.state == NOT_HERE:
                order = found.order[one.path]
                forks.start(
                    one,
                    lambda out, one=one, it=order: run_anew(one, it, template, out),  # type: ignore[misc]
                    found.takes,
                )
        forks.finish()
    print()
    return outcomes


def _in_a_fork(
    asked: list[Asked], template: str, into: Path, at_a_time: int, strict: bool
) -> Found:
    """The session with the database, apart, so that this process stays free of Django."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        found: Found = pickle.loads(into.read_bytes())  # noqa: S301  our own
        return found
    tried: list[tuple[Asked, Outcome]] = []

    def told(one: Asked, outcome: Outcome) -> None:
        tried.append((one, outcome))
        _say(outcome)

    session = Session(asked, told, template, frozenset(TARGETS), at_a_time, strict)
    options = ["-q", "-s", "--no-header", "--no-summary", "-p", "no:cacheprovider"]
    paths = {one.path for one in asked}
    tests = [it for it in TESTS if strict or any(is_first(path, it) for path in paths)]
    code = pytest.main([*options, *tests], [session])
    if not session.order and not session.failed:
        session.failed = [f"pytest ended with {code}"]
    into.write_bytes(
        pickle.dumps(Found(tried, session.order, session.failed, sum(session.took.values())))
    )
    sys.stdout.flush()
    os._exit(0)


def _say(outcome: Outcome) -> None:
    marks = {"survived": "S", "noticed": ".", "too long": "t", "not here": ""}
    print(marks[outcome.state], end="", flush=True)


if __name__ == "__main__":
    sys.exit(main())
