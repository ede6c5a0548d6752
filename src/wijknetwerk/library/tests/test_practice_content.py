"""The practice examples: whole in both languages, short, and honest about what is not certain."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from wijknetwerk.library.practice_content import (
    FOLDER,
    ORDER,
    Example,
    Lesson,
    Practice,
    practice_in,
)

pytestmark = pytest.mark.once

LONGEST_SENTENCE = 20
ROADMAP = Path(__file__).resolve().parents[2] / "roadmap" / "content"
LESSONS = {
    *("wijchen", "merenwijk", "stevenshof", "presikhaaf", "america", "brummen"),
    *("child-physiotherapist", "first-1000-days"),
}
# Block 16 of the facts: what the report leaves in doubt.
UNCERTAIN = {
    *(
        (code, field)
        for code in ("ruwaard", "wedde", "lemmer")
        for field in ("ambition", "interests")
    ),
    *(("ruwaard", "subsidy"), ("ruwaard", "process"), ("wedde", "subsidy"), ("wedde", "process")),
}


def texts(content: Practice) -> Iterator[str]:
    for group in content.groups:
        yield from (group.title, group.remark, *(field.ask for field in group.fields))
    for example in content.examples:
        yield from (example.summary, example.take_home)
        for cell in example.cells.values():
            yield from (cell.text, *cell.points, cell.uncertain)
    for lesson in content.lessons:
        yield from (lesson.summary, *lesson.story, *lesson.learned, *lesson.try_this)
        yield lesson.uncertain


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_field_of_the_three_tables_is_filled(language: str) -> None:
    content = practice_in(language)
    assert [len(group.fields) for group in content.groups] == [8, 7, 5]
    assert len(content.examples) == 5
    for example in content.examples:
        for field in content.fields:
            cell = example.cells[field.code]
            assert cell.text or cell.points, (example.code, field.code)
            assert cell.cite.source in content.sources
            assert all((cell.cite.where, cell.cite.year))
    assert {lesson.code for lesson in content.lessons} == LESSONS
    for lesson in content.lessons:
        assert all((lesson.story, lesson.learned, lesson.try_this))
        assert lesson.cite.source in content.sources
        assert all((lesson.cite.where, lesson.cite.year))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_the_report_leaves_in_doubt_is_marked(language: str) -> None:
    content = practice_in(language)
    marked = {
        (example.code, field)
        for example in content.examples
        for field, cell in example.cells.items()
        if cell.uncertain
    }
    assert marked == UNCERTAIN
    assert next(group for group in content.groups if group.code == "factors").remark


def test_both_languages_tell_the_same() -> None:
    def shape(content: Practice) -> object:
        cells = [
            (
                row.code,
                field,
                bool(cell.text),
                len(cell.points),
                bool(cell.uncertain),
                cell.own_cite,
            )
            for row in content.examples
            for field, cell in row.cells.items()
        ]
        lessons = [
            (row.code, len(row.story), len(row.learned), len(row.try_this), row.steps, row.tools)
            for row in content.lessons
        ]
        return (cells, lessons, list(content.sources), [field.code for field in content.fields])

    assert shape(practice_in("nl")) == shape(practice_in("en"))


def test_no_cell_stands_in_a_file_that_no_field_shows() -> None:
    known = {field.code for field in practice_in("nl").fields}
    for code in ORDER:
        for language in ("nl", "en"):
            path = FOLDER / f"{code}.{language}.toml"
            assert set(tomllib.loads(path.read_text(encoding="utf-8"))["cells"]) == known, path.name


def test_steps_tools_and_sources_exist() -> None:
    steps = {
        row["code"]
        for path in ROADMAP.glob("steps.*.nl.toml")
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["steps"]
    }
    sources = tomllib.loads((ROADMAP / "sources.nl.toml").read_text(encoding="utf-8"))["sources"]
    content = practice_in("nl")
    assert set(content.sources) == {row["code"] for row in sources}
    rows: tuple[Example | Lesson, ...] = (*content.examples, *content.lessons)
    for told in rows:
        assert told.steps, told.code
        assert set(told.steps) <= steps, told.code


def test_sentences_are_short() -> None:
    long = [
        sentence
        for text in texts(practice_in("nl"))
        for sentence in re.split(r"(?<=[.!?:])\s+", text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []
