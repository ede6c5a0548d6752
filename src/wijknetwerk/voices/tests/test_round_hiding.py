"""Nobody works a hidden number out from what a result shows (rule W4, decision 0017)."""

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


def could_be(place: int, shown: list[int | None], people: int, dots: int, most: int) -> set[int]:
    """All numbers of dots that a reader must hold possible for a hidden option, when it had fewer
    than five people behind it: the others may be anything that the dots allow, none included."""
    left = people * dots - sum(one for one in shown if one is not None)
    few = (FEWEST - 1) * most
    assert shown[place] is None
    return {number for number in range(few + 1) if number <= left}


@given(rounds())
def test_a_hidden_number_can_be_anything_from_none_to_four(
    said: tuple[dict[str, GroupCount], int, int],
) -> None:
    groups, dots, most = said
    options = [str(number) for number in range(len(groups["resident"].cells))]
    shown = result_of(groups, options, dots)
    assert set(shown) == {"options", "groups"}, "no total, of nothing"
    for name, count in groups.items():
        _check_group(shown["groups"][name], count, dots, most)


def _check_group(shown: dict[str, Any], count: GroupCount, dots: int, most: int) -> None:
    assert set(shown) == {"people", "cells"}
    if count.people < FEWEST:
        assert shown == {"people": None, "cells": None}, "a small group shows nothing at all"
        return
    assert shown["people"] == count.people
    for place, (cell, number) in enumerate(zip(count.cells, shown["cells"], strict=True)):
        if number is None:
            possible = could_be(place, shown["cells"], count.people, dots, most)
            assert set(range(FEWEST)) <= possible
        else:
            assert number == cell.dots
            assert cell.people >= FEWEST


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
