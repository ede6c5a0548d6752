"""Practice examples as they stand in content/practice: read once a process, in two languages.

Networks (`<code>.<language>.toml`) are told in the same cells, in the order of `fields`; lessons
(`lessons.<language>.toml`) are told more briefly. Nobody edits these on a screen.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

FOLDER = Path(__file__).resolve().parent / "content" / "practice"
LANGUAGES = ("nl", "en")
ORDER = ("ruwaard", "dukenburg", "gemert", "wedde", "lemmer")


@dataclass(frozen=True, slots=True)
class Cite:
    """Where something was read, and of which time that is."""

    source: str
    where: str
    year: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is told of each network. `ask` is the question for one's own network."""

    code: str
    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Group:
    """One table of the report."""

    code: str
    title: str
    remark: str
    cite: Cite
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What is told of one network in one field; without words it is not known."""

    text: str
    points: tuple[str, ...]
    uncertain: str
    cite: Cite
    own_cite: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A network that was told about in full."""

    code: str
    name: str
    place: str
    summary: str
    take_home: str
    steps: tuple[str, ...]
    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A network or team of which the sources tell mainly what was learned."""

    code: str
    name: str
    place: str
    summary: str
    story: tuple[str, ...]
    learned: tuple[str, ...]
    try_this: tuple[str, ...]
    uncertain: str
    cite: Cite
    steps: tuple[str, ...]
    tools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A report, article or interview."""

    code: str
    title: str
    who: str
    year: str


@dataclass(frozen=True)
class Practice:
    """All of it in one language. Read only: every request shares it."""

    groups: tuple[Group, ...]
    examples: tuple[Example, ...]
    lessons: tuple[Lesson, ...]
    sources: dict[str, Source]

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in the order of the tables."""
        return tuple(field for group in self.groups for field in group.fields)

    def example(self, code: str) -> Example | None:
        """The example with this code."""
        return next((row for row in self.examples if row.code == code), None)

    def lesson(self, code: str) -> Lesson | None:
        """The lesson with this code."""
        return next((row for row in self.lessons if row.code == code), None)

    def sources_of(self, cites: Iterable[Cite]) -> list[tuple[Source, Cite]]:
        """The sources of these places, each place once."""
        return [(self.sources[cite.source], cite) for cite in dict.fromkeys(cites)]


def practice(language: str | None = None) -> Practice:
    """The examples in the reader's language."""
    wanted = (language or get_language() or LANGUAGES[0])[:2]
    return practice_in(wanted if wanted in LANGUAGES else LANGUAGES[0])


@cache
def practice_in(language: str) -> Practice:
    """The examples in one of the LANGUAGES."""
    table = _table("fields", language)
    groups = tuple(_group(row) for row in table["groups"])
    sources = {row["code"]: Source(**row) for row in table["sources"]}
    examples = tuple(_example(_table(code, language), groups) for code in ORDER)
    lessons = tuple(_lesson(row) for row in _table("lessons", language)["lessons"])
    return Practice(groups, examples, lessons, sources)


def _table(name: str, language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.{language}.toml").read_text(encoding="utf-8"))


def _group(row: dict[str, Any]) -> Group:
    fields = tuple(Field(**field) for field in row["fields"])
    return Group(row["code"], row["title"], row["remark"], _cite(row, row), fields)


def _example(table: dict[str, Any], groups: tuple[Group, ...]) -> Example:
    cells = {
        field.code: _cell(table["cells"].get(field.code, {}), group)
        for group in groups
        for field in group.fields
    }
    named = {key: table[key] for key in ("code", "name", "place", "summary", "take_home")}
    return Example(cells=cells, steps=tuple(table["steps"]), **named)


def _cell(row: dict[str, Any], group: Group) -> Cell:
    cite = {"source": group.cite.source, "where": group.cite.where, "year": group.cite.year}
    return Cell(
        text=row.get("text", ""),
        points=tuple(row.get("points", ())),
        uncertain=row.get("uncertain", ""),
        cite=_cite(row, cite),
        own_cite="source" in row,
    )


def _lesson(row: dict[str, Any]) -> Lesson:
    return Lesson(
        code=row["code"],
        name=row["name"],
        place=row["place"],
        summary=row["summary"],
        story=tuple(row["story"]),
        learned=tuple(row["learned"]),
        try_this=tuple(row["try_this"]),
        uncertain=row.get("uncertain", ""),
        cite=_cite(row, row),
        steps=tuple(row["steps"]),
        tools=tuple(row["tools"]),
    )


def _cite(row: dict[str, Any], otherwise: dict[str, Any]) -> Cite:
    return Cite(*(str(row.get(key, otherwise[key])) for key in ("source", "where", "year")))
