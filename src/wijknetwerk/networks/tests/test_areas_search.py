"""Finding areas by typing."""

from collections.abc import Callable
from typing import Any

import pytest

from wijknetwerk.networks.areas.folding import fold, search_name
from wijknetwerk.networks.models import Area
from wijknetwerk.networks.selectors import areas

pytestmark = pytest.mark.django_db


def _area(
    code: str, name: str, municipality: str, population: int | None, year: int = 2024
) -> Area:
    return Area.objects.create(
        code=code,
        year=year,
        kind=code[:2],
        name=name,
        municipality_code=f"GM{code[2:6]}",
        municipality_name=municipality,
        population=population,
        search_name=search_name(name, municipality),
    )


def _names(text: str) -> list[str]:
    return [area.name for area in areas.search(text)]


@pytest.fixture(autouse=True)
def _some() -> None:
    _area("GM0202", "Arnhem", "Arnhem", 167632)
    _area("WK020204", "Presikhaaf-West", "Arnhem", 8885)
    _area("WK020205", "Presikhaaf-Oost", "Arnhem", 7535)
    _area("BU02020423", "Presikhaaf I", "Arnhem", 2255)
    _area("WK020206", "Arnhemse Broek", "Arnhem", None)
    _area("GM1900", "Súdwest-Fryslân", "Súdwest-Fryslân", 90421)
    _area("GM0518", "'s-Gravenhage", "'s-Gravenhage", 566221)
    _area("BU19500000", "Wedde", "Westerwolde", 570)
    _area("GM0099", "100% Zeker", "100% Zeker", 1)


def test_folding_drops_capitals_accents_and_punctuation() -> None:
    assert fold("  'S-Gravenhage ") == "s gravenhage"
    assert fold("Súdwest-Fryslân") == "sudwest fryslan"


def test_words_are_found_by_their_beginning() -> None:
    assert _names("presik") == ["Presikhaaf-West", "Presikhaaf-Oost", "Presikhaaf I"]
    assert _names("oost presik") == ["Presikhaaf-Oost"]
    assert _names("haaf") == []


def test_the_municipality_narrows() -> None:
    assert _names("arnhem presikhaaf i") == ["Presikhaaf I"]
    assert _names("groningen presikhaaf") == []


def test_the_exact_name_comes_first_then_beginnings_then_the_larger() -> None:
    assert _names("arnhem")[:3] == ["Arnhem", "Arnhemse Broek", "Presikhaaf-West"]


def test_accents_and_the_name_that_people_say() -> None:
    assert _names("SUDWEST") == ["Súdwest-Fryslân"]
    assert _names("den haag") == ["'s-Gravenhage"]


def test_one_letter_or_a_percent_sign_finds_nothing_by_accident() -> None:
    assert _names("a") == []
    assert _names("%%") == []
    assert _names("100% z") == ["100% Zeker"]


def test_only_the_newest_division_is_searched() -> None:
    _area("GM0202", "Arnhem", "Arnhem", 160000, year=2019)
    assert [area.year for area in areas.search("arnhem") if area.code == "GM0202"] == [2024]


def test_searching_asks_one_query(count_queries: Callable[[], Any]) -> None:
    with count_queries() as asked:
        assert areas.search("presik", limit=2)
    assert asked.count == 1
