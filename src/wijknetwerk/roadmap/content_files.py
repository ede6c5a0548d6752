"""Reads the content files into plain records that remember the file they came from."""

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "content"
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Record:
    """One table of a content file."""

    file: str
    kind: str
    language: str
    code: str
    values: dict[str, Any]


@dataclass(slots=True)
class Files:
    """Everything in a folder, and what could not even be read."""

    label: str = ""
    records: list[Record] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def of(self, kind: str, language: str) -> list[Record]:
        """The records of one list in one language, in order."""
        return [r for r in self.records if r.kind == kind and r.language == language]

    @property
    def digest(self) -> str:
        """What tells two contents apart: label, texts and order, not how files are cut."""
        plain = [
            [language, kind, record.code, record.values]
            for language in LANGUAGES
            for kind in KINDS
            for record in self.of(kind, language)
        ]
        text = json.dumps([self.label, plain], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


KINDS = (
    "phases",
    "questions",
    "steps",
    "factors",
    "checks",
    "groups",
    "recommendations",
    "readers",
    "sources",
)


def read(folder: Path = FOLDER) -> Files:
    """All records of all content files; a broken file becomes a fault, not an exception."""
    found = Files()
    labels: dict[str, str] = {}
    order = _order_of_phases(folder)
    for language in LANGUAGES:
        paths = sorted(folder.glob(f"*.{language}.toml"), key=lambda path: _rank(path, order))
        for path in paths:
            table = _parsed(path, found)
            labels[path.name] = str(table.pop("version", ""))
            if table.pop("language", None) != language:
                found.faults.append(f"{path.name}: 'language' is not '{language}'")
            found.records.extend(_records(path.name, language, table, found))
    found.label = next(iter(labels.values()), "")
    for name, label in labels.items():
        if not label or label != found.label:
            found.faults.append(f"{name}: version '{label}' differs from '{found.label}'")
    return found


def _parsed(path: Path, found: Files) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found.faults.append(f"{path.name}: can't be read: {error}")
        return {}


def _records(file: str, language: str, table: dict[str, Any], found: Files) -> Iterator[Record]:
    for kind, rows in table.items():
        if kind not in KINDS or not isinstance(rows, list):
            found.faults.append(f"{file}: unknown list '{kind}'")
            continue
        for row in rows:
            code = str(row.pop("code", ""))
            for question in row.pop("questions", []) if kind == "phases" else []:
                asked = str(question.get("code", ""))
                values = {"phase": code, "text": question.get("text", "")}
                yield Record(file, "questions", language, asked, values)
            yield Record(file, kind, language, code, row)


def _order_of_phases(folder: Path) -> list[str]:
    """The phases in their order, so that the files of steps follow it and not the alphabet."""
    path = folder / "phases.nl.toml"
    table = _parsed(path, Files()) if path.exists() else {}
    return [str(row.get("code")) for row in table.get("phases", [])]


def _rank(path: Path, order: list[str]) -> tuple[int, str]:
    phase = path.name.split(".")[1]
    return (order.index(phase) if phase in order else -1, path.name)
