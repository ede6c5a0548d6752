"""What of a round may be shown (rule W4 and decision 0017). Plain arithmetic, no database.

Groups stand side by side and are never added up. A number shows only when at least five people
stand behind it, and only when nobody can work out a hidden number from what is shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

FEWEST = 5


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


def shown_of(count: GroupCount, dots: int) -> dict[str, Any]:
    """What may be shown of one group: `people` and `cells`, with None for what stays hidden.

    Whoever reads the shown cells knows how many dots are left at most for the hidden ones. So with
    a hidden cell at least FEWEST dots must be left over; else the smallest shown one hides too. A
    vote may leave dots out, so there is no such bound from below.
    """
    if count.people < FEWEST:
        return {"people": None, "cells": None}
    cells = [cell.dots if cell.people >= FEWEST else None for cell in count.cells]
    while None in cells and count.people * dots - _sum(cells) < FEWEST:
        least = min((dots, place) for place, dots in enumerate(cells) if dots is not None)
        cells[least[1]] = None
    return {"people": count.people, "cells": cells}


def _sum(cells: Sequence[int | None]) -> int:
    return sum(dots for dots in cells if dots is not None)


def result_of(
    counts: Mapping[str, GroupCount], options: Sequence[str], dots: int
) -> dict[str, Any]:
    """The whole result, to be kept as it is."""
    groups = {group: shown_of(count, dots) for group, count in counts.items()}
    return {"options": list(options), "groups": groups}


def behind(dots: int, most_on_one: int) -> int:
    """How many people stand behind so many dots at least, when nobody saw who put them."""
    return -(-dots // most_on_one)
