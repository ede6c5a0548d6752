"""What the list 'What is there already' knows of kinds and of for whom: `content/kinds.toml`.

Codes are stored; names are shown in the reader's language. 'food.together' is part of 'food'.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from wijknetwerk.core.stems import stems

CONTENT = Path(__file__).resolve().parent / "content" / "kinds.toml"
OTHER = "other"
EVERYBODY = "everybody"
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Word:
    """A kind, or for whom: its code, name, and what people also call it, by language."""

    code: str
    names: dict[str, str]
    others: dict[str, str]

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.names["en" if (get_language() or "nl").startswith("en") else "nl"]

    @property
    def top(self) -> str:
        """The code of the first level."""
        return self.code.partition(".")[0]

    def found_by(self, language: str) -> str:
        """All words of one language by which it is found."""
        return f"{self.names[language]} {self.others[language]}"


@cache
def kinds() -> dict[str, Word]:
    """Every kind by code, each first level before what is in it."""
    return _read("kinds")


@cache
def audiences() -> dict[str, Word]:
    """For whom something is, by code."""
    return _read("audiences")


def top_kinds() -> list[Word]:
    """The first level, in its order."""
    return [word for word in kinds().values() if "." not in word.code]


def name_of(code: str) -> str:
    """The name of a kind with its first level; an unknown code says what it is."""
    return _names("en" if (get_language() or "nl").startswith("en") else "nl").get(code, code)


@cache
def _names(language: str) -> dict[str, str]:
    return {
        code: word.names[language]
        if word.top == code
        else f"{kinds()[word.top].names[language]}: {word.names[language]}"
        for code, word in kinds().items()
    }


def words_of(code: str, for_whom: list[str], language: str) -> str:
    """What one can type to find a thing of this kind, for these people."""
    parts = [kinds()[one].found_by(language) for one in (code, code.partition(".")[0])
             if one in kinds()]  # fmt: skip
    parts += [audiences()[one].found_by(language) for one in for_whom if one in audiences()]
    return " ".join(parts)


def known_kind(text: str) -> str:
    """The code that a text names: the code itself or its name in either language; else empty."""
    said = " ".join(text.casefold().split())
    for code, word in kinds().items():
        names = {name.casefold() for name in word.names.values()}
        whole = {f"{kinds()[word.top].names[one]}: {word.names[one]}".casefold()
                 for one in LANGUAGES}  # fmt: skip
        if said in {code} | names | whole:
            return code
    return ""


def guessed_kind(text: str) -> str:
    """The kind with most words in common with a text; empty when none is."""
    said = set(stems(text))
    scores = {code: len(said & _stems_of(code)) for code in kinds() if code != OTHER}
    best = max(scores, key=lambda code: (scores[code], "." in code))
    return best if scores[best] else ""


@cache
def _stems_of(code: str) -> frozenset[str]:
    return frozenset(stems(kinds()[code].found_by("nl")))


def known_audiences(text: str) -> list[str]:
    """The codes of all for whom that a text names."""
    said = {part.strip().casefold() for part in text.replace(";", ",").split(",")}
    return [
        code
        for code, word in audiences().items()
        if code in said or said & {name.casefold() for name in word.names.values()}
    ]


def _read(key: str) -> dict[str, Word]:
    """One list. ValueError names a code that stands there twice or lacks a language."""
    found: dict[str, Word] = {}
    told: list[dict[str, Any]] = tomllib.loads(CONTENT.read_text(encoding="utf-8"))[key]
    for row in told:
        word = Word(row["code"], row["name"], row["words"])
        if word.code in found or set(word.names) != set(LANGUAGES) != set(word.others):
            raise ValueError(f"kinds.toml: {word.code} stands there twice, or lacks a language")
        if "." in word.code and word.top not in found:
            raise ValueError(f"kinds.toml: {word.code} comes before {word.top}")
        found[word.code] = word
    return found
