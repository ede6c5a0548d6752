"""Bars of a result, drawn on the server: no script, prints, and the number stands beside each."""

from dataclasses import dataclass

from markupsafe import Markup

from wijknetwerk.voices.selectors.rounds import GroupResult, Result

WIDTH, HEIGHT = 120, 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What one group said of one option: its number and bar, or None for what stays hidden."""

    dots: int | None
    bar: Markup


@dataclass(frozen=True, slots=True)
class Drawn:
    """A result with its bars: the groups that show, and a row for each option."""

    groups: list[GroupResult]
    hidden: list[GroupResult]
    rows: list[tuple[str, list[Cell]]]
    some_cells_hidden: bool


def with_bars(result: Result | None) -> Drawn | None:
    """The table of a result. A bar is as long as the dots that this group put on the option, of
    all it could have put there: so groups of any size lie beside each other."""
    if result is None:
        return None
    rows = [
        (option, [_cell(group, place) for group in result.shown])
        for place, option in enumerate(result.options)
    ]
    return Drawn(result.shown, result.hidden, rows, result.some_cells_hidden)


def _cell(group: GroupResult, place: int) -> Cell:
    bar = group.bars[place]
    if bar.dots is None:
        return Cell(None, Markup(""))
    return Cell(bar.dots, bar_of(bar.percent))


def bar_of(percent: int) -> Markup:
    """One bar, decoration beside its number."""
    return Markup(
        '<svg viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-hidden="true" focusable="false">'
        '<rect width="{w}" height="{h}" rx="4" fill="var(--wn-line)"/>'
        '<rect width="{long}" height="{h}" rx="4" fill="var(--wn-green)"/></svg>'
    ).format(w=WIDTH, h=HEIGHT, long=round(WIDTH * min(percent, 100) / 100, 1))
