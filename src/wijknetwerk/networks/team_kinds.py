"""Kinds of teams from networks/content/team_kinds.toml, with who mostly takes part."""

import tomllib
from dataclasses import dataclass
from functools import cache

from wijknetwerk.networks import words
from wijknetwerk.networks.words import CONTENT, Word


@dataclass(frozen=True, slots=True)
class TeamKind:
    """One kind: its words, the disciplines that mostly take part, and where that comes from."""

    word: Word
    usual: tuple[str, ...]
    source: str

    @property
    def usual_names(self) -> list[str]:
        """The disciplines in words."""
        known = words.disciplines()
        return [known[code].name for code in self.usual]


@cache
def team_kinds() -> dict[str, TeamKind]:
    """The closed list by code. ValueError names a discipline that no list knows."""
    rows = tomllib.loads((CONTENT / "team_kinds.toml").read_text(encoding="utf-8"))["team_kinds"]
    named = words.team_kinds()
    found = {}
    for row in rows:
        strange = set(row["usual"]) - set(words.disciplines())
        if strange:
            raise ValueError(f"team_kinds.toml: {row['code']} names {sorted(strange)}")
        found[row["code"]] = TeamKind(named[row["code"]], tuple(row["usual"]), row["source"])
    return found
