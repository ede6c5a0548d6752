"""Nobody works a hidden number out from what a result shows (rule W4, decision 0017)."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijknetwerk.voices.round_result import FEWEST, Cell, GroupCount, behind, result_of

pytestmark = pytest.mark.once


@st.composite
def rounds(draw: st.DrawFn) -> tuple[dict[str, GroupCount], int, int]:
    """Three groups of people who put their dots as they like."""
    dots = draw(st.integers(1, 4))
    most = draw(st.integers(1, dots))
    options = draw(st.integers(2, 5))
    groups = {}
    for name in ("resident", "professional", "official"):
        people = draw(st.integers(0, 14))
        cells = [Cell(0, 0)] * options
        for _each in range(people):
            left = dots
            for place in range(options):
                said = draw(st.integers(0, min(most, left)))
                left -= said
                if said:
                    cells[place] = Cell(cells[place].people + 1, cells[place].dots + said)
        groups[name] = GroupCount(people, cells)
    return groups, dots, most


def other_worlds(count: GroupCount, shown: dict[str, Any]) -> Iterator[tuple[int, int, GroupCount]]:
    """What else could have been counted: for a hidden option any number from none to four, with
    the other hidden ones at none; for a hidden group any number of people from none to four."""
    if shown["cells"] is None:
        for people in range(FEWEST):
            yield -1, people, GroupCount(people, [Cell(people, people)] * len(count.cells))
        return
    nobody = [
        Cell(0, 0) if number is None else cell
        for cell, number in zip(count.cells, shown["cells"], strict=True)
    ]
    for place, number in enumerate(shown["cells"]):
        if number is None:
            for dots in range(FEWEST):
                cells = [*nobody[:place], Cell(dots, dots), *nobody[place + 1 :]]
                yield place, dots, GroupCount(count.people, cells)


@given(rounds())
def test_whoever_knows_the_rule_cannot_work_a_hidden_number_out(
    said: tuple[dict[str, GroupCount], int, int],
) -> None:
    """The reader knows everything shown and how it is made. For each hidden number, each value from
    none to four is what another round with exactly this result had."""
    groups, dots, most = said
    options = [str(number) for number in range(len(groups["resident"].cells))]
    result = result_of(groups, options, dots)
    assert set(result) == {"options", "groups"}, "no total, of nothing"
    for name, count in groups.items():
        shown = result["groups"][name]
        _check_shown(shown, count)
        for _place, _number, other in other_worlds(count, shown):
            _check_possible(other, dots, most)
            assert result_of({**groups, name: other}, options, dots) == result


def _check_shown(shown: dict[str, Any], count: GroupCount) -> None:
    """Nothing of a small group, and no number behind which fewer than five people stand."""
    assert set(shown) == {"people", "cells"}
    if count.people < FEWEST:
        assert shown == {"people": None, "cells": None}
        return
    assert shown["people"] == count.people
    for cell, number in zip(count.cells, shown["cells"], strict=True):
        assert number is None or (number == cell.dots and cell.people >= FEWEST)


def _check_possible(count: GroupCount, dots: int, most: int) -> None:
    """People with so many dots can have put them like that."""
    if count.people >= FEWEST:
        assert sum(cell.dots for cell in count.cells) <= count.people * dots
    assert all(cell.dots <= cell.people * most for cell in count.cells)


@given(rounds(), st.integers(0, 14))
def test_what_one_group_shows_does_not_depend_on_another(
    said: tuple[dict[str, GroupCount], int, int], people: int
) -> None:
    """So nothing of a hidden group can be read from the others, however large it is."""
    groups, dots, _most = said
    options = [str(number) for number in range(len(groups["resident"].cells))]
    other = groups | {"official": GroupCount(people, [Cell(people, people)] * len(options))}
    before, after = (result_of(one, options, dots)["groups"] for one in (groups, other))
    for name in ("resident", "professional"):
        assert before[name] == after[name]


@given(st.integers(0, 60), st.integers(1, 4))
def test_on_a_sheet_so_many_people_are_counted_as_there_must_be(dots: int, most: int) -> None:
    assert (behind(dots, most) - 1) * most < dots <= behind(dots, most) * most or dots == 0
