"""A resident tells something, sees it stand there, narrows it, and takes it back."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

ARIE = "arie.blok.presikhaaf@voorbeeld.example"
ZEYNEP = "zeynep.kaya.presikhaaf@voorbeeld.example"
WORDS = "De kringloopwinkel gaf mij mijn eerste praatje van de week."


def test_a_resident_tells_something_and_takes_it_back(visitor: Arrive) -> None:
    arie = visitor(phone=True)
    arie.signs_in(ARIE)
    address = _tells(arie)
    zeynep = visitor()
    zeynep.signs_in(ZEYNEP)
    _finds_it(zeynep, address)
    stranger = visitor()
    assert stranger.gets(address) == 302
    _lets_everybody_read(arie, stranger, address)
    _keeps_it_for_himself(arie)
    _finds_it_nowhere(zeynep, stranger, address)
    _takes_it_back(arie)
    assert arie.gets(address) == 404


def _tells(arie: Visitor) -> str:
    arie.goes_to("/n/presikhaaf/meedenken/")
    assert arie.heading == "Meedenken"
    arie.clicks("Iets vertellen")
    arie.fills("Wat wilt u vertellen?", WORDS)
    arie.presses("Vertel het")
    arie.reads("Dank u wel. Het staat er.")
    arie.reads(WORDS)
    arie.reads("Wie kan het lezen: het netwerk")
    return arie.path


def _finds_it(zeynep: Visitor, address: str) -> None:
    zeynep.goes_to("/n/presikhaaf/meedenken/verhalen/")
    zeynep.clicks(WORDS)
    assert zeynep.path == address
    zeynep.does_not_read("Arie")
    zeynep.goes_to("/zoeken/?q=kringloopwinkel")
    zeynep.reads(re.compile("kringloopwinkel"))


def _lets_everybody_read(arie: Visitor, stranger: Visitor, address: str) -> None:
    arie.clicks("Wie mag het lezen")
    arie.chooses("iedereen")
    arie.fills("Welke naam mag erbij staan?", "Arie uit de Honigkamp")
    arie.presses("Opslaan")
    arie.reads("Veranderd. Het geldt vanaf nu.")
    stranger.goes_to(address)
    stranger.reads(re.compile("Arie uit de Honigkamp"))


def _keeps_it_for_himself(arie: Visitor) -> None:
    arie.clicks(f"Wie mag het lezen: {WORDS}")
    arie.chooses("alleen u")
    arie.presses("Opslaan")
    arie.reads(re.compile("Wie kan het lezen: alleen u"))


def _finds_it_nowhere(zeynep: Visitor, stranger: Visitor, address: str) -> None:
    assert zeynep.gets(address) == 404
    assert stranger.gets(address) == 302
    for page in ("meedenken/", "meedenken/verhalen/"):
        zeynep.goes_to(f"/n/presikhaaf/{page}")
        zeynep.does_not_read("kringloopwinkel")
    zeynep.goes_to("/zoeken/?q=praatje+kringloopwinkel")
    zeynep.does_not_read("mijn eerste praatje van de week")


def _takes_it_back(arie: Visitor) -> None:
    arie.clicks(f"Terugnemen: {WORDS}")
    arie.reads(re.compile("Dat kan niet terug"))
    arie.presses("Voorgoed terugnemen")
    arie.reads("Teruggenomen. Niemand kan het meer lezen.")
    arie.does_not_read("kringloopwinkel")
