"""The six sides of life as a web, drawn on the server: no script, prints, its table beside it. One
resident's own numbers, each day a line of its own; nothing is counted together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from markupsafe import Markup

from wijknetwerk.plans.drawing_circle import SCREEN, Ink
from wijknetwerk.plans.models import Dimension

WIDTH, HEIGHT, MIDDLE_X, MIDDLE_Y, REACH = 390, 298, 168, 146, 105
SIDES: tuple[Dimension, ...] = tuple(Dimension)
MOST = 3
"""How many days one drawing can show and still be read."""
_DASHES = ("", "9 5", "2 5")


@dataclass(frozen=True, slots=True)
class Day:
    """The numbers of one day, by side; a side may be missing."""

    words: str | Promise
    marks: Mapping[str, int]


def web(days: Sequence[Day], *, ink: Ink = SCREEN) -> Markup:
    """The web of these days, newest first; at most three."""
    shown = list(days[:MOST])
    body = [*_rings(ink), *_spokes(ink)]
    for place in reversed(range(len(shown))):
        body += _day(shown[place], place, ink)
    body += _keys(shown, ink)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="wn-drawing" viewBox="0 0 {w} {h}"'
        ' role="img" font-size="15" font-family="Source Sans 3, sans-serif">'
        "<title>{title}</title><desc>{told}</desc>{body}</svg>"
    ).format(
        w=WIDTH,
        h=HEIGHT + 26 * len(shown),
        title=_("The conversation card as a web"),
        told=_("The same numbers stand in the table."),
        body=Markup("").join(body),
    )


def _at(side: int, mark: float) -> tuple[float, float]:
    angle = 2 * pi * side / len(SIDES) - pi / 2
    far = REACH * mark / 10
    return round(MIDDLE_X + far * cos(angle), 1), round(MIDDLE_Y + far * sin(angle), 1)


def _rings(ink: Ink) -> list[Markup]:
    line = Markup('<polygon points="{p}" fill="none" stroke="{c}" stroke-width="1"/>')
    sides = range(len(SIDES))
    rings = [[_at(side, ring) for side in sides] for ring in (2.5, 5, 7.5, 10)]
    return [line.format(p=" ".join(f"{x},{y}" for x, y in one), c=ink.line) for one in rings]


def _spokes(ink: Ink) -> list[Markup]:
    found = []
    for place, side in enumerate(SIDES):
        x, y = _at(place, 10)
        found.append(
            Markup('<line x1="{a}" y1="{b}" x2="{x}" y2="{y}" stroke="{c}"/>').format(
                a=MIDDLE_X, b=MIDDLE_Y, x=x, y=y, c=ink.line
            )
        )
        anchor = "middle" if abs(x - MIDDLE_X) < 1 else "start" if x > MIDDLE_X else "end"
        shift = 0 if anchor == "middle" else 8 if anchor == "start" else -8
        drop = -10 if y < MIDDLE_Y - 90 else 22 if y > MIDDLE_Y + 90 else 5
        words = _two_lines(str(side.label)) if anchor != "middle" else [str(side.label)]
        for row, text in enumerate(words):
            found.append(
                Markup('<text x="{x}" y="{y}" text-anchor="{a}" fill="{f}">{t}</text>').format(
                    f=ink.text, x=x + shift, y=y + drop + 18 * row, a=anchor, t=text
                )
            )
    return found


def _two_lines(text: str) -> list[str]:
    """A label that fits beside the web on a phone."""
    if len(text) <= 12:
        return [text]
    words = text.split()
    best = min(
        range(1, max(len(words), 2)),
        key=lambda cut: abs(len(" ".join(words[:cut])) - len(" ".join(words[cut:]))),
    )
    return [part for part in (" ".join(words[:best]), " ".join(words[best:])) if part]


def _day(day: Day, place: int, ink: Ink) -> list[Markup]:
    points = [_at(n, day.marks[side]) for n, side in enumerate(SIDES) if side in day.marks]
    shape = Markup(
        '<polygon points="{p}" fill="{f}" fill-opacity="0.12" stroke="{c}" stroke-width="{w}"'
        ' stroke-dasharray="{d}" stroke-linejoin="round"/>'
    ).format(
        p=" ".join(f"{x},{y}" for x, y in points),
        f=ink.strong if place == 0 else "none",
        c=ink.strong if place == 0 else ink.text,
        w=3 if place == 0 else 2,
        d=_DASHES[place],
    )
    dots = [
        Markup('<circle cx="{x}" cy="{y}" r="{r}" fill="{c}"/>').format(
            x=x, y=y, r=5 if place == 0 else 3, c=ink.strong if place == 0 else ink.text
        )
        for x, y in points
    ]
    return [shape, *dots]


def _keys(days: Sequence[Day], ink: Ink) -> list[Markup]:
    return [
        Markup(
            '<line x1="90" y1="{y}" x2="140" y2="{y}" stroke="{c}" stroke-width="{w}"'
            ' stroke-dasharray="{d}"/><text x="150" y="{t}" fill="{f}">{day}</text>'
        ).format(
            y=HEIGHT + 4 + 26 * place,
            t=HEIGHT + 9 + 26 * place,
            c=ink.strong if place == 0 else ink.text,
            w=3 if place == 0 else 2,
            d=_DASHES[place],
            f=ink.text,
            day=day.words,
        )
        for place, day in enumerate(days)
    ]
