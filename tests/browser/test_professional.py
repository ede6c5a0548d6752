"""A professional and the second step: asked where data of others begins, and nowhere before."""

import re

import pytest

from tests.browser.authenticator import code_for
from tests.browser.conftest import Arrive
from tests.browser.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.browser

SOPHIE = "sophie.meijer@voorbeeld.example"
NEW = "sophie@praktijk.example"
FIRST_CODE = "De 6 cijfers die de app nu laat zien"
SECOND_STEP = "Een tweede stap, voor de veiligheid van anderen"


def test_second_step_sessions_and_another_address(visitor: Arrive, hanneke: Visitor) -> None:
    _gets_the_desk(hanneke)
    sophie = visitor()
    sophie.signs_in(SOPHIE)
    _sees_without_a_second_step(sophie)
    codes = _sets_up_an_app(sophie)
    sophie.signs_out()
    _signs_in_with_a_code_on_paper(sophie, codes)
    _ends_the_session_on_a_telephone(sophie, visitor(phone=True), codes)
    _changes_address_and_takes_it_back(sophie, visitor(), codes[3])


def _gets_the_desk(hanneke: Visitor) -> None:
    """The coordinator asks a physiotherapist to look after the desk as well."""
    hanneke.goes_to("/n/presikhaaf/leden/beheer/?q=Meijer")
    hanneke.clicks("Sophie Meijer")
    hanneke.clicks("Geef een rol")
    hanneke.chooses("buurtverbinder")
    hanneke.presses("Geef deze rol")


def _sees_without_a_second_step(sophie: Visitor) -> None:
    """Names that members share with each other, the route, one's own data: a password is enough."""
    for path in (
        "/vandaag/",
        "/n/presikhaaf/",
        "/n/presikhaaf/leden/",
        "/n/presikhaaf/route/",
        "/mijn-gegevens/",
    ):
        sophie.goes_to(path)
        assert sophie.path == path


def _sets_up_an_app(sophie: Visitor) -> list[str]:
    """Asked once, when contact details of others would be shown. Gives the codes on paper."""
    sophie.goes_to("/n/presikhaaf/leden/")
    sophie.clicks("Beheer met contactgegevens")
    assert sophie.heading == SECOND_STEP
    sophie.does_not_read("hanneke.dewit@voorbeeld.example")
    sophie.opens("Ik kan het vierkant niet scannen")
    secret = sophie.page.locator(".wn-code").inner_text()
    sophie.fills(FIRST_CODE, "000000")
    sophie.presses("Aanzetten")
    sophie.reads("Eén ding klopt nog niet")
    while sophie.heading == SECOND_STEP:  # a code can lapse while one types
        sophie.fills(FIRST_CODE, code_for(secret))
        sophie.presses("Aanzetten")
    assert sophie.heading == "Bewaar deze codes op papier"
    codes = sophie.page.locator(".wn-codes li").all_inner_texts()
    assert len(set(codes)) == 10
    sophie.clicks("Ik heb ze bewaard")
    assert sophie.path.startswith("/n/presikhaaf/leden/beheer/")
    sophie.goes_to("/n/presikhaaf/leden/beheer/?q=hanneke")
    sophie.reads("hanneke.dewit@voorbeeld.example")
    return codes


def _signs_in_with_a_code_on_paper(who: Visitor, codes: list[str], at: int = 0) -> None:
    """Each code works once."""
    who.goes_to("/inloggen/")
    who.fills("E-mailadres", SOPHIE)
    who.fills("Wachtwoord", PASSWORD)
    who.presses("Inloggen")
    assert who.heading == "Tweede stap bij inloggen"
    if at:
        who.fills("Code uit uw app", codes[at - 1])
        who.presses("Inloggen")
        who.reads("Eén ding klopt nog niet")
    who.fills("Code uit uw app", codes[at])
    who.presses("Inloggen")
    assert who.path == "/vandaag/"
    assert who.gets("/n/presikhaaf/leden/beheer/") == 200


def _ends_the_session_on_a_telephone(sophie: Visitor, telephone: Visitor, codes: list[str]) -> None:
    _signs_in_with_a_code_on_paper(telephone, codes, at=1)
    sophie.goes_to("/mijn-account/")
    sophie.clicks("Bekijken waar u bent ingelogd")
    sophie.reads("Dit apparaat")
    sophie.page.get_by_role("main").get_by_role("button", name="Uitloggen").first.click()
    sophie.reads("Dat apparaat is uitgelogd.")
    telephone.goes_to("/n/presikhaaf/")
    assert telephone.gets("/mijn-gegevens/") == 302
    assert sophie.gets("/mijn-gegevens/") == 200


def _changes_address_and_takes_it_back(sophie: Visitor, later: Visitor, code: str) -> None:
    """The old address hears of it, and can undo it: then everybody is signed out."""
    sophie.goes_to("/mijn-account/")
    sophie.clicks("E-mailadres wijzigen")
    if sophie.heading == "Bent u het zelf?":
        sophie.fills("Code uit uw app", code)
        sophie.presses("Volgende")
    sophie.fills("E-mailadres", NEW)
    sophie.presses("Mail mij een code")
    sophie.fills("Code", sophie.code_in_mail(NEW, "Bevestig uw nieuwe e-mailadres"))
    sophie.presses("Bevestigen")
    sophie.reads("Uw nieuwe e-mailadres is opgeslagen.")
    sophie.reads(re.compile(NEW))
    later.goes_to(later.link_in_mail(SOPHIE, "Uw e-mailadres is veranderd"))
    later.presses("Dat was ik niet")
    assert later.heading == "Uw oude adres is terug"
    assert sophie.gets("/mijn-gegevens/") == 302
