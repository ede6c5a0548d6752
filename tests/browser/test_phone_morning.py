"""Jan Peters at the desk: a morning of calls, for people without a computer."""

import os
import re
from datetime import timedelta

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor
from wijknetwerk.core import clock

pytestmark = pytest.mark.browser

DESK = "/n/presikhaaf/bellen/"
SHOTS = os.environ.get("WIJKNETWERK_SHOTS", "")


def test_a_morning_of_twelve_calls(visitor: Arrive) -> None:
    jan = visitor()
    jan.signs_in("jan.peters@voorbeeld.example")
    jan.goes_to("/n/presikhaaf/")
    jan.clicks("De balie")
    jan.clicks("Er belt iemand")
    _shows(jan, "desk")
    for number, name in enumerate(("Riek", "Gerda", "Wim")):
        _writes_down(jan, name, f"026 555 77 0{number}")  # 1 to 3
        _notes(jan, f"{name} belt voor het eerst.")
    _asks_about_a_double(jan)  # 4
    _changes_a_number(jan)  # 5
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    _finds(jan, "gerda")  # 6
    _notes(jan, "Wil weten wanneer het koor zingt.", day=tomorrow)
    jan.reads("Jan Peters")
    _finds(jan, "0265557702")  # 7
    _notes(jan, "Liever met Hanneke.", day=clock.today().isoformat(), who="Hanneke de Wit")
    for words in ("De lamp is stuk.", "De lamp is gemaakt.", "Komt donderdag."):  # 8 to 10
        _finds(jan, "riek")
        _notes(jan, words)
    jan.presses("Klaar: Wim de Nieuwe")  # 11
    _stops(jan)  # 12
    _shows(jan, "desk-after")
    jan.goes_to("/vandaag/")
    jan.reads("Bel Gerda de Nieuwe terug")


def _writes_down(jan: Visitor, name: str, phone: str) -> None:
    jan.clicks("Iemand nieuw")
    jan.fills("Voornaam", name)
    jan.fills("Tussenvoegsel", "de")
    jan.fills("Achternaam", "Nieuwe")
    jan.fills("Telefoonnummer", phone)
    _shows(jan, "new")
    jan.presses("De beller zegt ja: opschrijven")
    assert jan.heading == f"{name} de Nieuwe"
    _shows(jan, "person")


def _notes(jan: Visitor, words: str, *, day: str = "", who: str = "") -> None:
    jan.fills("Wat zegt de beller, in eigen woorden?", words)
    if day:
        jan.fills("Terugbellen op", day)
    if who:
        jan.picks("Wie belt terug?", who)
    jan.presses("Noteren")
    jan.reads(re.compile("^Genoteerd voor "))
    jan.does_not_read(words)  # own words stand with the person, and looking there is on record


def _finds(jan: Visitor, typed: str) -> None:
    jan.fills("Wie belt er?", typed)
    with jan.page.expect_navigation():
        jan.page.keyboard.press("Enter")
    jan.looks_over()
    jan.page.get_by_role("main").get_by_role("link", name="de Nieuwe").first.click()
    jan.page.wait_for_load_state()
    jan.looks_over()


def _asks_about_a_double(jan: Visitor) -> None:
    jan.clicks("Iemand nieuw")
    jan.fills("Voornaam", "Riek")
    jan.fills("Achternaam", "Nieuwe")
    jan.fills("Telefoonnummer", "0265557700")
    jan.presses("De beller zegt ja: opschrijven")
    jan.reads("Is dit iemand die er al bij staat?")
    _shows(jan, "double")
    jan.page.get_by_role("link", name="Riek de Nieuwe").first.click()
    jan.page.wait_for_load_state()
    _notes(jan, "Het was Riek zelf.")


def _changes_a_number(jan: Visitor) -> None:
    _finds(jan, "riek")
    jan.opens("Een ander telefoonnummer")
    jan.fills("Telefoonnummer", "026 555 78 00")
    jan.presses("Dit nummer bewaren")
    jan.reads("Genoteerd voor Riek de Nieuwe.")
    jan.goes_to(DESK)


def _stops(jan: Visitor) -> None:
    _finds(jan, "wim")
    jan.opens("De beller wil stoppen met meedoen")
    jan.chooses("Ik vroeg: wilt u stoppen met meedoen? De beller zei zelf ja.")
    jan.presses("De plek hier beëindigen")
    jan.reads("Genoteerd voor Wim de Nieuwe.")


def _shows(jan: Visitor, name: str) -> None:
    """Pictures to look at, when a folder is given."""
    if not SHOTS:
        return
    for width in (390, 1280):
        jan.page.set_viewport_size({"width": width, "height": 900})
        jan.page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)
