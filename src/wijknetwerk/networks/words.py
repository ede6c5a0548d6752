"""The words of a network from networks/content: roles, energies, kinds of parties, disciplines.

Codes are stored; names are shown in the reader's language. A network's own names of roles come
from `selectors.network.role_names`.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

CONTENT = Path(__file__).resolve().parent / "content"


@dataclass(frozen=True, slots=True)
class Word:
    """A code with its names, explanations and other usual names, by language."""

    code: str
    names: dict[str, str]
    explanations: dict[str, str]
    others: dict[str, tuple[str, ...]]

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.names[_language()]

    @property
    def explanation(self) -> str:
        """What it means, or an empty text where the list has none."""
        return self.explanations.get(_language(), "")

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Other names that networks use for it."""
        return self.others.get(_language(), ())


def roles() -> dict[str, Word]:
    """The closed list of roles."""
    return _list("roles.toml", "roles")


def energies() -> dict[str, Word]:
    """What a member likes to do."""
    return _list("roles.toml", "energies")


def kinds() -> dict[str, Word]:
    """Kinds of parties."""
    return _list("kinds.toml", "kinds")


def disciplines() -> dict[str, Word]:
    """Professions."""
    return _list("disciplines.toml", "disciplines")


def team_kinds() -> dict[str, Word]:
    """Kinds of teams; `networks.team_kinds` knows more of each."""
    return _list("team_kinds.toml", "team_kinds")


def choices(words: dict[str, Word]) -> list[tuple[str, str]]:
    """Codes and names for a field of a form, as the reader sees them."""
    return [(word.code, word.name) for word in words.values()]


@cache
def _list(file: str, key: str) -> dict[str, Word]:
    """One list. ValueError names a code that stands there twice or lacks a language."""
    found: dict[str, Word] = {}
    for row in tomllib.loads((CONTENT / file).read_text(encoding="utf-8"))[key]:
        word = _word(row)
        if word.code in found or set(word.names) != {"nl", "en"}:
            raise ValueError(f"{file}: {word.code} stands there twice, or lacks a language")
        found[word.code] = word
    return found


def _word(row: dict[str, Any]) -> Word:
    others = {language: tuple(names) for language, names in row.get("alternatives", {}).items()}
    return Word(row["code"], row["name"], row.get("explanation", {}), others)


def _language() -> str:
    return "en" if (get_language() or "nl").startswith("en") else "nl"
