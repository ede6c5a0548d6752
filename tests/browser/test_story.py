"""A resident tells something, sees it stand there, narrows it, and takes it back."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

DIRK = "dirk.jansma.presikhaaf@voorbeeld.example"
ZEYNEP = "zeynep.kaya.presikhaaf@voorbeeld.example"
WORDS = "De kringloopwinkel gaf mij mijn eerste praatje van de week."


def test_a_resident_tells_something_and_takes_it_back(visitor: Arrive) -> None:
    dirk = visitor(phone=True)
    dirk.signs_in(DIRK)
    address = _tells(dirk)
    zeynep = visitor()
    zeynep.signs_in(ZEYNEP)
    _finds_it(zeynep, address)
    stranger = visitor()
    assert stranger.gets(address) == 302
    _lets_everybody_read(dirk, stranger, address)
    _keeps_it_for_himself(dirk)
    _finds_it_nowhere(zeynep, stranger, address)
    _takes_it_back(dirk)
    assert dirk.gets(address) == 404


def _tells(dirk: Visitor) -> str:
    dirk.goes_to("/n/presikhaaf/meedenken/")
    assert dirk.heading == "Meedenken"
    dirk.clicks("Iets vertellen")
    dirk.fills("Wat wilt u vertellen?", WORDS)
    dirk.presses("Vertel het")
    dirk.reads("Dank u wel. Het staat er.")
    dirk.reads(WORDS)
    dirk.reads("Wie kan het lezen: het netwerk")
    return dirk.path


def _finds_it(zeynep: Visitor, address: str) -> None:
    zeynep.goes_to("/n/presikhaaf/meedenken/verhalen/")
    zeynep.clicks(WORDS)
    assert zeynep.path == address
    zeynep.does_not_read("Dirk")
    zeynep.goes_to("/zoeken/?q=kringloopwinkel")
    zeynep.reads(re.compile("kringloopwinkel"))


def _lets_everybody_read(dirk: Visitor, stranger: Visitor, address: str) -> None:
    dirk.clicks("Wie mag het lezen")
    dirk.chooses("iedereen")
    dirk.fills("Welke naam mag erbij staan?", "Dirk uit de Honigkamp")
    dirk.presses("Opslaan")
    dirk.reads("Veranderd. Het geldt vanaf nu.")
    stranger.goes_to(address)
    stranger.reads(re.compile("Dirk uit de Honigkamp"))


def _keeps_it_for_himself(dirk: Visitor) -> None:
    dirk.clicks(f"Wie mag het lezen: {WORDS}")
    dirk.chooses("alleen u")
    dirk.presses("Opslaan")
    dirk.reads(re.compile("Wie kan het lezen: alleen u"))


def _finds_it_nowhere(zeynep: Visitor, stranger: Visitor, address: str) -> None:
    assert zeynep.gets(address) == 404
    assert stranger.gets(address) == 302
    for page in ("meedenken/", "meedenken/verhalen/"):
        zeynep.goes_to(f"/n/presikhaaf/{page}")
        zeynep.does_not_read("kringloopwinkel")
    zeynep.goes_to("/zoeken/?q=praatje+kringloopwinkel")
    zeynep.does_not_read("mijn eerste praatje van de week")


def _takes_it_back(dirk: Visitor) -> None:
    dirk.clicks(f"Terugnemen: {WORDS}")
    dirk.reads(re.compile("Dat kan niet terug"))
    dirk.presses("Voorgoed terugnemen")
    dirk.reads("Teruggenomen. Niemand kan het meer lezen.")
    dirk.does_not_read("kringloopwinkel")
