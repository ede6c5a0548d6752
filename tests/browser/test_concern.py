"""A neighbour worries: tells it to one person, who talks with the resident, and hears back."""

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

KARIN = "karin.bos@voorbeeld.example"
JAN = "jan.peters@voorbeeld.example"
WORDS = "De brievenbus puilt uit en zij doet niet open."


def test_a_concern_is_told_talked_about_and_answered(visitor: Arrive, hanneke: Visitor) -> None:
    karin = visitor(phone=True)
    karin.signs_in(KARIN)
    karin.goes_to("/n/presikhaaf/hulp/zorgen/")
    assert karin.heading == "Maakt u zich zorgen om iemand?"
    karin.reads("0800-2000")
    karin.clicks("Vertel wat ik zie")
    karin.fills("Over wie maakt u zich zorgen?", "Mevrouw Van Laar")
    karin.fills("Wat ziet of hoort u?", WORDS)
    karin.presses("Vertel het")
    karin.reads(WORDS)

    jan = visitor()
    jan.signs_in(JAN)
    jan.goes_to("/vandaag/")
    jan.reads("Er wacht iets voor u")
    jan.does_not_read("Van Laar")
    jan.goes_to("/n/presikhaaf/hulp/zorgen/bij-mij/")
    jan.page.locator("main a[href*='/hulp/zorgen/']").last.click()
    jan.looks_over()
    jan.reads(WORDS)
    path = jan.path
    hanneke.page.goto(hanneke.address + path)
    assert hanneke.heading == "Wij vinden deze pagina niet"
    jan.presses("Ik pak dit op")
    jan.clicks("Wij hebben gesproken")
    jan.fills("Wat heeft u afgesproken?", "Zij belt haar zus.")
    jan.presses("Dit bewaren")
    jan.clicks("Antwoord wie het vertelde")
    jan.chooses("Wij spraken met deze persoon. Meer mogen wij u niet vertellen.")
    jan.presses("Geef dit antwoord")
    karin.goes_to("/n/presikhaaf/hulp/zorgen/mijn/")
    karin.reads("Wij spraken met deze persoon. Meer mogen wij u niet vertellen.")
    karin.does_not_read("Zij belt haar zus.")
    karin.presses("Gelezen")
