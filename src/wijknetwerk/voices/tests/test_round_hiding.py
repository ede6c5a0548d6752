"""Nobody works a hidden number out from what a result shows, also who made votes up and takes them
off again (rule W4, decision 0017)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijknetwerk.voices.round_result import (
    BALLOT,
    FEWEST,
    LINK,
    SCREEN,
    SHEET,
    Cell,
    GroupCount,
    Part,
    behind,
    group_of,
    result_of,
)

pytestmark = pytest.mark.once

JAN, ANS = 1, 2
SOURCES = ((SCREEN, None), *((way, by) for by in (JAN, ANS) for way in (LINK, BALLOT, SHEET)))


@st.composite
def counts(draw: st.DrawFn, options: int, dots: int, most: int) -> GroupCount:
    """People who put their dots as they like; often few of them."""
    people = draw(st.sampled_from([0, 0, 1, 2, 3, 4, 4, 5, 5, 6, 9]))
    left, cells = people * dots, []
    for _each in range(options if people else 0):
        chose = min(draw(st.integers(0, people)), left)
        said = min(chose * draw(st.integers(1, most)), left)
        cells.append(Cell(chose, said))
        left -= said
    cells += [Cell(0, 0)] * (options - len(cells))
    return GroupCount(people, cells)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[Part], int, int]:
    """All that came in of one group: by themselves, and from two who each typed things over and
    printed ballots, made up or not."""
    dots = draw(st.integers(1, 3))
    most = draw(st.integers(1, dots))
    options = draw(st.integers(2, 4))
    parts = [Part(way, by, draw(counts(options, dots, most))) for way, by in SOURCES]
    return parts, dots, most


def columns(parts: Sequence[Part], shown: dict[str, Any]) -> list[tuple[list[Part], Any]]:
    """What stands in each column, and what it shows."""
    own = [part for part in parts if part.way != SHEET]
    wall = [part for part in parts if part.way == SHEET]
    return [(own, shown), (wall, shown["wall"])]


def people_of(parts: Sequence[Part]) -> int:
    return sum(part.count.people for part in parts)


@given(rounds())
def test_no_number_shows_of_which_less_than_five_people_are_left_for_whoever_takes_votes_off(
    said: tuple[list[Part], int, int],
) -> None:
    """Each may have made up all they typed and every ballot they printed, and knows it. Whatever
    the shown number is made of, what others put into it comes from five people at least, or there
    is nothing of others in it at all."""
    parts, dots, _most = said
    for column, shown in columns(parts, group_of(parts, dots)):
        if shown["people"] is None:
            continue
        within = _made_of(column, shown)
        for taker in (None, JAN, ANS):
            others = [part for part in within if part.by is None or part.by != taker]
            theirs = [part for part in within if part not in others]
            if not people_of(others) and all(part.way != LINK for part in theirs):
                continue  # all of it is their own: they learn nothing
            assert people_of(others) >= FEWEST or not people_of([*others, *_links(theirs)])
            for place, number in enumerate(shown["cells"]):
                if number is not None and people_of([*others, *_links(theirs)]):
                    assert sum(part.count.cells[place].people for part in others) >= FEWEST


def _links(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.way == LINK]


def _made_of(column: Sequence[Part], shown: dict[str, Any]) -> list[Part]:
    """The parts that the shown people are: all, or only what was typed over, or that of one."""
    typed = [part for part in column if part.way in (BALLOT, SHEET)]
    for parts in (list(column), typed, *([part] for part in typed)):
        numbers = [sum(part.count.cells[at].dots for part in parts) for at in range(_width(column))]
        fits = zip(numbers, shown["cells"], strict=True)
        if people_of(parts) == shown["people"] and all(b in (a, None) for a, b in fits):
            return parts
    raise AssertionError("a result that is no sum of whole parts")


def _width(column: Sequence[Part]) -> int:
    return len(column[0].count.cells)


@given(rounds(), st.integers(0, 4), st.sampled_from([None, JAN, ANS]))
def test_four_others_or_nobody_is_the_same_to_who_typed_the_rest(
    said: tuple[list[Part], int, int], people: int, taker: int | None
) -> None:
    """Who lifts a small group over five with votes of their own sees the same, whether others were
    nobody or four, and whatever those chose."""
    parts, dots, _most = said
    nobody = GroupCount(0, [Cell(0, 0)] * _width(parts))
    alone = [
        part if part.by == taker is not None else replace(part, count=nobody) for part in parts
    ]
    some = GroupCount(people, [Cell(people, people)] * _width(parts))
    wanted = group_of(alone, dots)
    for number, part in enumerate(alone):
        if part.by is None or part.by != taker:
            with_some = [*alone[:number], replace(part, count=some), *alone[number + 1 :]]
            assert group_of(with_some, dots) == wanted


@given(rounds())
def test_whoever_knows_the_rule_cannot_work_a_hidden_number_out(
    said: tuple[list[Part], int, int],
) -> None:
    """The taker knows everything shown, how it is made, and what they put in. For each hidden
    number, each value from none to four by others is what another round with this result had."""
    parts, dots, most = said
    result = group_of(parts, dots)
    assert set(result) == {"people", "cells", "wall"}, "no total, of nothing"
    own = [number for number, part in enumerate(parts) if part.way != SHEET]
    if result["people"] != people_of([parts[number] for number in own]):
        return  # less than all of it shows: the test above
    for taker in (None, JAN, ANS):
        others = [number for number in own if parts[number].by is None or parts[number].by != taker]
        hidden = [place for place, number in enumerate(result["cells"]) if number is None]
        for place in hidden if people_of([parts[at] for at in others]) else ():
            for number in range(FEWEST):
                other = _with_cell(parts, others, hidden, place, number)
                assert group_of(other, dots) == result
                left = [other[at].count for at in others]
                given = sum(one.cells[at].dots for one in left for at in range(_width(parts)))
                assert given <= sum(one.people for one in left) * dots
    assert most <= dots


def _with_cell(
    parts: list[Part], others: list[int], hidden: list[int], place: int, number: int
) -> list[Part]:
    """Others put so many dots there, none on what else is hidden, the rest as it was."""
    made = list(parts)
    for at in others:
        cells = [
            Cell(0, 0) if here in hidden else cell
            for here, cell in enumerate(parts[at].count.cells)
        ]
        if at == others[0]:
            cells[place] = Cell(number, number)
        made[at] = replace(parts[at], count=replace(parts[at].count, cells=cells))
    return made


@given(rounds(), rounds())
def test_what_one_group_shows_does_not_depend_on_another(
    one: tuple[list[Part], int, int], other: tuple[list[Part], int, int]
) -> None:
    """So nothing of a hidden group can be read from the others, however large it is. The same goes
    for a sheet and what people voted by themselves."""
    parts, dots, _most = one
    options = [str(number) for number in range(_width(parts))]
    rest = [part for part in other[0] if _width(other[0]) == len(options)]
    result = result_of({"resident": parts, "official": rest}, options, dots)
    assert result["groups"]["resident"] == group_of(parts, dots)
    without = [part for part in parts if part.way != SHEET]
    assert group_of(without, dots)["cells"] == group_of(parts, dots)["cells"]


@given(st.integers(0, 60), st.integers(1, 4))
def test_on_a_sheet_so_many_people_are_counted_as_there_must_be(dots: int, most: int) -> None:
    assert (behind(dots, most) - 1) * most < dots <= behind(dots, most) * most or dots == 0
