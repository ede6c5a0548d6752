"""The circle around a resident as one drawing, on the screen and on paper: names and roles, who is
called first on top with the number. The list beside it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from django.utils.translation import gettext as _
from markupsafe import Markup

from wijknetwerk.plans.selectors.pages import PlaceShown

WIDTH, BOX, LINE, GAP = 400, 188, 19, 26
LONGEST = 23
"""Letters on one line of a box."""
Spot = tuple[float, float]
Words = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of the screen, or of paper, where no style sheet is."""

    line: str
    strong: str
    text: str


SCREEN = Ink("var(--wn-line)", "var(--wn-green)", "currentColor")
PAPER = Ink("#8a9a96", "#0b5d4e", "#1b1b1b")


def circle(resident: str, people: Sequence[PlaceShown], *, ink: Ink = SCREEN) -> Markup:
    """The drawing: who is called first on top, the others around the resident, two by two."""
    seats = sorted(people, key=lambda one: not one.is_contact)
    first = [one for one in seats if one.is_contact]
    rest = [one for one in seats if not one.is_contact]
    above = len(rest) // 2 // 2 * 2
    rows: list[list[PlaceShown] | None] = [first] if first else []
    rows += [rest[n : n + 2] for n in range(0, above, 2)]
    rows.append(None)  # the resident
    rows += [rest[n : n + 2] for n in range(above, len(rest), 2)]
    boxes, middle, bottom = _placed(rows, resident)
    body = [_line(middle, at, one.is_contact, ink) for at, _words, one in boxes]
    body += [_box(at, words, one.is_contact, ink) for at, words, one in boxes]
    body.append(_box(middle, _words_of(resident), True, ink, fill=0.12))
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="wn-drawing" viewBox="0 0 {w} {h}"'
        ' role="img" font-size="15" font-family="Source Sans 3, sans-serif">'
        "<title>{title}</title><desc>{told}</desc>{body}</svg>"
    ).format(
        w=WIDTH,
        h=round(bottom),
        title=_("The circle of %(who)s") % {"who": resident},
        told=_("The same names stand in the list."),
        body=Markup("").join(body),
    )


def _placed(
    rows: Sequence[list[PlaceShown] | None], resident: str
) -> tuple[list[tuple[Spot, Words, PlaceShown]], Spot, float]:
    """Where every box stands, where the resident stands, and where the drawing ends."""
    top, middle = 4.0, (WIDTH / 2, 0.0)
    boxes: list[tuple[Spot, Words, PlaceShown]] = []
    for row in rows:
        texts = [_words_of(resident)] if row is None else [_said(one) for one in row]
        high = max(_high(words) for words in texts)
        y = top + high / 2
        if row is None:
            middle = (WIDTH / 2, y)
        else:
            at = [WIDTH / 2] if len(row) == 1 else [BOX / 2 + 4, WIDTH - BOX / 2 - 4]
            boxes += [((x, y), w, one) for x, w, one in zip(at, texts, row, strict=True)]
        top += high + GAP
    return boxes, middle, top - GAP + 4


def _words_of(text: str, *, strong: bool = True) -> Words:
    return [(line, strong) for line in wrap(text, LONGEST)]


def _said(one: PlaceShown) -> Words:
    found = _words_of(one.name) + _words_of(one.relation or str(one.role), strong=False)
    found += _words_of(one.party, strong=False)
    return found + (_words_of(one.phone) if one.is_contact else [])


def _high(words: Words) -> int:
    return LINE * len(words) + 18


def _line(middle: Spot, at: Spot, strong: bool, ink: Ink) -> Markup:
    return Markup(
        '<line x1="{a}" y1="{b}" x2="{x}" y2="{y}" stroke="{c}" stroke-width="{w}"/>'
    ).format(
        a=middle[0],
        b=middle[1],
        x=at[0],
        y=at[1],
        c=ink.strong if strong else ink.line,
        w=4 if strong else 2,
    )


def _box(at: Spot, words: Words, strong: bool, ink: Ink, *, fill: float = 0) -> Markup:
    """Words in a box on white, so that no line runs through them."""
    high = _high(words)
    left, top = at[0] - BOX / 2, at[1] - high / 2
    box = Markup(
        '<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="12" fill="{f}" fill-opacity="{o}"'
        ' stroke="{e}" stroke-width="2"/>'
    )
    edge = ink.strong if strong else ink.line
    size = {"x": left, "y": top, "w": BOX, "h": high}
    parts = [box.format(f="#fff", o=1, e="none", **size)]
    parts.append(box.format(f=ink.strong, o=fill, e=edge, **size))
    for row, (text, bold) in enumerate(words):
        parts.append(
            Markup(
                '<text x="{x}" y="{y}" text-anchor="middle" fill="{c}" font-weight="{b}">{t}</text>'
            ).format(
                x=at[0],
                y=top + 23 + LINE * row,
                c=ink.text,
                b=700 if bold else 400,
                t=text,
            )
        )
    return Markup("").join(parts)
