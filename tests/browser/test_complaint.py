"""Somebody without an account complains; the independent person, without one too, answers."""

import re

import pytest

from tests.browser.conftest import Arrive

pytestmark = pytest.mark.browser

MIEKE = "mieke.terhorst@voorbeeld.example"
WORDS = "De vrijwilliger kwam drie keer niet."
ANSWER = "Dat spijt mij. Vanaf nu belt de balie u."


def test_a_complaint_from_outside_is_answered(visitor: Arrive) -> None:
    geert = visitor(phone=True)
    geert.goes_to("/n/presikhaaf/klachten/")
    geert.reads("Mieke Terhorst leest het, en verder niemand. Deze persoon is onafhankelijk.")
    geert.clicks("Vertel mijn klacht")
    geert.chooses("een vrijwilliger of buur die helpt")
    geert.fills("Wat is er gebeurd?", WORDS)
    geert.chooses("per telefoon")
    geert.fills("Telefoonnummer", "06 12 34 56 78")
    geert.presses("Versturen")
    assert geert.heading == "Wij hebben uw klacht ontvangen"
    code = re.search(r"[A-Z0-9]{5}-[A-Z0-9]{5}", geert.page.locator("main").inner_text())
    assert code

    mieke = visitor()
    mieke.goes_to(mieke.link_in_mail(MIEKE, "Er wacht een klacht op u"))
    mieke.does_not_read(WORDS)
    mieke.presses("Mail mij de code")
    mieke.fills("De code uit de e-mail", mieke.code_in_mail(MIEKE, "Uw code voor"))
    mieke.presses("Verder")
    mieke.reads(WORDS)
    mieke.fills("Uw antwoord", ANSWER)
    mieke.presses("Geef dit antwoord")
    mieke.reads(ANSWER)

    geert.goes_to("/klacht/code/")
    geert.fills("Uw code", code[0])
    geert.presses("Verder")
    geert.reads(ANSWER)
