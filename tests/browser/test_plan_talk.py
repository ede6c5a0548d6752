"""Whom a resident calls first asks for a talk at her home. She says who comes. At the table what is
agreed is written down, and then it comes back to her in plain words."""

from datetime import timedelta

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor
from wijknetwerk.core import clock

pytestmark = pytest.mark.browser

THOMAS = "thomas.hofman@voorbeeld.example"
DENISE = "denise.kramer@voorbeeld.example"
WHY = "Hoe gaat het verder met de slaapkamer?"
DEAL = "Thomas belt de schilder."
REPORT = "Wij zaten bij u aan tafel. De muur wordt nu van buiten dicht gemaakt."


def test_a_talk_at_home_comes_back_in_plain_words(visitor: Arrive) -> None:
    thomas, denise = visitor(), visitor(phone=True)
    thomas.signs_in(THOMAS)
    denise.signs_in(DENISE)
    _asks(thomas)
    talk = _says_who_comes(denise)
    _writes_at_the_table(thomas, talk)
    _sends_it(thomas)
    _reads_it(denise, talk)


def _asks(thomas: Visitor) -> None:
    """In a few minutes already: they are at the door."""
    thomas.goes_to("/n/presikhaaf/plannen/")
    thomas.clicks("Denise Kramer")
    thomas.clicks("Overleg over dit plan")
    thomas.clicks("Vraag om een overleg")
    now = clock.now().astimezone(clock.AMSTERDAM)
    thomas.fills("Waar wilt u het over hebben?", WHY)
    thomas.fills("Op welke dag?", f"{now:%Y-%m-%d}")
    thomas.fills("Vanaf hoe laat?", f"{now + timedelta(minutes=3):%H:%M}")
    thomas.fills("Tot hoe laat?", f"{now + timedelta(minutes=9):%H:%M}")
    for name in ("Dirk Jansma", "Saskia Blom"):
        thomas.page.get_by_label(name, exact=False).check()
    thomas.presses("Dit bewaren")
    thomas.reads("Wij vragen het eerst aan de bewoner.")


def _says_who_comes(denise: Visitor) -> str:
    """Thomas and Saskia may come; Dirk not this time."""
    denise.goes_to("/n/presikhaaf/mijn-plan/")
    denise.clicks("Overleg over dit plan")
    row = denise.page.get_by_role("listitem").filter(has_text="Wacht op uw ja")
    with denise.page.expect_navigation():
        row.get_by_role("link").first.click()
    denise.looks_over()
    denise.reads(WHY)
    for name in ("Thomas Hofman", "Saskia Blom"):
        denise.page.get_by_label(name, exact=False).check()
    denise.presses("Ja, dit is goed")
    denise.reads("komt niet")
    return denise.path


def _writes_at_the_table(thomas: Visitor, talk: str) -> None:
    """A note, who does what, and all of it read aloud at the end."""
    thomas.goes_to(talk)
    thomas.clicks("Zet er een aantekening bij")
    thomas.fills("In uw eigen woorden", "Denise heeft foto's van de muur.")
    thomas.presses("Dit bewaren")
    thomas.clicks("Schrijf op wie wat doet")
    thomas.fills("Wat spreken wij af?", DEAL)
    thomas.picks("Wie doet het?", "Thomas Hofman")
    thomas.fills("Uiterlijk op welke dag?", (clock.today() + timedelta(days=6)).isoformat())
    thomas.presses("Dit bewaren")
    thomas.reads(DEAL)
    thomas.clicks("Het is geweest")
    thomas.fills("Hoeveel minuten duurde het?", "40")
    thomas.presses("Dit bewaren")


def _sends_it(thomas: Visitor) -> None:
    thomas.clicks("Schrijf op wat er gezegd is")
    thomas.fills("Waar ging het over, en wat gebeurt er nu?", REPORT)
    thomas.presses("Dit bewaren")
    thomas.presses("Stuur het naar de bewoner")


def _reads_it(denise: Visitor, talk: str) -> None:
    """With what was agreed; and it stands in her plan."""
    denise.goes_to(talk)
    denise.reads(REPORT)
    denise.reads(DEAL)
    denise.presses("Ik heb dit gelezen")
    denise.goes_to("/n/presikhaaf/mijn-plan/")
    denise.reads(DEAL)
