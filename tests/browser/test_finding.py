"""A visitor only wants a phone number, and types it wrong; a leader tells the neighbourhood."""

import io

import pypdf
import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_visitor_finds_a_number_to_call(visitor: Arrive) -> None:
    somebody = visitor(phone=True)
    somebody.goes_to("/")
    somebody.finds("Ik zoek hulp in mijn wijk")
    somebody.presses("Zoeken")  # on a phone the field stands on the page behind this button
    assert somebody.heading == "Zoeken"
    somebody.fills("Wat zoekt u?", "presikhaef")
    somebody.page.locator("main").get_by_role("button", name="Zoeken").click()
    somebody.reads("Bedoelde u:")
    somebody.clicks("presikhaaf")
    somebody.page.locator("main").locator("a[href='/n/presikhaaf/over/']").click()
    assert somebody.heading == "Presikhaaf"
    somebody.looks_over()
    assert (
        somebody.finds("Bel ons: 026 – 555 01 00").first.get_attribute("href") == "tel:0265550100"
    )


def test_a_leader_makes_a_poster_and_a_text(hanneke: Visitor) -> None:
    hanneke.goes_to("/n/presikhaaf/")
    hanneke.opens("Meer wat u kunt doen")
    hanneke.clicks("Maak een poster of tekst")
    assert hanneke.heading == "Uitnodigen en vertellen"
    hanneke.fills("Wat staat er bovenaan?", "Soep voor iedereen")
    hanneke.chooses("Een tekst om te delen in een WhatsApp-groep")
    hanneke.presses("Maken")
    hanneke.reads("*Soep voor iedereen*")
    hanneke.finds("Openen in WhatsApp")
    hanneke.chooses("Een poster, met telefoonnummers om af te scheuren")
    poster = pypdf.PdfReader(io.BytesIO(hanneke.fetches("Maken", role="button")))
    (page,) = poster.pages
    assert "Soep voor iedereen" in " ".join(page.extract_text().split())
