"""`tools.translations` finds every way in which a Dutch text can be wrong."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import translations

pytestmark = pytest.mark.once


def catalog(*messages: tuple[object, object]) -> Catalog:
    made = Catalog(locale="nl")
    for text, dutch in messages:
        made.add(text, dutch)
    return made


PLURAL = ("one neighbour", "%(number)s neighbours")


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("Save", "Bewaar"),
        ("Hello %(name)s", "Dag %(name)s"),
        (PLURAL, ("een buur", "%(number)s buren")),
        (PLURAL, ("%(number)s buur", "%(number)s buren")),
    ],
)
def test_a_complete_text_passes(text: object, dutch: object) -> None:
    assert translations.faults(catalog((text, "")), catalog((text, dutch))) == []


@pytest.mark.parametrize(
    ("text", "dutch", "fault"),
    [
        ("Save", "", "no Dutch"),
        (PLURAL, ("een buur", ""), "no Dutch"),
        ("Hello %(name)s", "Dag", "placeholders differ"),
        ("Hello %(name)s", "Dag %(naam)s", "placeholders differ"),
        ("Hello {name}", "Dag {naam}", "placeholders differ"),
        (PLURAL, ("een buur", "buren"), "placeholders differ"),
    ],
)
def test_a_wrong_text_is_named(text: object, dutch: object, fault: str) -> None:
    found = translations.faults(catalog((text, "")), catalog((text, dutch)))
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_a_doubtful_text_is_named() -> None:
    dutch = catalog(("Save", "Bewaar"))
    dutch["Save"].flags.add("fuzzy")
    assert translations.faults(catalog(("Save", "")), dutch) == ["doubtful (fuzzy): 'Save'"]


def test_a_text_that_nothing_uses_is_named() -> None:
    found = translations.faults(catalog(("Save", "")), catalog(("Save", "Bewaar"), ("Old", "Oud")))
    assert found == ["nothing uses: 'Old'"]


def test_update_keeps_what_was_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "nl" / "django.po"
    monkeypatch.setattr(translations, "collected", lambda: catalog(("Save", ""), ("Old", "")))
    translations.update(path)
    path.write_text(
        path.read_text().replace('msgid "Save"\nmsgstr ""', 'msgid "Save"\nmsgstr "Bewaar"')
    )
    monkeypatch.setattr(translations, "collected", lambda: catalog(("Save", ""), ("New", "")))
    translations.update(path)
    kept = translations.translated(path)
    assert {message.id: message.string for message in kept if message.id} == {
        "Save": "Bewaar",
        "New": "",
    }
    assert not kept.obsolete
    assert path.with_suffix(".mo").exists()


def test_installing_compiles_the_catalog(tmp_path: Path) -> None:
    """Babel's own command skips a catalog whose header is doubtful, and then says nothing wrong."""
    path = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    shutil.copy(translations.CATALOG, path)
    compile_all = [sys.executable, "-m", "babel.messages.frontend", "compile", "-D", "django"]
    subprocess.run([*compile_all, "-d", str(tmp_path)], check=True)
    assert path.with_suffix(".mo").exists()
