"""A coordinator reads what would help most, does it, and puts something else aside."""

import time

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

FARID = "farid.rahimi@voorbeeld.example"
ALL = "/n/oosterpoort/route/wat-helpt/"
PRACTICE = "Vraag een huisartsenpraktijk om mee te doen"
MUNICIPALITY = "Vraag de gemeente om mee te doen"
REASON = "De gemeente komt in januari kennismaken."
PATIENCE = 30.0


def test_a_coordinator_reads_a_suggestion_and_acts(visitor: Arrive) -> None:
    farid = visitor(phone=True)
    farid.signs_in(FARID)
    _reads_why(farid)
    _asks_a_practice(farid)
    _puts_aside(farid)

    wietske = visitor(phone=True, scripts=False)
    wietske.signs_in("wietske.hofstra@voorbeeld.example")
    wietske.goes_to("/vandaag/")
    wietske.does_not_read("Wat nu het meest helpt")  # she doesn't lead
    wietske.goes_to(ALL)
    wietske.reads(REASON)
    wietske.presses(f"Haal terug: {MUNICIPALITY}")
    wietske.does_not_read(REASON)
    farid.goes_to("/n/oosterpoort/route/")
    farid.reads(MUNICIPALITY)


def _reads_why(farid: Visitor) -> None:
    farid.goes_to("/vandaag/")
    farid.reads("Wat nu het meest helpt")
    farid.reads(PRACTICE)
    farid.reads("Er doen 4 mensen mee, maar geen huisartsenpraktijk.")
    farid.opens("Waarom zien wij dit?")
    farid.reads("Merenwijk, 2018: sociaal wijkteam en huisartsen zijn de spil.")
    farid.reads("Geteld op")


def _asks_a_practice(farid: Visitor) -> None:
    """He does what it says, and it goes by itself."""
    farid.clicks("Een partij toevoegen")
    farid.clicks("Een partij toevoegen")
    farid.opens("De partij staat niet in de lijst")
    farid.page.get_by_label("Naam van de partij").last.fill("Huisartsen Voorbeeldplein")
    farid.picks("Wat voor partij is het?", "huisartsenpraktijk")
    farid.presses("Voeg deze partij toe")
    farid.reads("Huisartsen Voorbeeldplein doet mee.")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:  # the worker counts anew
        farid.goes_to(ALL)
        if farid.page.get_by_text(PRACTICE).count() == 0:
            break
    farid.does_not_read(PRACTICE)


def _puts_aside(farid: Visitor) -> None:
    farid.goes_to("/vandaag/")
    farid.reads(MUNICIPALITY)
    farid.goes_to(ALL)
    farid.clicks(f"Past nu niet: {MUNICIPALITY}")
    farid.presses("Leg twaalf weken opzij")
    farid.reads("Zeg in een paar woorden waarom dit nu niet past.")
    farid.fills("Waarom past dit nu niet?", REASON)
    farid.presses("Leg twaalf weken opzij")
    farid.reads("Twaalf weken opzij gelegd.")
    farid.reads(REASON)
    farid.goes_to("/vandaag/")
    farid.does_not_read(MUNICIPALITY)
