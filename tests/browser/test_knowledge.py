"""A stranger finds an answer, a tool and an example; a member compares the own network."""

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_stranger_finds_an_answer_a_tool_and_an_example(visitor: Arrive) -> None:
    stranger = visitor(phone=True)
    stranger.goes_to("/kennis/vragen/")
    stranger.clicks("Waar is geld?")
    stranger.reads("Weet tot welke dag er geld is, en zeg dat hardop.")
    stranger.clicks("geldgesprek")
    assert stranger.heading.startswith("Geldgesprek")
    stranger.reads("Wij vragen geen subsidie erbij. Wij vragen wat u hierna wél wilt houden.")
    stranger.goes_to("/kennis/voorbeelden/")
    stranger.clicks("Merenwijk")
    stranger.reads("In maart 2018 begon men met zes mensen.")
    stranger.clicks("Gesprek met de huisartsenpraktijk")
    assert stranger.heading == "Gesprek met de huisartsenpraktijk"
    stranger.goes_to("/kennis/voorbeelden/wedde/")
    stranger.reads("Een andere tabel in het rapport noemt ook het ministerie van VWS.")
    stranger.clicks("Naast Proeftuin Ruwaard")
    stranger.reads("Er was geen vaste manier om vragen in beeld te brengen.")
    stranger.does_not_read("Presikhaaf")


def test_a_member_compares_the_own_network_with_others(hanneke: Visitor) -> None:
    hanneke.goes_to("/kennis/voorbeelden/vergelijken/")
    hanneke.presses("Vergelijken")
    hanneke.reads("Kies de voorbeelden die u wilt vergelijken.")
    hanneke.chooses("Proeftuin Ruwaard")
    hanneke.chooses("Wedde dat ’t lukt")
    hanneke.presses("Vergelijken")
    assert hanneke.heading == "Naast elkaar"
    hanneke.reads("Waarom begonnen wij?")
    assert hanneke.fetches("Op papier").startswith(b"%PDF")
