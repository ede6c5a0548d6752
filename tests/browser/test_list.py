"""The list 'Wat is er al': a member fills it in a minute, a visitor only wants a phone number."""

import re

import pytest

from tests.browser.conftest import Arrive

pytestmark = pytest.mark.browser

HENK = "henk.willemsen@voorbeeld.example"


def test_a_member_fills_the_list_in_a_minute(visitor: Arrive) -> None:
    henk = visitor(phone=True)
    henk.signs_in(HENK)
    henk.goes_to("/n/presikhaaf/wat-is-er-al/")
    henk.clicks("Iets op de lijst zetten")
    henk.fills("Hoe heet het?", "Repaircafé Presikhaaf")
    henk.picks("Wat voor soort is het?", "klusjes en tuin")
    henk.fills("Welk telefoonnummer", "026-5550422")
    henk.presses("Op de lijst zetten")
    # It stands there already: he sees so before anything is stored, and corrects that instead.
    henk.reads("Staat het er misschien al?")
    henk.reads("Het heeft hetzelfde telefoonnummer.")
    henk.clicks("Repair Café")
    henk.presses("Klopt nog")
    henk.reads("door Henk Willemsen")
    # Another thing is new, and is on the list at once.
    henk.goes_to("/n/presikhaaf/wat-is-er-al/nieuw/")
    henk.fills("Hoe heet het?", "Naaiatelier De Klos")
    henk.picks("Wat voor soort is het?", "spel en hobby")
    henk.fills("Waar is het?", "De Voorbeeldkamer")
    henk.fills("Wanneer?", "Elke maandag van 10 tot 12 uur")
    henk.fills("Welk telefoonnummer", "026 555 04 91")
    henk.presses("Op de lijst zetten")
    assert henk.heading == "Naaiatelier De Klos"
    henk.reads("Het staat op de lijst.")
    henk.goes_to("/n/presikhaaf/wat-is-er-al/?q=naaien+atelier")
    henk.reads("026 – 555 04 91")
    henk.goes_to("/n/presikhaaf/wat-is-er-al/")
    henk.clicks("Wat een jaar niet is gecheckt")
    henk.presses("Klopt nog: Maatjesproject Samen Op")
    henk.does_not_read("Maatjesproject Samen Op")


def test_a_visitor_who_only_wants_a_phone_number(visitor: Arrive) -> None:
    """Three taps on a phone, without an account: my neighbourhood, what I look for, the number."""
    neighbour = visitor(phone=True)
    neighbour.goes_to("/wijken/")
    neighbour.clicks("Presikhaaf")
    with neighbour.page.expect_navigation():
        neighbour.page.get_by_role("link", name=re.compile("^Vervoer")).click()
    neighbour.looks_over()
    neighbour.reads("026 – 555 04 41")
    number = neighbour.page.get_by_role("link", name="Bel Wijkbus Presikhaaf: 026 – 555 04 41")
    assert number.get_attribute("href") == "tel:0265550441"
    neighbour.clicks("Wijkbus Presikhaaf")
    neighbour.reads("De bus haalt u thuis op")
    neighbour.may_not("Klopt nog")
