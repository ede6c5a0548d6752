"""A helper is asked by mail and answers on her phone; the asker says yes; they reach each other,
until she stops. Nobody of both signs in."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
TINEKE = "tineke.huizing@voorbeeld.example"
FENNA = "fenna.tuin@voorbeeld.example"
KHALED = "khaled.haddad@voorbeeld.example"


def test_a_helper_by_link_on_a_phone(visitor: Arrive) -> None:
    tineke, fenna, khaled = visitor(), visitor(phone=True), visitor(phone=True)
    tineke.signs_in(TINEKE)
    _thinks_of_fenna(tineke)
    _says_that_she_would_like_to(fenna)
    hers = _likes_it_and_reads_how_to_reach_her(khaled)
    _stops(fenna)
    assert khaled.gets(hers) == 404


def _thinks_of_fenna(tineke: Visitor) -> None:
    tineke.goes_to("/n/wedde/hulp/balie/?q=Khaled")
    tineke.clicks("Khaled Haddad")
    tineke.clicks("Zelf iemand bedenken")
    option = tineke.page.get_by_label("Aan wie denkt u?").locator("option")
    tineke.picks("Aan wie denkt u?", option.filter(has_text="Fenna Tuin").inner_text())
    tineke.presses("Kies deze helper")
    assert tineke.heading == "Fenna Tuin voor Khaled Haddad"
    tineke.clicks("Vraag Fenna Tuin")
    tineke.chooses("per e-mail")
    tineke.presses("Vraag het")
    tineke.reads("Er is een mail met een link onderweg.")


def _link(to: str, about: str, who: Visitor) -> str:
    path = urlsplit(who.link_in_mail(to, about)).path
    who.goes_to(path)
    return path


def _says_that_she_would_like_to(fenna: Visitor) -> None:
    _link(FENNA, "Kunt u een buur helpen?", fenna)
    assert fenna.heading == "Kunt u een buur helpen?"
    fenna.does_not_read("Khaled")
    fenna.presses("Ja, dat wil ik graag")
    assert fenna.heading == "Dank u wel"


def _likes_it_and_reads_how_to_reach_her(khaled: Visitor) -> str:
    path = _link(KHALED, "Er is een antwoord voor u", khaled)
    assert khaled.heading == "Fenna wil u graag helpen"
    khaled.does_not_read("Tuin")
    khaled.presses("Ja, dat vind ik fijn")
    assert khaled.heading == "Zo bereikt u elkaar"
    khaled.reads("Fenna Tuin")
    assert khaled.page.locator("main a[href^='tel:059755']").first.is_visible()
    return path


def _stops(fenna: Visitor) -> None:
    _link(FENNA, "U kunt nu kennismaken", fenna)
    fenna.reads("Khaled Haddad")
    fenna.opens("Is het voorbij?")
    fenna.presses("Nu stoppen")
    assert fenna.heading == "Het is gestopt"
    fenna.does_not_read("Khaled")
