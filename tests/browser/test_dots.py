"""A round from ballot to result, and an idea that a resident takes up."""

import re
from datetime import timedelta

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor
from wijknetwerk.core import clock

pytestmark = pytest.mark.browser

TINEKE = "tineke.huizing@voorbeeld.example"
HARM = "harm.boelens@voorbeeld.example"
HERE = "/n/wedde/meedenken/"
QUESTION = "Wat doen we als eerste?"


def test_a_round_from_ballot_to_result(visitor: Arrive) -> None:
    tineke, harm, neighbour = visitor(), visitor(phone=True), visitor(phone=True)
    tineke.signs_in(TINEKE)
    address = _asks(tineke)
    harm.signs_in(HARM)
    _votes_on_the_phone(harm, address)
    _votes_with_a_link(tineke, neighbour)
    _counts_the_wall(tineke, address)
    _closes(tineke, address)
    harm.goes_to(address)
    harm.reads("Bewoners en vrijwilligers, op het vel (6 mensen)")
    harm.reads(re.compile("Professionals: te weinig mensen"))
    assert "6" in harm.page.get_by_role("row").filter(has_text="De dorpsbus").inner_text()


def _asks(tineke: Visitor) -> str:
    tineke.goes_to(f"{HERE}stippen/")
    tineke.clicks("Vragen wat het zwaarst weegt")
    tineke.fills("Wat wilt u weten?", QUESTION)
    tineke.fills("uit kiezen", "De dorpsbus\nEen bankje\nSamen eten")
    tineke.presses("Ronde beginnen")
    assert tineke.heading == QUESTION
    assert tineke.fetches("Vel voor aan de muur").startswith(b"%PDF")
    return tineke.path


def _votes_on_the_phone(harm: Visitor, address: str) -> None:
    harm.goes_to(address)
    harm.chooses("De dorpsbus")
    harm.chooses("Samen eten")
    harm.presses("Mijn stippen zetten")
    harm.reads("Uw stippen zijn geteld")
    harm.may_not("Mijn stippen zetten", role="button")


def _votes_with_a_link(tineke: Visitor, neighbour: Visitor) -> None:
    tineke.clicks("Stembriefjes en links")
    tineke.presses("Link maken")
    link = tineke.page.locator("#ballot-link").inner_text()
    neighbour.goes_to(link)
    neighbour.chooses("De dorpsbus")
    neighbour.chooses("bewoners en vrijwilligers")
    neighbour.presses("Mijn stippen zetten")
    neighbour.reads("Deze stippen zijn geteld")


def _counts_the_wall(tineke: Visitor, address: str) -> None:
    tineke.goes_to(address)
    tineke.clicks("Een vel van de muur tellen")
    for group, people, dots in (("bewoners en vrijwilligers", 6, 6), ("professionals", 2, 2)):
        tineke.chooses(group)
        tineke.fills("Hoeveel mensen", str(people))
        tineke.fills("De dorpsbus", str(dots))
        tineke.fills("Een bankje", "1")
        tineke.chooses("We hebben met twee mensen geteld")
        tineke.presses("Deze stippen tellen")
        tineke.reads("Geteld.")


def _closes(tineke: Visitor, address: str) -> None:
    tineke.goes_to(address)
    tineke.clicks("Sluiten en uitslag tonen")
    tineke.presses("Sluiten en uitslag tonen")
    tineke.reads(re.compile("Dit is de uitslag"))
    assert tineke.fetches("De uitslag op papier, voor aan de muur").startswith(b"%PDF")


def test_an_idea_is_taken_up_and_what_it_needs_is_promised_and_there(visitor: Arrive) -> None:
    harm, tineke = visitor(phone=True), visitor()
    harm.signs_in(HARM)
    harm.goes_to(f"{HERE}initiatieven/")
    harm.reads("Wie pakt dit op?")
    harm.clicks("Eettafel in de boerderij")
    harm.clicks("Ik trek dit")
    harm.presses("Ik trek dit")
    harm.reads("U trekt dit nu.")
    harm.clicks("We hebben iets nodig")
    harm.picks("Wat hebt u nodig?", "geld")
    harm.fills("Wat precies?", "200 euro voor de eerste boodschappen")
    harm.presses("Vragen")
    address = harm.path
    tineke.signs_in(TINEKE)
    tineke.goes_to(address)
    tineke.clicks("Ik regel dat: 200 euro voor de eerste boodschappen")
    day = clock.today() + timedelta(days=5)
    tineke.fills("Op welke dag", day.isoformat())
    tineke.presses("Dat beloof ik")
    tineke.reads(re.compile("Tineke Huizing regelt het"))
    harm.goes_to(address)
    harm.presses("Het is er: 200 euro voor de eerste boodschappen")
    harm.reads(re.compile("Is er sinds"))
    harm.clicks("Het is klaar")
    harm.fills("Wat bracht het op", "Twaalf mensen aten mee. Klein beginnen werkt.")
    harm.presses("Het is klaar")
    harm.reads(re.compile("Klaar! Dank u wel"))
