"""A gathering or a suggestion becomes an action, which is done from Vandaag and counted."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

KEES = "kees.boer.presikhaaf@voorbeeld.example"
LEILA = "leila.mansouri.presikhaaf@voorbeeld.example"
WHAT = "Sleutel van de keuken laten bijmaken"


def test_an_action_from_goal_to_done(visitor: Arrive) -> None:
    kees = visitor(phone=True)
    kees.signs_in(KEES)
    before = _done_in_time(kees)
    _agrees(kees)
    leila = visitor()
    leila.signs_in(LEILA)
    _hands_it_over(kees, leila)
    _moves_it(leila)
    _does_it_from_vandaag(leila)
    assert _done_in_time(kees) == before + 1


def _done_in_time(who: Visitor) -> int:
    """The figure is of the network, never of a person."""
    who.goes_to("/n/presikhaaf/acties/?which=closed")
    assert who.heading == "Wat wij afspraken"
    said = who.page.locator("dl").first.inner_text()
    return int(re.search(r"Op tijd gedaan\s+(\d+)", said)[1])  # type: ignore[index]


def _agrees(kees: Visitor) -> None:
    kees.goes_to("/n/presikhaaf/doelen/")
    kees.clicks("Wie alleen is in Presikhaaf, kan elke week ergens aan tafel.")
    kees.clicks("Een nieuwe actie")
    kees.fills("Wat gaat er gebeuren?", WHAT)
    kees.presses("Spreek dit af")
    assert kees.heading == WHAT
    kees.reads("Wie alleen is in Presikhaaf, kan elke week ergens aan tafel.")


def _hands_it_over(kees: Visitor, leila: Visitor) -> None:
    kees.clicks("Overdragen")
    kees.picks("Aan wie vraagt u het?", "Leila Mansouri")
    kees.fills("Wat wilt u erbij zeggen?", "Jij komt langs de sleutelmaker.")
    kees.presses("Vraag het")
    leila.goes_to("/vandaag/")
    leila.clicks(f"Lezen en antwoorden: Kees de Boer vraagt of u dit overneemt: {WHAT}")
    leila.reads(re.compile("Jij komt langs de sleutelmaker"))
    leila.presses("Ja, ik doe dit")
    assert leila.heading == WHAT


def _moves_it(leila: Visitor) -> None:
    """Without why it isn't moved, and what was typed stays."""
    leila.clicks("Verzetten")
    day = leila.page.get_by_label("Naar welke dag?")
    soon = leila.page.evaluate(
        "() => new Date(Date.now() + 3 * 86400000).toISOString().slice(0, 10)"
    )
    day.fill(soon)
    leila.presses("Verzetten")
    assert day.input_value() == soon
    leila.fills("Waarom een andere dag?", "De winkel is eerder open.")
    leila.presses("Verzetten")
    leila.reads(re.compile("De winkel is eerder open"))


def _does_it_from_vandaag(leila: Visitor) -> None:
    leila.goes_to("/vandaag/")
    leila.presses(f"Gedaan: U zou dit doen: {WHAT}")
    assert "/vandaag/" in leila.page.url
    leila.reads("Klaar. Goed gedaan!")
    leila.does_not_read(WHAT)
