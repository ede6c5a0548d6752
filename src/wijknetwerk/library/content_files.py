"""Reads the texts that come with the platform (content/README.md): fields in TOML, then Markdown.

What is wrong becomes a fault that names the file, never an exception halfway.
"""

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from wijknetwerk.core import texts
from wijknetwerk.library.about import PHASES, READERS, About

FOLDER: Final = Path(__file__).parent / "content"
LANGUAGES: Final = ("nl", "en")
KINDS: Final = {"tools": "tool", "questions": "question"}
HOW: Final = {"nl": "## Zo doet u het", "en": "## How to do it"}
MOST_WORDS: Final = 700
_FENCE: Final = "+++"
_CODE: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SAME: Final = (
    *("phases", "steps", "reader", "minutes", "group_size_min", "group_size_max"),
    *("source_year", "reviewed_on", "order", "tools"),
)
_KNOWN: Final[dict[str, type]] = {
    "code": str,
    "title": str,
    "summary": str,
    "phases": list,
    "steps": list,
    "reader": list,
    "minutes": int,
    "group_size_min": int,
    "group_size_max": int,
    "material": list,
    "source": str,
    "source_year": int,
    "reviewed_on": date,
    "order": int,
    "tools": list,
    "what_changed": str,
}


@dataclass(frozen=True, slots=True)
class Text:
    """One file: a page in one language."""

    file: str
    kind: str
    language: str
    code: str
    title: str
    summary: str
    body: str
    about: About
    what_changed: str = ""

    @property
    def digest(self) -> str:
        """What tells two texts apart: all that a reader sees."""
        seen = [self.title, self.summary, self.body, self.about.plain()]
        return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()


@dataclass(slots=True)
class Files:
    """All texts, and what is not right yet."""

    texts: list[Text] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read(folder: Path = FOLDER) -> Files:
    """Every text of the folder, checked: each by itself, both languages, what they point at."""
    found = Files()
    for noun, kind in KINDS.items():
        for path in sorted((folder / noun).glob("*.md")):
            if text := _text(path, kind, found.faults):
                found.texts.append(text)
    _check_languages(found)
    _check_tools(found)
    return found


def _text(path: Path, kind: str, faults: list[str]) -> Text | None:
    name = f"{path.parent.name}/{path.name}"
    code, _dot, language = path.stem.rpartition(".")
    said = path.read_text(encoding="utf-8")
    head, fence, body = said.removeprefix(f"{_FENCE}\n").partition(f"\n{_FENCE}\n")
    if language not in LANGUAGES or not said.startswith(f"{_FENCE}\n") or not fence:
        faults.append(f"{name}: needs <code>.nl.md or .en.md, and fields between two lines +++")
        return None
    try:
        values = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{name}: the fields can't be read: {error}")
        return None
    wrong = list(_wrong_fields(values, code, kind, language, body))
    if wrong:
        faults.extend(f"{name}: {fault}" for fault in wrong)
        return None
    reviewed = values.pop("reviewed_on").isoformat()
    top = {key: values.pop(key, "") for key in ("code", "title", "summary", "what_changed")}
    about = About.of({**values, "reviewed_on": reviewed})
    return Text(file=name, kind=kind, language=language, body=body.strip(), about=about, **top)


def _wrong_fields(
    values: dict[str, Any], code: str, kind: str, language: str, body: str
) -> list[str]:
    wrong = [f"unknown field '{key}'" for key in values if key not in _KNOWN]
    for key, shape in _KNOWN.items():
        value = values.get(key)
        if value is not None and (not isinstance(value, shape) or isinstance(value, bool)):
            wrong.append(f"'{key}' is no {shape.__name__}")
        if isinstance(value, list) and not all(isinstance(one, str) for one in value):
            wrong.append(f"'{key}' holds something else than words")
    if wrong:
        return wrong
    if values.get("code") != code or not _CODE.fullmatch(code):
        wrong.append("'code' is not the name of the file, or has odd signs")
    needed = ["title", "summary", "reviewed_on"]
    needed += ["phases", "reader", "source"] if kind == "tool" else ["order"]
    wrong += [f"'{key}' is missing" for key in needed if not values.get(key)]
    wrong += [f"unknown phase '{one}'" for one in values.get("phases", []) if one not in PHASES]
    wrong += [f"unknown reader '{one}'" for one in values.get("reader", []) if one not in READERS]
    wrong += _wrong_lengths(values, kind, body)
    if kind == "tool" and not _has_steps(body, language):
        wrong.append(f"has no numbered steps under '{HOW[language]}'")
    return wrong


def _wrong_lengths(values: dict[str, Any], kind: str, body: str) -> list[str]:
    wrong = []
    if len(values.get("title", "")) > 80:
        wrong.append("the title is longer than 80 signs")
    if len(values.get("summary", "")) > 200:
        wrong.append("the summary is longer than 200 signs")
    low, high = values.get("group_size_min", 0), values.get("group_size_max", 0)
    if high and low > high:
        wrong.append("the group is smaller than its smallest size")
    if not body.strip():
        wrong.append("has no text")
    words = len(texts.plain(body).split())
    if kind == "tool" and words > MOST_WORDS:
        wrong.append(f"has {words} words; {MOST_WORDS} fit on two sides of A4")
    return wrong


def _has_steps(body: str, language: str) -> bool:
    _before, found, after = f"\n{body}".partition(f"\n{HOW[language]}\n")
    part = after.split("\n## ")[0]
    return bool(found) and re.search(r"^1\. ", part, re.MULTILINE) is not None


def _check_languages(found: Files) -> None:
    """Each text exists in both languages, with the same facts."""
    by_key: dict[tuple[str, str], dict[str, Text]] = {}
    for text in found.texts:
        by_key.setdefault((text.kind, text.code), {})[text.language] = text
    for both in by_key.values():
        one = next(iter(both.values()))
        missing = [language for language in LANGUAGES if language not in both]
        if missing:
            found.faults.append(f"{one.file}: is missing in '{missing[0]}'")
            continue
        for name in _SAME:
            if getattr(both["nl"].about, name) != getattr(both["en"].about, name):
                found.faults.append(f"{both['en'].file}: '{name}' differs from the Dutch text")


def _check_tools(found: Files) -> None:
    """Whatever points at a tool points at one that is there."""
    codes = {text.code for text in found.texts if text.kind == "tool"}
    for text in found.texts:
        linked = re.findall(r"\(/kennis/hulpmiddelen/([a-z0-9-]+)/\)", text.body)
        for code in (*text.about.tools, *linked):
            if code not in codes:
                found.faults.append(f"{text.file}: there is no tool '{code}'")
