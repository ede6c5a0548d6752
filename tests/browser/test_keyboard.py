"""Without a mouse: Tab, Enter and Space are enough. And whoever presses twice, does it once."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Arrive
from tests.browser.visitor import PASSWORD, Visitor

pytestmark = pytest.mark.browser

RIET = "riet.janssen@voorbeeld.example"
MOST = 120  # presses of Tab before somebody gives up


def _tabs_to(who: Visitor, wanted: Locator) -> None:
    """Press Tab until this has the focus, and see that the focus shows."""
    element = wanted.first.element_handle()
    for _press in range(MOST):
        who.page.keyboard.press("Tab")
        if element.evaluate("one => one === document.activeElement"):
            _focus_shows(who)
            return
    raise AssertionError(f"{who.path}: Tab never reaches {wanted}")


def _focus_shows(who: Visitor) -> None:
    outline = who.page.evaluate(
        "() => { const style = getComputedStyle(document.activeElement);"
        " return [style.outlineStyle, parseFloat(style.outlineWidth), style.boxShadow]; }"
    )
    assert (outline[0] != "none" and outline[1] >= 2) or outline[2] != "none", outline


def _types(who: Visitor, text: str) -> None:
    who.page.keyboard.type(text)


def _enters(who: Visitor) -> None:
    with who.page.expect_navigation():
        who.page.keyboard.press("Enter")
    who.looks_over()


def test_a_step_gets_done_without_a_mouse(visitor: Arrive) -> None:
    riet = visitor()
    main = riet.page.get_by_role("main")
    riet.goes_to("/inloggen/")
    riet.page.keyboard.press("Tab")
    expect(riet.page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    riet.page.keyboard.press("Enter")
    expect(main).to_be_focused()
    _tabs_to(riet, riet.page.get_by_label("E-mailadres"))
    _types(riet, RIET)
    _tabs_to(riet, riet.page.get_by_label("Wachtwoord"))
    _types(riet, PASSWORD)
    _tabs_to(riet, main.get_by_role("button", name="Inloggen"))
    _enters(riet)
    _tabs_to(riet, riet.finds("Ons netwerk"))
    _enters(riet)
    _tabs_to(riet, main.get_by_role("link", name="Naar de route"))
    _enters(riet)
    assert riet.heading == "Onze route"
    _tabs_to(riet, main.get_by_role("link", name=re.compile("^Begin: ")))
    _enters(riet)
    step = riet.page.url.split("?")[0]
    _tabs_to(riet, main.get_by_role("radio", name="Bezig"))
    riet.page.keyboard.press("ArrowDown")
    expect(main.get_by_role("radio", name="Klaar")).to_be_checked()
    _tabs_to(riet, main.get_by_role("button", name="Opslaan"))
    riet.page.keyboard.press("Space")
    riet.reads("Opgeslagen. Iedereen in het netwerk kan het zien.")
    riet.page.goto(step)
    expect(main.get_by_role("radio", name="Klaar")).to_be_checked()
    _tabs_to(riet, riet.page.get_by_role("contentinfo").get_by_role("button", name="Uitloggen"))
    _enters(riet)
    assert riet.gets("/vandaag/") == 302


def test_a_bad_form_takes_the_focus_to_what_is_wrong_and_keeps_what_was_typed(
    visitor: Arrive,
) -> None:
    somebody = visitor()
    somebody.goes_to("/inloggen/aanmelden/")
    somebody.fills("Voornaam", "Bo")
    somebody.fills("Tussenvoegsel", "van der")
    somebody.fills("E-mailadres", "geen adres")
    somebody.presses("Volgende")
    expect(somebody.page.locator("#error-summary")).to_be_focused()
    somebody.reads("2 dingen kloppen nog niet")
    expect(somebody.page.get_by_label("Voornaam")).to_have_value("Bo")
    expect(somebody.page.get_by_label("Tussenvoegsel")).to_have_value("van der")
    expect(somebody.page.get_by_label("E-mailadres")).to_have_value("geen adres")
    somebody.page.keyboard.press("Tab")
    somebody.page.keyboard.press("Enter")
    expect(somebody.page.get_by_label("Achternaam")).to_be_focused()


def test_two_clicks_do_one_thing(visitor: Arrive) -> None:
    """Also with scripts off, when the browser really sends twice; and after going back."""
    for scripts in (True, False):
        riet = visitor(scripts=scripts)
        riet.signs_in(RIET)
        riet.goes_to("/n/presikhaaf/route/anchor/")
        riet.page.get_by_role("link", name=re.compile("^Begin: ")).first.click()
        riet.page.wait_for_load_state()
        step = riet.page.url.split("?")[0]
        note = "Twee keer geklikt" + (", zonder scripts" if not scripts else "")
        riet.fills("Notitie", note)
        riet.page.get_by_role("button", name="Opslaan").dblclick(no_wait_after=True)
        riet.reads("Opgeslagen. Iedereen in het netwerk kan het zien.")
        riet.page.go_back()
        riet.fills("Notitie", note)
        riet.page.get_by_role("button", name="Opslaan").click()
        riet.reads("Opgeslagen. Iedereen in het netwerk kan het zien.")
        riet.goes_to(step)
        history = riet.page.get_by_role("main").get_by_role("listitem").filter(has_text=note)
        expect(history).to_have_count(1)
