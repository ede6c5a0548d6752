"""Kinds of help as they are shipped: two levels, with the words by which they are suggested."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from wijknetwerk.core.stems import stems

CONTENT = Path(__file__).resolve().parent / "content"
LANGUAGES = ("nl", "en")
# What stands in titles and says when or how much, not what: 'elke week wandelen' is no phone call.
_VAGUE = {
    "nl": "elke iedere week dag maand keer even iets klein hulp iemand",
    "en": "every each week day month once time little something help somebody someone",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of help. `code` is 'first' or 'first.second'; `limit` says what no volunteer does."""

    code: str
    title: str
    icon: str
    stems: frozenset[str] = frozenset()
    limit: str = ""

    @property
    def first(self) -> str:
        """The code of its first level."""
        return self.code.split(".", 1)[0]


def shipped() -> dict[str, Kind]:
    """All of them by code, in the reader's language and in the order of the file."""
    return read("en" if (get_language() or "nl").startswith("en") else "nl")


@cache
def read(language: str) -> dict[str, Kind]:
    """The file of one language. KeyError names what is missing in it."""
    text = (CONTENT / f"kinds.{language}.toml").read_text(encoding="utf-8")
    found: dict[str, Kind] = {}
    vague = frozenset(stems(_VAGUE[language], language))
    for first in tomllib.loads(text)["kinds"]:
        found[first["code"]] = Kind(first["code"], first["title"], first["icon"])
        for row in first["kinds"]:
            code = f"{first['code']}.{row['code']}"
            words = frozenset(stems(f"{row['title']} {row['words']}", language)) - vague
            found[code] = Kind(code, row["title"], first["icon"], words, row.get("limit", ""))
    return found
