"""Kinds, days, columns and names, without a database."""

import tomllib
from datetime import time
from uuid import uuid4

import pytest

from wijknetwerk.directory import alike, columns, kinds
from wijknetwerk.directory.alike import Index, Known, Looks
from wijknetwerk.directory.example_lists import FOLDER, _said
from wijknetwerk.directory.when import when_words

pytestmark = pytest.mark.once


def test_every_kind_is_known_by_its_name_in_both_languages_and_none_comes_twice() -> None:
    for code in kinds.kinds():
        assert kinds.known_kind(kinds.name_of(code)) == code
        assert code.partition(".")[0] in kinds.kinds()
    for text, code in {
        "Koken met de buren": "food.together",
        "Taalcafé": "learn.language",
        "Huisarts": "care.doctor",
        "xyz": "",
    }.items():
        assert kinds.guessed_kind(text) == code or kinds.guessed_kind(text).startswith(code[:4])
    assert kinds.known_audiences("Ouderen, mantelzorgers") == ["older", "carers"]


def test_the_example_lists_say_only_what_is_known() -> None:
    for path in FOLDER.glob("*.toml"):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        rows = told["entries"] + told.get("ended", [])
        assert [row["name"] for row in rows if not _said(row, told["city"]).known] == []


def test_when_is_said_in_own_words_or_else_from_days_and_hours() -> None:
    assert when_words("na de kerk", "SU", None, None) == "na de kerk"
    assert (
        when_words("", "MO,TH", time(10), time(12)) == "maandag en donderdag, 10.00 tot 12.00 uur"
    )
    assert when_words("", "1WE", time(10), None) == "woensdag, vanaf 10.00 uur"


def test_a_number_is_the_same_however_it_is_written() -> None:
    same = ("026 555 01 23", "+31 26-5550123", "0031265550123", "265550123", "(026) 5550123")
    assert {alike.digits_of(one) for one in same} == {"0265550123"}
    assert [alike.digits_of(one) for one in ("112", "12", "")] == ["112", "", ""]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Repaircafé Presikhaaf", "Repair Café", True),
        ("De Soepgroep", "Soepgroep De Linde", True),
        ("Alzheimer Café", "Alzheimercafé", True),
        ("Wijkteam Noord", "Wijkteam Zuid", False),
        ("Stichting Buurt", "Stichting Zorg", False),
        ("Wandelgroep", "Leesgroep", False),
    ],
)
def test_names_are_alike_as_people_see_them(one: str, other: str, same: bool) -> None:
    known = Known(uuid4(), other, Looks(other), 1)
    assert bool(Index([known]).like(Looks(one))) is same


def test_headings_are_matched_once_and_exact_names_first() -> None:
    heads = ("Titel", "Naam", "Tel.", "Onzin", "opens_at", "Plaats")
    assert columns.matched(heads) == {1: "name", 2: "phone", 4: "opens_at", 5: "city"}
