"""The texts that come with the platform: right as they stand, and each fault is named."""

import io
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from wijknetwerk.library import content_files, paper
from wijknetwerk.roadmap import content_files as route

pytestmark = pytest.mark.once
GOOD = """+++
code = "buurtlunch"
title = "Buurtlunch"
summary = "Eet samen."
phases = ["explore"]
steps = []
reader = ["residents"]
minutes = 60
group_size_min = 4
group_size_max = 20
material = ["soep"]
source = "Eigen werkwijze"
source_year = 0
reviewed_on = 2026-11-01
+++
Eet samen.

## Zo doet u het

1. Kook soep.
"""


def folder_with(tmp_path: Path, nl: str = GOOD, en: str = "") -> Path:
    tools = tmp_path / "tools"
    tools.mkdir(parents=True, exist_ok=True)
    (tools / "buurtlunch.nl.md").write_text(nl)
    english = en or nl.replace("## Zo doet u het", "## How to do it")
    (tools / "buurtlunch.en.md").write_text(english)
    return tmp_path


def test_our_own_texts_are_right_in_both_languages_and_serve_at_steps_that_exist() -> None:
    found = content_files.read()
    assert found.faults == []
    tools = {text.code for text in found.texts if text.kind == "tool"}
    assert len(tools) >= 25
    known = {record.code for record in route.read().of("steps", "nl")}
    asked = {step for text in found.texts for step in text.about.steps}
    assert asked - known == set()


def test_the_longest_tool_fits_on_two_sides_of_paper() -> None:
    tools = [text for text in content_files.read().texts if text.kind == "tool"]
    longest = max(tools, key=lambda text: len(text.body))
    version = SimpleNamespace(
        title=longest.title,
        summary=longest.summary,
        body=longest.body,
        about=longest.about.plain(),
        page=SimpleNamespace(language=longest.language),
    )
    assert len(PdfReader(io.BytesIO(paper.tool_sheet(version))).pages) <= 2


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('code = "buurtlunch"', 'code = "lunch"'), "'code' is not the name"),
        (('phases = ["explore"]', 'phases = ["begin"]'), "unknown phase 'begin'"),
        (('reader = ["residents"]', 'reader = ["buren"]'), "unknown reader 'buren'"),
        (("minutes = 60", 'minutes = "een uur"'), "'minutes' is no int"),
        (("steps = []", "stappen = []"), "unknown field 'stappen'"),
        (("group_size_max = 20", "group_size_max = 2"), "smaller than its smallest"),
        (("1. Kook soep.", "Kook soep."), "no numbered steps"),
        (("reviewed_on = 2026-11-01", ""), "'reviewed_on' is missing"),
        (("Eet samen.\n\n##", "woord " * 701 + "\n\n##"), "fit on two sides"),
        (("Kook soep.", "[x](/kennis/hulpmiddelen/soep/)"), "there is no tool 'soep'"),
        (("+++\ncode", "code"), "fields between two lines"),
        (("minutes = 60", "minutes ="), "can't be read"),
    ],
)
def test_a_fault_is_named_with_its_file(
    tmp_path: Path, change: tuple[str, str], fault: str
) -> None:
    found = content_files.read(folder_with(tmp_path, GOOD.replace(*change)))
    assert any(fault in line and "buurtlunch" in line for line in found.faults), found.faults


def test_both_languages_say_the_same_facts(tmp_path: Path) -> None:
    english = GOOD.replace("minutes = 60", "minutes = 90").replace(
        "## Zo doet u het", "## How to do it"
    )
    found = content_files.read(folder_with(tmp_path, en=english))
    assert found.faults == ["tools/buurtlunch.en.md: 'minutes' differs from the Dutch text"]
    (tmp_path / "tools" / "buurtlunch.en.md").unlink()
    assert content_files.read(tmp_path).faults == ["tools/buurtlunch.nl.md: is missing in 'en'"]
    shutil.rmtree(tmp_path / "tools")
    assert content_files.read(tmp_path).texts == []
