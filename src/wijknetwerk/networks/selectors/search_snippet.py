"""Why something was found: its title and a piece of its text, with the words that answered."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, takewhile
from typing import Protocol

from markupsafe import Markup

from wijknetwerk.core.registries.search import ALSO
from wijknetwerk.core.stems import stem

BEFORE, LENGTH = 40, 170


class Answering(Protocol):
    """A word that was asked for."""

    @property
    def stems(self) -> tuple[str, ...]:
        """Its stems."""

    def answers(self, one: str) -> bool:
        """Whether a stem answers to it."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The title and a piece of the text, marked, and in which of the two the words stand."""

    title: Markup
    text: Markup
    in_title: bool
    in_text: bool


class Marker:
    """Marks each word that answers to what was asked."""

    def __init__(self, asked: Sequence[Answering]) -> None:
        self._asked, self._maybe = asked, _maybe(asked)
        self._known: dict[tuple[str, str], bool] = {}  # texts share most of their words

    def snippet(self, title: str, body: str, language: str) -> Snippet:
        """The title, and the text from shortly before the first word that answers."""
        body = body.partition(ALSO)[0].rstrip()
        in_title, in_body = list(self._places(title, language)), self._places(body, language)
        first = next(in_body, None)
        start, end = _piece(body, first[0] if first else 0)
        found = chain([first] if first else [], in_body)
        shown = takewhile(lambda place: place[1] <= end, found)  # no further than what is shown
        before, after = "… " if start else "", " …" if end < len(body) else ""
        text = Markup(f"{before}{_marked(body, start, end, shown)}{after}")  # noqa: S704 - escaped
        return Snippet(
            Markup(_marked(title, 0, len(title), in_title)),  # noqa: S704 - escaped
            text,
            bool(in_title),
            first is not None,
        )

    def _places(self, text: str, language: str) -> Iterator[tuple[int, int]]:
        known = self._known
        for match in self._maybe.finditer(text):
            key = (match.group(), language)
            if key not in known:
                known[key] = self._answers(*key)
            if known[key]:
                yield match.span()

    def _answers(self, typed: str, language: str) -> bool:
        one = stem(typed, language)
        return bool(one) and any(word.answers(one) for word in self._asked)


def _maybe(asked: Sequence[Answering]) -> re.Pattern[str]:
    """Words that begin like one that was asked for, with 'ge' before it or not: only these are
    worth their stem, so that a long text costs little."""
    beginnings = {one[:2] for word in asked for one in word.stems}
    either = "|".join(
        "".join(_LIKE.get(c, re.escape(c)) for c in one) for one in sorted(beginnings)
    )
    return re.compile(rf"(?<![^\W_])(?:ge)?(?:{either})[^\W_]*(?:['’][^\W_]+)*", re.IGNORECASE)


# Letters and what they look like with a sign on them, which `stem` takes off.
_LIKE = {
    "a": "[aàáâäã]", "c": "[cç]", "e": "[eèéêë]", "i": "[iìíîï]", "n": "[nñ]",
    "o": "[oòóôöõ]", "u": "[uùúûü]", "y": "[yýÿ]",
}  # fmt: skip


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


def _marked(text: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> str:
    """As HTML, everything of the text escaped."""
    safe = escape if _SIGNS.search(text, start, end) else str
    parts, at = [], start
    for begin, until in places:
        parts += [safe(text[at:begin]), f"<mark>{safe(text[begin:until])}</mark>"]
        at = until
    return "".join([*parts, safe(text[at:end])])


_SIGNS = re.compile("[&<>\"']")
