"""Small drawings of figures, made on the server: no script, prints well, its table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from wijknetwerk.core.templating import number_words

WIDTH, HEIGHT = 400, 220
LEFT, RIGHT, TOP, BOTTOM = 52, 10, 22, 36
_GREEN, _SOFT, _LINE, _RED = "--wn-green", "--wn-soft", "--wn-line", "--wn-red"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure on a day; None where it is missing, which breaks the line."""

    on: date
    value: Decimal | None
    label: str = ""
    """The day in words, for the axis and for who points at it."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int
    low: float
    high: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.days
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Decimal | float) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def line_chart(
    points: Sequence[Point],
    *,
    title: str,
    description: str,
    target: Decimal | None = None,
    target_label: str = "",
) -> Markup:
    """A line over days, with what is wanted as a broken line. Empty with fewer than two figures:
    then a table says all there is. `title` and `description` are read aloud."""
    known = [point for point in points if point.value is not None]
    if len(known) < 2:
        return Markup("")
    scale = _scale(points, target)
    parts = [*_grid(scale), *_days(points, scale)]
    if target is not None:
        parts.append(_target(scale, target, target_label))
    parts += [_path(run, scale) for run in _runs(points) if len(run) > 1]
    parts += [_dot(point, scale) for point in known]
    return Markup(
        '<svg class="wn-drawing" viewBox="0 0 {w} {h}" role="img" font-size="17">'
        "{title}{body}</svg>"
    ).format(
        w=WIDTH,
        h=HEIGHT,
        title=Markup("<title>{}</title><desc>{}</desc>").format(title, description),
        body=Markup("").join(parts),
    )


def _scale(points: Sequence[Point], target: Decimal | None) -> _Scale:
    values = [float(point.value) for point in points if point.value is not None]
    if target is not None:
        values.append(float(target))
    low, high = min(values), max(values)
    low = 0.0 if 0 <= low <= high / 2 else low
    if high == low:
        low, high = low - 1, high + 1
    room = (high - low) * 0.08
    first, last = points[0].on, points[-1].on
    return _Scale(first, max((last - first).days, 1), low if low == 0 else low - room, high + room)


def _grid(scale: _Scale) -> list[Markup]:
    """Three quiet lines with their figure."""
    found = []
    for share in (0.0, 0.5, 1.0):
        value = scale.low + share * (scale.high - scale.low)
        y = scale.y(value)
        found.append(_line(LEFT, y, WIDTH - RIGHT, y, _LINE))
        found.append(_text(LEFT - 6, y + 4, _short(value, scale), "end"))
    return found


def _short(value: float, scale: _Scale) -> str:
    places = 0 if scale.high - scale.low >= 4 else 1
    return number_words(round(value, places) + 0.0)


def _days(points: Sequence[Point], scale: _Scale) -> list[Markup]:
    """The first and the last day."""
    first, last = points[0], points[-1]
    y = HEIGHT - 8
    found = [_text(LEFT, y, first.label or first.on.isoformat(), "start")]
    if last.on != first.on:
        found.append(_text(WIDTH - RIGHT, y, last.label or last.on.isoformat(), "end"))
    return found


def _target(scale: _Scale, target: Decimal, label: str) -> Markup:
    y = scale.y(target)
    line = Markup(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="var({})" stroke-width="2"'
        ' stroke-dasharray="6 5"/>'
    ).format(LEFT, y, WIDTH - RIGHT, y, _RED)
    return line + (_text(WIDTH - RIGHT, y - 5, label, "end") if label else Markup(""))


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """The points that follow each other without a missing one between them."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point.value is None:
            found.append([])
        else:
            found[-1].append(point)
    return found


def _path(run: Sequence[Point], scale: _Scale) -> Markup:
    places = " ".join(f"{scale.x(one.on)},{scale.y(one.value or 0)}" for one in run)
    return Markup(
        '<polyline points="{}" fill="none" stroke="var({})" stroke-width="3"'
        ' stroke-linejoin="round" stroke-linecap="round"/>'
    ).format(places, _GREEN)


def _dot(point: Point, scale: _Scale) -> Markup:
    about = f"{point.label or point.on.isoformat()}: {number_words(point.value or 0)}"
    return Markup(
        '<circle cx="{}" cy="{}" r="4.5" fill="var({})"><title>{}</title></circle>'
    ).format(scale.x(point.on), scale.y(point.value or 0), _GREEN, about)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> Markup:
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="var({})"/>').format(
        x1, y1, x2, y2, colour
    )


def _text(x: float, y: float, words: str, anchor: str) -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}" fill="var({})">{}</text>').format(
        x, y, anchor, _SOFT, escape(words)
    )
