"""What of a round may be shown (rule W4 and decision 0017). Plain arithmetic, no database.

Groups stand side by side and are never added up, nor is a sheet from the wall added to what people
voted by themselves. A number shows only when at least five people stand behind it also for somebody
who takes off what they know: everybody in the room knows the sheet, who typed ballots over knows
those, and who printed ballots may have used them. And only when nobody can work out a hidden
number from what is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FEWEST = 5
SCREEN, LINK, BALLOT, SHEET = "screen", "link", "ballot", "sheet"


@dataclass(frozen=True, slots=True)
class Cell:
    """Dots of one group on one option, and how many people put them there at least."""

    people: int
    dots: int


@dataclass(frozen=True, slots=True)
class GroupCount:
    """What was counted of one group, options in their order."""

    people: int
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Part:
    """What came in by one way; `by` is who could have made it up: who typed it over, or printed
    the ballots. Nobody, for members who voted on the screen."""

    way: str
    by: int | None
    count: GroupCount


def group_of(parts: Sequence[Part], dots: int) -> dict[str, Any]:
    """What may be shown of one group: `people` and `cells` of what people voted by themselves, and
    the same under `wall` of its sheets. None for what stays hidden."""
    sheets = [part for part in parts if part.way == SHEET]
    own = [part for part in parts if part.way != SHEET]
    return {**_shown(own, dots), "wall": _shown(sheets, dots)}


def _shown(parts: Sequence[Part], dots: int) -> dict[str, Any]:
    """All of it, where that is safe; else what was typed over; else what one person typed over, as
    large as the largest. So whoever typed something sees the same, whether nobody else voted or
    four did."""
    typed = [part for part in parts if part.way in (BALLOT, SHEET)]
    largest = max(typed, key=lambda part: (part.count.people, -(part.by or 0)), default=None)
    for chosen in (parts, typed, [largest] if largest else []):
        left = _what_is_left(chosen)
        if left and all(count.people >= FEWEST for count in left):
            return _cells(_sum(part.count for part in chosen), left, dots)
    return {"people": None, "cells": None}


def _what_is_left(parts: Sequence[Part]) -> list[GroupCount]:
    """What is left for a reader, and for each who takes off what they may have made up. Who has
    all of it in hand learns nothing."""
    left = []
    for taker in (None, *sorted({part.by for part in parts if part.by is not None})):
        known = {id(part) for part in parts if taker is not None and part.by == taker}
        unknown = [part for part in parts if id(part) not in known or part.way == LINK]
        if any(part.count.people for part in unknown):
            left.append(_sum(part.count for part in parts if id(part) not in known))
    return left


def _cells(count: GroupCount, left: Sequence[GroupCount], dots: int) -> dict[str, Any]:
    """Whoever reads the shown cells knows how many dots are left at most for the hidden ones. So
    with a hidden cell at least FEWEST dots must be left over; else the smallest shown one hides
    too. A vote may leave dots out, so there is no such bound from below."""
    cells = [
        cell.dots if all(one.cells[place].people >= FEWEST for one in left) else None
        for place, cell in enumerate(count.cells)
    ]
    while None in cells and any(_over(one, cells, dots) < FEWEST for one in left):
        least = min((number, place) for place, number in enumerate(cells) if number is not None)
        cells[least[1]] = None
    return {"people": count.people, "cells": cells}


def _over(count: GroupCount, cells: Sequence[int | None], dots: int) -> int:
    shown = (one.dots for one, cell in zip(count.cells, cells, strict=True) if cell is not None)
    return count.people * dots - sum(shown)


def _sum(counts: Iterable[GroupCount]) -> GroupCount:
    every = list(counts)
    if not every:
        return GroupCount(0, [])
    columns = zip(*(count.cells for count in every), strict=True)
    cells = [Cell(sum(one.people for one in at), sum(one.dots for one in at)) for at in columns]
    return GroupCount(sum(count.people for count in every), cells)


def result_of(
    groups: Mapping[str, Sequence[Part]], options: Sequence[str], dots: int
) -> dict[str, Any]:
    """The whole result, to be kept as it is."""
    shown = {group: group_of(parts, dots) for group, parts in groups.items()}
    return {"options": list(options), "groups": shown}


def behind(dots: int, most_on_one: int) -> int:
    """How many people stand behind so many dots at least, when nobody saw who put them."""
    return -(-dots // most_on_one)
