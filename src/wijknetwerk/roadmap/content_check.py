"""Checks the content before anything is stored; each fault names its file and code."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from wijknetwerk.roadmap.content_files import KINDS, LANGUAGES, Files, Record
from wijknetwerk.roadmap.places import ANNOUNCED, EXISTING

LONGEST_SENTENCE = 20
FEWEST_STEPS = 5
PHASES = ("explore", "shape", "deepen", "anchor")
FACTORS = 8
STOP_SIGNS = 5
ATTENTION_POINTS = 12
CHECK_KINDS = ("readiness", "self_check")
ONE_OF = {
    "check_kind": CHECK_KINDS,
    "group": ("stop", "people", "agreements", "conditions", "factor"),
}

# What each field of a list holds. 'words' is text whose sentences are counted, 'name' is not.
SHAPES: dict[str, dict[str, str]] = {
    "phases": {"name": "name", "what": "words", "start_here": "words", "sources": "cites"},
    "questions": {"phase": "code phases", "text": "words"},
    "steps": {
        "phase": "code phases",
        "title": "words",
        "summary": "words",
        "why": "words",
        "how": "lines",
        "who": "lines",
        "duration": "words",
        "yields": "words",
        "place": "place",
        "place_text": "words",
        "factors": "codes factors",
        "sources": "cites",
    },
    "factors": {
        "title": "words",
        "explanation": "words",
        "in_practice": "words",
        "sources": "cites",
    },
    "checks": {
        "check_kind": "one_of check_kind",
        "group": "one_of group",
        "text": "words",
        "lesson": "words",
        "lesson_from": "name",
        "talk_with": "words",
        "steps": "codes steps",
        "sources": "cites",
    },
    "groups": {"title": "words", "why": "words", "sources": "cites"},
    "recommendations": {
        "group": "code groups",
        "readers": "codes readers",
        "title": "words",
        "text": "words",
        "points": "lines",
        "sources": "cites",
    },
    "readers": {"name": "name", "intro": "words", "reading": "reading"},
    "sources": {"title": "name", "who": "name", "kind": "name", "year": "name"},
}


def faults(files: Files) -> list[str]:
    """Everything that is wrong, in the order of the files; empty when the content is right."""
    found = list(files.faults)
    for record in files.records:
        found.extend(f"{record.file}: {record.code or '?'}: {what}" for what in _of(record, files))
    found.extend(_repeated(files))
    found.extend(_languages(files))
    found.extend(_counts(files))
    return found


def _of(record: Record, files: Files) -> Iterator[str]:
    shape = SHAPES[record.kind]
    if not record.code:
        yield "has no code"
    for name in shape.keys() - record.values.keys():
        yield f"'{name}' is missing"
    for name in record.values.keys() - shape.keys():
        yield f"'{name}' is not a field of {record.kind}"
    for name in shape:
        if name in record.values:
            kind, _, target = shape[name].partition(" ")
            for what in _value(kind, target, record, record.values[name], files):
                yield f"'{name}': {what}"


def _value(kind: str, target: str, record: Record, value: Any, files: Files) -> Iterator[str]:
    if kind == "one_of":
        if value not in ONE_OF[target]:
            yield f"'{value}' is not one of {', '.join(ONE_OF[target])}"
        return
    known = {row.code for row in files.of(target, record.language)} if target else set()
    if kind in {"words", "name", "place", "code"}:
        if not isinstance(value, str) or not value.strip():
            yield "is empty"
        elif kind == "words":
            yield from _sentences(value)
        elif kind == "code" and value not in known:
            yield f"'{value}' is not one of the {target}"
        elif kind == "place" and value not in EXISTING and value not in ANNOUNCED:
            yield f"'{value}' is not a known place"
        return
    if not isinstance(value, list) or not value:
        yield "is empty"
        return
    for item in value:
        yield from _item(kind, target, known, item, record.language, files)


def _item(
    kind: str, target: str, known: set[str], item: Any, language: str, files: Files
) -> Iterator[str]:
    if kind == "lines":
        yield from _sentences(item) if str(item).strip() else ["has an empty line"]
    elif kind == "codes" and item not in known:
        yield f"'{item}' is not one of the {target}"
    elif kind == "cites":
        if set(item) != {"source", "where"}:
            yield "a source has 'source' and 'where'"
        elif item["source"] not in {row.code for row in files.of("sources", language)}:
            yield f"'{item['source']}' is not one of the sources"
    elif kind == "reading":
        codes = {row.code for row in files.of("recommendations", language)}
        if item.get("recommendation") not in codes:
            yield f"'{item.get('recommendation')}' is not one of the recommendations"
        yield from _sentences(str(item.get("text", ""))) if item.get("text") else ["has no text"]


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.!?…])\s+", text):
        if (count := len(sentence.split())) > LONGEST_SENTENCE:
            yield f"a sentence of {count} words, at most {LONGEST_SENTENCE}: '{sentence[:40]}…'"


def _repeated(files: Files) -> Iterator[str]:
    for language in LANGUAGES:
        for kind in KINDS:
            rows = files.of(kind, language)
            twice = {code for code, n in Counter(row.code for row in rows).items() if n > 1}
            for row in rows:
                if row.code in twice:
                    twice.discard(row.code)
                    yield f"{row.file}: {row.code}: this code stands there twice"


def _languages(files: Files) -> Iterator[str]:
    """Both languages hold the same codes, in the same order, with lists as long."""
    first, second = LANGUAGES
    for kind in KINDS:
        one = {row.code: row for row in files.of(kind, first)}
        other = {row.code: row for row in files.of(kind, second)}
        for rows, against, language in ((one, other, second), (other, one, first)):
            for code in rows.keys() - against.keys():
                yield f"{rows[code].file}: {code}: is missing in '{language}'"
        shared = [code for code in one if code in other]
        if shared != [code for code in other if code in one]:
            yield f"{next(iter(other.values())).file}: {kind}: another order than in '{first}'"
        for code in shared:
            yield from _same_structure(one[code], other[code])


_SAME = {"code", "codes", "place", "one_of"}


def _same_structure(one: Record, other: Record) -> Iterator[str]:
    for name, kind in SHAPES[one.kind].items():
        mine, theirs = one.values.get(name), other.values.get(name)
        if mine is None or theirs is None:
            continue
        where = f"{other.file}: {other.code}: '{name}'"
        if kind.split()[0] in _SAME and mine != theirs:
            yield f"{where}: differs from '{one.language}'"
        elif isinstance(mine, list) and isinstance(theirs, list) and len(mine) != len(theirs):
            yield f"{where}: has {len(theirs)} items, {len(mine)} in '{one.language}'"
        elif kind in {"cites", "reading"} and _codes(mine) != _codes(theirs):
            yield f"{where}: names others than '{one.language}'"


def _codes(items: list[Any]) -> list[Any]:
    return [item.get("source") or item.get("recommendation") for item in items]


def _counts(files: Files) -> Iterator[str]:
    for language in LANGUAGES:
        phases = files.of("phases", language)
        if tuple(row.code for row in phases) != PHASES:
            yield f"phases.{language}.toml: the phases are not {', '.join(PHASES)}"
        for phase in phases:
            steps = [s for s in files.of("steps", language) if s.values.get("phase") == phase.code]
            if len(steps) < FEWEST_STEPS:
                what = f"has {len(steps)} steps, at least {FEWEST_STEPS} needed"
                yield f"steps.{phase.code}.{language}.toml: {phase.code}: {what}"
        if (count := len(files.of("factors", language))) != FACTORS:
            yield f"factors.{language}.toml: {count} success factors, {FACTORS} needed"
        yield from _checks(files, language)


def _checks(files: Files, language: str) -> Iterator[str]:
    """Five stop signs and twelve points of attention; the self-check asks after each factor."""
    rows = files.of("checks", language)
    of_kind = [[r for r in rows if r.values.get("check_kind") == kind] for kind in CHECK_KINDS]
    ready, self_check = of_kind
    stops = sum(row.values.get("group") == "stop" for row in ready)
    if (stops, len(ready) - stops) != (STOP_SIGNS, ATTENTION_POINTS):
        what = f"{stops} stop signs and {len(ready) - stops} points of attention"
        yield f"checks.{language}.toml: {what}, {STOP_SIGNS} and {ATTENTION_POINTS} needed"
    if [row.code for row in self_check] != [row.code for row in files.of("factors", language)]:
        yield f"checks.{language}.toml: the self-check does not follow the success factors"
