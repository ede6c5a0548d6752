"""Practice examples side by side, with one's own network in the first column."""

from collections.abc import Sequence
from dataclasses import dataclass

from wijknetwerk.library.practice_content import (
    Cell,
    Example,
    Field,
    Group,
    Lesson,
    Practice,
    practice,
)
from wijknetwerk.library.selectors.practice_own import Own


@dataclass(frozen=True, slots=True)
class Line:
    """One field: the cell of each example, and the words of one's own network."""

    field: Field
    cells: tuple[tuple[Example, Cell], ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What is shown: lines by group, for the chosen examples in their usual order."""

    examples: tuple[Example, ...]
    own: Own | None
    groups: tuple[tuple[Group, tuple[Line, ...]], ...]


def side_by_side(content: Practice, codes: Sequence[str], own: Own | None) -> SideBySide:
    """These examples beside each other. Codes that are no example are left out."""
    chosen = tuple(row for row in content.examples if row.code in codes)
    groups = tuple(
        (group, tuple(_line(field, chosen, own) for field in group.fields))
        for group in content.groups
    )
    return SideBySide(chosen, own, groups)


def _line(field: Field, chosen: tuple[Example, ...], own: Own | None) -> Line:
    cells = tuple((row, row.cells[field.code]) for row in chosen)
    return Line(field, cells, own.cells.get(field.code, ()) if own else ())


def told_at(step: str) -> list[Example | Lesson]:
    """The examples and lessons that tell something about a step of the route. No query."""
    content = practice()
    rows: tuple[Example | Lesson, ...] = (*content.examples, *content.lessons)
    return [row for row in rows if step in row.steps]
