"""Why a break can't be noticed is said about a line that is there (`make mutation`)."""

import ast

import pytest

from tools.mutation.breaking import source
from tools.mutation.changes import changes
from tools.mutation.report import reasons
from tools.mutation.targets import APPS, ROOT, TARGETS, TESTS

pytestmark = pytest.mark.once


def test_each_reason_is_about_a_break_of_a_line_that_is_there() -> None:
    breaks = {
        (path.removeprefix(f"{APPS}/"), lines[one.line - 1].strip(), one.what)
        for path in TARGETS
        for lines in [source(path).splitlines()]
        for one in changes(ast.parse(source(path)))
    }
    for reason in reasons():
        about = [(reason.path, reason.line) == one[:2] and reason.what in one[2] for one in breaks]
        assert any(about), reason
        assert len(reason.why) > 20, reason


def test_the_tests_that_must_notice_are_there() -> None:
    assert [path for path in TESTS if not (ROOT / path).exists()] == []


def test_a_gate_is_broken_in_every_way_that_counts() -> None:
    """The breaks of a small gate, by name: a kind that is lost here is lost everywhere."""
    gate = """
NEEDED = frozenset({"a", "b"})
def may(self, one, day=1):
    if one.ended or not one.runs:
        raise NotFound
    rows.filter(x=one, y=2)
    return day <= one.until and one.code in NEEDED
"""
    said = {one.what for one in changes(ast.parse(gate))}
    assert said == {
        "{'a', 'b'} without 'a'",
        "{'a', 'b'} without 'b'",
        "frozenset(...) without {'a', 'b'}",
        "1 → 2",
        "1 → 0",
        "one.ended or not one.runs → one.ended and (not one.runs)",
        "one.ended or not one.runs → not one.runs",
        "one.ended or not one.runs → one.ended",
        "not one.runs → one.runs",
        "raise NotFound → removed",
        "rows.filter(x=one, y=2) → removed",
        "filter(...) without x=one",
        "filter(...) without y=2",
        "2 → 3",
        "2 → 1",
        "return day <= one.until and one.code in NEEDED → return None",
        "day <= one.until and one.code in NEEDED → day <= one.until or one.code in NEEDED",
        "day <= one.until and one.code in NEEDED → one.code in NEEDED",
        "day <= one.until and one.code in NEEDED → day <= one.until",
        "day <= one.until → day < one.until",
        "day <= one.until → day > one.until",
        "one.code in NEEDED → one.code not in NEEDED",
    }
