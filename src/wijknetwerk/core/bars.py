"""Bars beside each other, made on the server: a whole and a part of it, for each group."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

WIDTH, HEIGHT = 400, 230
TOP, BOTTOM, MOST_WIDE = 44, 30, 38
_WHOLE = Markup('fill="var(--wn-tint)" stroke="var(--wn-green)" stroke-width="2"')
_PART = Markup('fill="var(--wn-green)" stroke="var(--wn-green)" stroke-width="2"')


@dataclass(frozen=True, slots=True)
class Pair:
    """A whole and its part; None for what stays hidden, and then no bar says how large it is."""

    label: str
    whole: int | None
    part: int | None


def pair_bars(
    pairs: Sequence[Pair], *, names: tuple[str, str], hidden: str, title: str, description: str
) -> Markup:
    """Two bars for each pair, with the number on top; `hidden` stands where there is none. Empty
    when nothing may be shown. `title` and `description` are read aloud."""
    most = max((number for one in pairs for number in (one.whole, one.part) if number), default=0)
    if not most:
        return Markup("")
    room = WIDTH / len(pairs)
    wide = min(MOST_WIDE, room * 0.36)
    body = [*_legend(names), _line()]
    for place, one in enumerate(pairs):
        middle = room * (place + 0.5)
        body.append(_text(middle, HEIGHT - 9, one.label))
        for number, left, look in (
            (one.whole, middle - wide - 2, _WHOLE),
            (one.part, middle + 2, _PART),
        ):
            body += _bar(number, left, wide, most, look, hidden)
    return Markup(
        '<svg class="wn-drawing" viewBox="0 0 {} {}" role="img" font-size="16">'
        "<title>{}</title><desc>{}</desc>{}</svg>"
    ).format(WIDTH, HEIGHT, title, description, Markup("").join(body))


def _bar(
    number: int | None, left: float, wide: float, most: int, look: Markup, hidden: str
) -> list[Markup]:
    foot = HEIGHT - BOTTOM
    high = round((number or 0) / most * (foot - TOP - 20), 1)
    words = _text(left + wide / 2, foot - high - 6, hidden if number is None else str(number))
    if not number:
        return [words]
    bar = Markup('<rect x="{}" y="{}" width="{}" height="{}" {}/>')
    return [bar.format(round(left, 1), round(foot - high, 1), round(wide, 1), high, look), words]


def _legend(names: tuple[str, str]) -> list[Markup]:
    found = []
    for place, (name, look) in enumerate(zip(names, (_WHOLE, _PART), strict=True)):
        x = 2 + place * WIDTH / 2
        found.append(Markup('<rect x="{}" y="4" width="16" height="16" {}/>').format(x, look))
        found.append(_text(x + 24, 18, name, "start"))
    return found


def _line() -> Markup:
    y = HEIGHT - BOTTOM
    line = Markup('<line x1="0" y1="{}" x2="{}" y2="{}" stroke="var(--wn-line)" stroke-width="2"/>')
    return line.format(y, WIDTH, y)


def _text(x: float, y: float, words: str, anchor: str = "middle") -> Markup:
    return Markup('<text x="{}" y="{}" text-anchor="{}" fill="var(--wn-ink)">{}</text>').format(
        round(x, 1), round(y, 1), anchor, words
    )
