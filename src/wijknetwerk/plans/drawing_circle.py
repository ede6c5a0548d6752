"""The circle around a resident as one drawing, on the screen and on paper: names and roles, who is
called first on top with the number. The list beside it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from django.utils.translation import gettext as _
from markupsafe import Markup

from wijknetwerk.plans.selectors.pages import PlaceShown

WIDTH, AROUND = 560, 205
LONGEST = 22


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of the screen, or of paper, where no style sheet is."""

    line: str
    soft: str
    strong: str
    text: str


SCREEN = Ink("var(--wn-line)", "var(--wn-soft)", "var(--wn-green)", "currentColor")
PAPER = Ink("#8a9a96", "#e6f1ee", "#0b5d4e", "#1b1b1b")


def circle(resident: str, people: Sequence[PlaceShown], *, ink: Ink = SCREEN) -> Markup:
    """The drawing. The contact person stands on top."""
    seats = sorted(people, key=lambda one: not one.is_contact)
    tall = max(170, 34 * len(seats))
    middle = (WIDTH / 2, tall + 60.0)
    spots = [_spot(place, len(seats), middle, tall) for place in range(len(seats))]
    body = [_line(middle, at, one, ink) for at, one in zip(spots, seats, strict=True)]
    body += [_person(at, one, ink) for at, one in zip(spots, seats, strict=True)]
    body.append(_resident(middle, resident, ink))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="wn-drawing" viewBox="0 0 {w} {h}"'
        ' role="img" font-size="16" font-family="Source Sans 3, sans-serif">'
        "<title>{title}</title><desc>{told}</desc>{body}</svg>"
    ).format(
        w=WIDTH,
        h=round(2 * tall + 140),
        title=_("The circle of %(who)s") % {"who": resident},
        told=_("The same names stand in the list."),
        body=Markup("").join(body),
    )


def _spot(place: int, seats: int, middle: tuple[float, float], tall: int) -> tuple[float, float]:
    angle = 2 * pi * place / seats - pi / 2
    return round(middle[0] + AROUND * cos(angle), 1), round(middle[1] + tall * sin(angle), 1)


def _line(
    middle: tuple[float, float], at: tuple[float, float], one: PlaceShown, ink: Ink
) -> Markup:
    return Markup(
        '<line x1="{a}" y1="{b}" x2="{x}" y2="{y}" stroke="{c}" stroke-width="{w}"/>'
    ).format(
        a=middle[0],
        b=middle[1],
        x=at[0],
        y=at[1],
        c=ink.strong if one.is_contact else ink.line,
        w=4 if one.is_contact else 2,
    )


def _person(at: tuple[float, float], one: PlaceShown, ink: Ink) -> Markup:
    lines = [(one.name, True), (one.relation or str(one.role), False)]
    lines += [(one.party, False)] if one.party else []
    lines += [(one.phone, True)] if one.is_contact and one.phone else []
    return _box(at, lines, ink.strong if one.is_contact else ink.line, "none", ink)


def _resident(at: tuple[float, float], name: str, ink: Ink) -> Markup:
    return _box(at, [(name, True)], ink.strong, ink.soft, ink)


def _box(
    at: tuple[float, float], lines: Sequence[tuple[str, bool]], edge: str, fill: str, ink: Ink
) -> Markup:
    """Words in a box with a paper ground, so that no line runs through them."""
    wide, high = 172, 20 * len(lines) + 18
    left, top = at[0] - wide / 2, at[1] - high / 2
    box = Markup(
        '<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="12" fill="{f}" stroke="{e}"'
        ' stroke-width="2"/>'
    )
    ground = box.format(x=left, y=top, w=wide, h=high, f="#fff", e="none")
    parts = [ground, box.format(x=left, y=top, w=wide, h=high, f=fill, e=edge)]
    for row, (text, strong) in enumerate(lines):
        parts.append(
            Markup(
                '<text x="{x}" y="{y}" text-anchor="middle" fill="{c}" font-weight="{b}">{t}</text>'
            ).format(
                x=at[0],
                y=top + 25 + 20 * row,
                c=ink.text,
                b=700 if strong else 400,
                t=text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…",
            )
        )
    return Markup("").join(parts)
