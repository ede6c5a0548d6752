"""The pages of practice examples: for everybody, with one's own network only for its members."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.library.selectors import practice_found
from wijknetwerk.networks.models import NetworkFact, SearchEntry

pytestmark = pytest.mark.django_db

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]
COMPARE = "library:practice_compare"


def _facts(cast: Cast) -> None:
    told = {
        "members": 12,
        "residents": 7,
        "parties_active": 3,
        "has_general_practice": False,
        "coordinators": 0,
        "readiness_stops": "shared-goal",
        "goals": 2,
        "stories_half_year": 9,
        "initiatives_busy": 1,
    }
    with scope.acting(SYSTEM):
        for code, value in told.items():
            NetworkFact.objects.create(network=cast.linde, code=code, value=value, as_of=NOW)


def _read(client: Client, name: str, data: dict[str, Any] | None = None, **parts: str) -> str:
    answer = client.get(reverse(name, kwargs=parts), data or {})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_everybody_reads_a_network_in_all_its_fields_and_what_is_not_certain() -> None:
    text = _read(Client(), "library:practice_example", code="wedde")
    assert "Gemeente Westerwolde, provincie Groningen en zorgverzekeraar Menzis." in text
    assert "noemt ook het ministerie van VWS" in text
    assert "omstreeks 2020" in text


def test_a_lesson_says_where_it_comes_from() -> None:
    text = _read(Client(), "library:practice_example", code="merenwijk")
    assert "In maart 2018 begon men met zes mensen." in text
    assert "paragraaf 4.1; 2018" in text


def test_what_is_no_example_is_not_found() -> None:
    assert Client().get("/kennis/voorbeelden/atlantis/").status_code == 404
    text = _read(Client(), COMPARE, {"met": ["wedde", "atlantis"]})
    assert "Dit is er niet meer. Kies iets uit de lijst." in text


@pytest.mark.parametrize(
    ("met", "shown"),
    [([], False), (["wedde"], False), (["wedde", "atlantis"], False), (["wedde", "gemert"], True)],
)
def test_two_to_five_examples_stand_beside_each_other(met: list[str], shown: bool) -> None:
    text = _read(Client(), COMPARE, {"met": met})
    assert ("<table" in text) is shown


def test_a_cell_from_another_source_says_so_beside_others() -> None:
    text = _read(Client(), COMPARE, {"met": ["ruwaard", "wedde"]})
    assert text.count("Bron: Burgers en professionals: een sterk wijknetwerk") == 2


def test_a_member_sees_the_own_network_from_its_facts_and_asks_where_nothing_is_known(
    cast: Cast, sign_in: SignIn
) -> None:
    _facts(cast)
    text = _read(sign_in("amina"), COMPARE, {"met": "wedde", "eigen": "de-linde"})
    for words in (
        "12 leden",
        "7 bewoners of vrijwilligers",
        "Nog geen huisartsenpraktijk",
        "2 doelen waar u aan werkt",
    ):
        assert words in text
    assert "Waarom begonnen wij?" in text
    assert "Niemand trekt het netwerk nu." in text


def test_nobody_else_sees_a_network_in_the_comparison(cast: Cast, sign_in: SignIn) -> None:
    _facts(cast)
    choice = {"met": ["wedde", "gemert"], "eigen": "de-linde"}
    for client in (Client(), sign_in("vera")):
        text = _read(client, COMPARE, choice)
        assert "12 leden" not in text
        assert "De Linde" not in text


def test_on_paper_it_is_one_table(cast: Cast, sign_in: SignIn) -> None:
    _facts(cast)
    where = reverse("library:practice_print")
    answer = sign_in("amina").get(where, {"met": ["wedde", "ruwaard"], "eigen": "de-linde"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert Client().get(where).status_code == 404


def test_an_example_is_found_in_the_readers_language_and_leads_to_tools(as_system: None) -> None:
    everything = list(practice_found.entries(None))
    assert len(everything) == 2 * (5 + 8)
    wedde = next(text for text in everything if text.title.startswith("Wedde"))
    assert "dorpsondersteuner" in wedde.body
    shown = practice_found.resolve(Actor.anonymous(), [text.uuid for text in everything])
    assert shown[wedde.uuid].url == "/kennis/voorbeelden/wedde/"
    assert len(shown) == 5 + 8
    call_command("load_library")
    assert SearchEntry.objects.filter(kind=practice_found.PRACTICE).count() == len(everything)
    lesson = _read(Client(), "library:practice_example", code="wijchen")
    assert "/kennis/hulpmiddelen/expectations-talk/" in lesson


def test_comparing_asks_few_queries(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries
) -> None:
    _facts(cast)
    client = sign_in("amina")
    with count_queries() as asked:
        _read(client, COMPARE, {"met": ["wedde", "gemert", "lemmer"], "eigen": "de-linde"})
    assert asked.count <= 8
