"""A resident begins her plan at the kitchen table, shows her daughter everything and home care all
but money, reads who looked, and stops. Who has the page open gets nothing at the next click."""

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

NEL = "nel.vanvliet@voorbeeld.example"
MONIQUE = "monique.vanvliet@voorbeeld.example"
MARGA = "marga.timmer@voorbeeld.example"
WANT = "Ik wil in mijn eigen stoel oud worden."
BILL = "Hulp bij de brief van de energie."


def test_a_plan_at_the_kitchen_table_and_a_yes_that_ends(visitor: Arrive) -> None:
    nel, monique, marga = visitor(phone=True), visitor(phone=True), visitor()
    nel.signs_in(NEL)
    _begins(nel)
    _shows(nel, "Monique van Vliet", "familie of vriend", "mijn dochter", "Alles")
    _shows(nel, "Marga Timmer", "professional", "komt elke week", "Alles, maar niets over geld")
    monique.signs_in(MONIQUE)
    _opens(monique)
    monique.reads(BILL)
    marga.signs_in(MARGA)
    _opens(marga)
    marga.does_not_read(BILL)
    _reads_who_looked_and_stops(nel)
    _finds_the_door_shut(marga)
    _opens(monique)


def _begins(nel: Visitor) -> None:
    nel.goes_to("/n/presikhaaf/mijn-plan/")
    nel.presses("Mijn plan beginnen")
    assert nel.heading == "Mijn plan"
    _says(nel, "Ik wil", WANT)
    _says(nel, "Ik heb nodig", BILL, money=True)


def _card(nel: Visitor, name: str) -> Locator:
    heading = nel.page.get_by_role("heading", name=name, exact=True)
    return nel.page.locator("section", has=heading).last


def _says(nel: Visitor, block: str, words: str, *, money: bool = False) -> None:
    card = _card(nel, block)
    with nel.page.expect_navigation():
        card.get_by_role("link", name="Iets erbij zetten").click()
    nel.looks_over()
    nel.fills("In uw eigen woorden", words)
    if money:
        nel.chooses("Dit gaat over geld")
    nel.presses("Dit bewaren")
    nel.reads(words)


def _shows(nel: Visitor, who: str, role: str, relation: str, what: str) -> None:
    """In the circle, and what this one sees: two short pages."""
    nel.goes_to("/n/presikhaaf/mijn-plan/")
    nel.clicks("Iemand toevoegen")
    nel.picks("Wie?", who)
    nel.picks("Als wat?", role)
    nel.fills("Wie is dit voor u?", relation)
    nel.presses("Dit bewaren")
    assert nel.heading == f"Wat mag {who} zien?"
    nel.presses(what)
    nel.reads(f"{who} kan dit vanaf nu zien.")


def _opens(who: Visitor) -> None:
    """From the list of whose plan opens for them."""
    who.goes_to("/n/presikhaaf/plannen/")
    who.clicks("Nel van Vliet")
    assert who.heading == "Het plan van Nel van Vliet"
    who.reads(WANT)


def _reads_who_looked_and_stops(nel: Visitor) -> None:
    nel.goes_to("/n/presikhaaf/mijn-plan/")
    nel.clicks("Wie mag wat zien")
    looked = nel.page.get_by_role("table").inner_text()
    assert "Monique van Vliet" in looked
    assert "Marga Timmer" in looked
    row = nel.page.locator("li", has=nel.page.locator("summary", has_text="Marga Timmer"))
    with nel.page.expect_navigation():
        row.get_by_role("button", name="Stoppen").click()
    nel.reads("Gestopt. Deze persoon ziet niets meer van uw plan.")


def _finds_the_door_shut(marga: Visitor) -> None:
    """She still has the page before her, and clicks on."""
    here = marga.path
    marga.clicks("Alles wat is afgesproken")
    assert marga.heading == "Wij vinden deze pagina niet"
    marga.does_not_read(WANT)
    assert marga.gets(here) == 404
    marga.goes_to("/n/presikhaaf/plannen/")
    marga.does_not_read("Nel van Vliet")
