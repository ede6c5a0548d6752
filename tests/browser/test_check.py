"""Questions to ourselves: two parties answer separately, see each other only after, and compare."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

LIST = "/n/presikhaaf/route/vragen/"
QUESTIONS = 17


def _answers(who: Visitor, yes_to: int) -> None:
    """Yes to the first questions, no to the rest."""
    who.goes_to(LIST)
    who.clicks("Antwoord: Zijn we klaar om te beginnen?")
    who.reads("Uw naam staat bij uw antwoorden.")
    groups = who.page.get_by_role("radiogroup").filter(has_text="weet ik niet")
    expect(groups).to_have_count(QUESTIONS)
    for number in range(QUESTIONS):
        name = "ja" if number < yes_to else "nee"
        groups.nth(number).get_by_label(name, exact=True).check()


def test_two_parties_answer_separately_and_compare(visitor: Arrive, hanneke: Visitor) -> None:
    hanneke.goes_to("/n/presikhaaf/route/")
    hanneke.clicks("Zijn we klaar? Hoe doen we het? Vragen aan onszelf")
    hanneke.clicks("Stel deze vragen: Zijn we klaar om te beginnen?")
    hanneke.chooses("Een paar mensen")
    hanneke.opens("Kies een paar mensen")
    hanneke.chooses("Fatima Aksoy")
    hanneke.chooses("Els Vos")
    hanneke.presses("Stel deze vragen")
    hanneke.reads("Antwoord eerst zelf. Dan ziet u wat anderen antwoordden.")
    asked = hanneke.path

    fatima = visitor(phone=True, scripts=False)
    fatima.signs_in("fatima.aksoy@voorbeeld.example")
    _answers(fatima, yes_to=17)
    fatima.page.locator("summary").first.click()
    fatima.fills("Een paar woorden hierbij", "Wij zitten er sinds de lente bij.")
    fatima.presses("Mijn antwoorden opslaan")
    fatima.reads("Dank u wel. De antwoorden zijn opgeslagen.")

    els = visitor()
    els.signs_in("els.vos@voorbeeld.example")
    els.goes_to(asked)
    els.reads("Antwoord eerst zelf. Dan ziet u wat anderen antwoordden.")
    els.does_not_read("Wij zitten er sinds de lente bij.")
    _answers(els, yes_to=3)
    els.chooses("Wijkverpleging De Voorbeeldbrug")
    els.presses("Mijn antwoorden opslaan")
    els.reads("Hier denkt u verschillend over")
    els.reads("Praat eerst hierover:")
    els.reads("U mag toch beginnen. Dit verbiedt niets.")

    fatima.goes_to(asked)
    fatima.reads("Hier denkt u verschillend over")
    hanneke.goes_to(asked)
    hanneke.does_not_read("Wij zitten er sinds de lente bij.")
    hanneke.clicks("Afsluiten met een besluit")
    hanneke.fills("Wat hebt u samen besloten?", "We beginnen klein en praten over het doel.")
    hanneke.presses("Sluit deze vragen af")
    hanneke.reads("Afgesloten. Iedereen kan de antwoorden en het besluit lezen.")
    hanneke.opens("Laat deze vragen zien")
    hanneke.reads("Wij zitten er sinds de lente bij.")
    assert hanneke.fetches("Print de vragen op papier").startswith(b"%PDF")
