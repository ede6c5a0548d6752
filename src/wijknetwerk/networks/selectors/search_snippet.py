"""Why something was found: its title and a piece of its text, with the words that answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup, escape

from wijknetwerk.core.stems import stem, words
from wijknetwerk.networks.models import SearchEntry

BEFORE, LENGTH = 40, 170


class Answering(Protocol):
    """A word that was asked for."""

    def answers(self, one: str) -> bool:
        """Whether a stem answers to it."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The title and a piece of the text, marked, and in which of the two the words stand."""

    title: Markup
    text: Markup
    in_title: bool
    in_text: bool


def snippet_of(entry: SearchEntry, title: str, asked: Sequence[Answering]) -> Snippet:
    """Marks each word that answers to what was asked; the text from shortly before the first."""
    in_title = _places(title, entry.language, asked)
    in_body = _places(entry.body, entry.language, asked)
    start, end = _piece(entry.body, in_body[0][0] if in_body else 0)
    shown = [place for place in in_body if start <= place[0] and place[1] <= end]
    text = _marked(entry.body, start, end, shown)
    before = Markup("… ") if start else Markup("")
    after = Markup(" …") if end < len(entry.body) else Markup("")
    return Snippet(
        _marked(title, 0, len(title), in_title),
        before + text + after if text else text,
        bool(in_title),
        bool(in_body),
    )


def _places(text: str, language: str, asked: Sequence[Answering]) -> list[tuple[int, int]]:
    return [
        match.span()
        for match in words(text)
        if (one := stem(match.group(), language)) and any(word.answers(one) for word in asked)
    ]


def _piece(text: str, first: int) -> tuple[int, int]:
    """From a word shortly before the first, to the end of a word."""
    start = 0
    if first > BEFORE:
        start = text.find(" ", first - BEFORE, first) + 1 or first
    end = len(text)
    if end > start + LENGTH:
        end = text.rfind(" ", start, start + LENGTH)
        end = end if end > first else start + LENGTH
    return start, end


def _marked(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> Markup:
    parts, at = [], start
    for begin, until in places:
        parts += [escape(text[at:begin]), Markup("<mark>{}</mark>").format(text[begin:until])]
        at = until
    return Markup("").join([*parts, escape(text[at:end])])
