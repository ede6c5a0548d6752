"""Mia Vermeulen calls the desk, and reads on her own phone what was noted; then withdraws it."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
MIA = "mia.vermeulen.presikhaaf@voorbeeld.example"
WORDS = "Wie gaat op dinsdag samen met mij winkelen? Alleen durf ik niet."
TOLD = "Een buurvrouw zoekt gezelschap naar de markt op dinsdag."


def test_a_resident_asks_through_the_desk(visitor: Arrive, hanneke: Visitor) -> None:
    _notes_the_call(hanneke)
    mia = visitor(phone=True)
    mia.signs_in(MIA)
    mia.goes_to("/n/presikhaaf/hulp/")
    mia.clicks("Samen naar de winkel")
    mia.reads(WORDS)
    mia.reads(TOLD)
    mia.reads("Wij zoeken iemand.")
    mia.presses("Niet meer nodig")
    mia.reads("Ingetrokken. Er wordt niemand meer gevraagd.")
    _asks_by_herself(mia)


def _notes_the_call(desk: Visitor) -> None:
    """Half a name, her own words, one press; the kind shows while typing."""
    desk.goes_to("/n/presikhaaf/hulp/vragen/nieuw/")
    assert desk.heading == "Nieuwe hulpvraag"
    desk.reads(re.compile("Mogen wij uw naam noteren"))
    desk.page.get_by_label("Wie is het?").press_sequentially("verme")
    desk.chooses("Mia Vermeulen")
    desk.page.get_by_label("Wat wordt er gevraagd").press_sequentially(WORDS)
    desk.chooses("Samen naar de winkel")
    desk.presses("Schrijf het op")
    assert desk.heading == "Mag een helper dit weten?"
    proposed = desk.page.get_by_label("Dit krijgt een helper te horen").input_value()
    assert "samen naar de winkel" in proposed
    assert "Mia" not in proposed
    desk.fills("Dit krijgt een helper te horen", TOLD)
    desk.presses("Hier is ja op gezegd")
    assert desk.heading == "Mia Vermeulen vraagt"


def _asks_by_herself(mia: Visitor) -> None:
    """The big button, and five questions; nothing that she leaves empty stops her."""
    mia.goes_to("/n/presikhaaf/hulp/")
    mia.page.locator("main").get_by_role("link", name="Ik zoek hulp").click()
    assert mia.heading == "Ik zoek hulp"
    mia.reads("Niets met medicijnen.")
    mia.presses("Naar vraag 5")
    mia.reads(re.compile("Schrijf op waarbij u hulp wilt"))
    mia.fills("Waarbij wilt u hulp?", "Wie hangt een lamp op?")
    mia.presses("Naar vraag 5")
    assert mia.heading == "Mogen wij dit aan een helper vertellen?"
    mia.presses("Ja, een helper mag dit weten")
    mia.reads("Het is binnen. Wij lezen het en u hoort van ons.")
