"""A team member takes over as connector: offered, agreed, with the own number, on one sheet."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

KARIN = "karin.bos@voorbeeld.example"
TEAM = "Ouderenteam Presikhaaf"
WHAT = "wijkagent"
NUMBER = "026 555 01 99"
SHOWN = "026 – 555 01 99"


def test_a_team_member_takes_over_as_connector(visitor: Arrive, hanneke: Visitor) -> None:
    karin = visitor(phone=True)
    karin.signs_in(KARIN)
    _offers(karin)
    _says_yes(hanneke)
    _gives_a_number_and_says_what_goes_back(karin)
    _finds_it_on_the_sheet(hanneke)
    _stops(karin)


def _opens_the_team(who: Visitor) -> None:
    who.goes_to("/n/presikhaaf/teams/")
    assert who.heading == "Teams"
    who.clicks(TEAM)


def _offers(karin: Visitor) -> None:
    """The place is free; she is in the team and works in that profession."""
    _opens_the_team(karin)
    karin.clicks(f"Ik neem dit over: {WHAT}")
    assert karin.heading == f"Verbinder voor: {WHAT}"
    karin.reads("Niemand is nu verbinder.")
    karin.fills("Wat wilt u erbij zeggen?", "Ik fiets toch al door de wijk.")
    karin.presses("Ik neem dit over")
    assert karin.heading == TEAM
    karin.reads(re.compile("Het wacht op antwoord"))


def _says_yes(hanneke: Visitor) -> None:
    _opens_the_team(hanneke)
    alert = hanneke.page.locator(".utrecht-alert").filter(has_text="Karin Bos vraagt")
    with hanneke.page.expect_navigation():
        alert.get_by_role("link", name="Lezen en antwoorden").click()
    hanneke.looks_over()
    hanneke.reads("Ik fiets toch al door de wijk.")
    hanneke.presses("Ja, dat is goed")
    hanneke.reads("De verbinder is veranderd.")


def _gives_a_number_and_says_what_goes_back(karin: Visitor) -> None:
    _opens_the_team(karin)
    karin.clicks("Mijn nummer en vervanger")
    karin.chooses("Leden van het netwerk mogen mijn telefoonnummer zien")
    karin.fills("Een ander nummer dan dat van uw account", NUMBER)
    karin.picks("Wie vervangt u?", "Tom Mulder")
    karin.presses("Opslaan")
    karin.reads(SHOWN)
    karin.clicks("Wat neem ik mee terug?")
    karin.fills("Naar welke collega’s", "het basisteam Oost")
    karin.fills("Hoe vertelt u het", "Bij de briefing op maandag.")
    karin.picks("Hoe vaak?", "elke week")
    karin.presses("Opslaan, dit klopt nog")
    karin.reads("Karin Bos: naar het basisteam Oost")


def _finds_it_on_the_sheet(hanneke: Visitor) -> None:
    hanneke.goes_to("/n/presikhaaf/teams/")
    hanneke.clicks("Op één blad papier")
    assert hanneke.heading == "Wie bel ik voor wat?"
    row = hanneke.page.get_by_role("row").filter(has_text="Karin Bos")
    assert "Tom Mulder" in row.inner_text()
    assert row.get_by_role("link").get_attribute("href") == "tel:0265550199"


def _stops(karin: Visitor) -> None:
    """The number goes at once, the place is free, and who was it when can be read."""
    _opens_the_team(karin)
    karin.clicks("Mijn nummer en vervanger")
    karin.clicks("Ik stop als verbinder")
    karin.presses("Stoppen als verbinder")
    karin.does_not_read(SHOWN)
    karin.clicks("Wie was wanneer verbinder")
    assert karin.heading == f"Geschiedenis van {TEAM}"
