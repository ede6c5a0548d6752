"""Figures about help that never tell of fewer than five people, nor by comparing two of them.

A count of people is shown by fives, rounded down, and not at all below five. So two figures, at one
moment or at two, differ by five people or by none, whatever is taken off or added up. A median
takes people in by five at a time, in the order in which they came, for the same reason.
"""

from collections.abc import Sequence
from statistics import median

FEWEST = 5


def by_fives(people: int) -> int | None:
    """A count as it may be shown; None for fewer than five."""
    return people // FEWEST * FEWEST or None


def median_of(values: Sequence[int]) -> float | None:
    """The median of the first so many fives of values, given in the order of their coming."""
    shown = by_fives(len(values))
    return None if shown is None else float(median(values[:shown]))
