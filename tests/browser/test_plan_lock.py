"""A professional walks away from a plan: asked whether she is there, then nothing can be read; one
touch and she is where she was, with what she typed. And two who write at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Arrive
from tests.browser.site import Site
from tests.browser.test_passkey import Device
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

DIRK = "dirk.jansma.presikhaaf@voorbeeld.example"
SASKIA = "saskia.blom@voorbeeld.example"
WORDS = "Zij wil een droge slaapkamer voor de jongste."
MORE = " En een lamp op de trap."
OF_THE_PLAN = ("Denise", "slaapkamer", "lamp")
AGED = """
import time
from wijknetwerk.accounts.sessions import SessionStore
store = SessionStore("{key}")
for one in store["account_authentication_methods"]:
    one["at"] = time.time() - {seconds}
store.modified = True
store.save()
"""


def _was_here(who: Visitor, site: Site, seconds: int) -> None:
    """As if their last deed was so long ago, for the server; the browser's clock goes on by as
    much."""
    _server_says(who, site, seconds)
    who.page.clock.fast_forward(seconds * 1000)


def _server_says(who: Visitor, site: Site, seconds: int) -> None:
    key = next(one["value"] for one in who.context.cookies() if one["name"] == "wn_session")
    site.does(AGED.format(key=key, seconds=seconds))
    who.context.clear_cookies(name="wn_present")


def _plan_of_denise(who: Visitor) -> None:
    who.goes_to("/n/presikhaaf/plannen/")
    link = who.page.locator("main a[href^='/plan/']", has_text="Denise").first
    who.goes_to(link.get_attribute("href") or "")


def _note(who: Visitor, said: str) -> None:
    expect(who.page.locator("[data-draft-note]").first).to_have_text(re.compile(said))


def test_a_plan_shuts_by_itself_and_one_touch_brings_back_what_was_typed(
    visitor: Arrive, demo: Site
) -> None:
    dirk = visitor(phone=True)
    device = Device(dirk)
    dirk.signs_in(DIRK)
    dirk.goes_to("/mijn-account/passkeys/nieuw/")
    dirk.presses("Maak de passkey")
    dirk.page.clock.install()
    _plan_of_denise(dirk)
    form = f"{dirk.path}schrijven/need/"
    dirk.goes_to(form)
    field = dirk.page.locator("textarea[name=text]")
    field.press_sequentially(WORDS)
    dirk.page.clock.run_for(4000)
    _note(dirk, "Bewaard, alleen voor u")

    dirk.context.set_offline(True)
    field.press_sequentially(MORE)
    dirk.finds("Dit bewaren", role="button").click()
    _note(dirk, "Niet verstuurd: er is geen verbinding")
    assert field.input_value() == WORDS + MORE
    dirk.context.set_offline(False)
    dirk.said.clear()  # the browser says that there was no line
    dirk.page.clock.run_for(6000)
    _note(dirk, "Bewaard, alleen voor u")

    _was_here(dirk, demo, 760)
    asked = dirk.page.get_by_role("alertdialog", name="Bent u er nog?")
    expect(asked).to_be_visible()
    expect(asked.get_by_role("button", name="Ga verder")).to_be_focused()
    asked.get_by_role("button", name="Ga verder").click()
    expect(asked).to_be_hidden()
    expect(field).to_be_visible()

    _was_here(dirk, demo, 910)
    expect(dirk.page.get_by_role("heading", name="Deze pagina is dicht")).to_be_focused()
    left = dirk.page.content()
    for word in (*OF_THE_PLAN, "Dirk"):
        assert word not in left, word
    assert dirk.page.title() == "Wijknetwerk"
    dirk.looks_over()
    assert dirk.gets(form) == 302
    dirk.finds("Laat zien dat u het bent").click()  # the device asks for the touch by itself
    dirk.page.wait_for_url(f"**{form}")
    dirk.reads("Dit typte u eerder.")
    assert field.input_value() == WORDS + MORE
    dirk.presses("Dit bewaren")
    dirk.goes_to(form)
    assert field.input_value() == ""
    device.knows_its_owner(False)
    _nothing_by_the_button_back(dirk, demo)


def _nothing_by_the_button_back(dirk: Visitor, demo: Site) -> None:
    """A browser that kept the page shows none of it before the server was asked."""
    page, whole = dirk.page, dirk.page.locator("html")
    kept = "which => dispatchEvent(new PageTransitionEvent(which, {persisted: true}))"
    page.evaluate(kept, "pagehide")
    expect(whole).to_have_css("visibility", "hidden")
    page.evaluate(kept, "pageshow")
    expect(whole).to_have_css("visibility", "visible")
    page.evaluate(kept, "pagehide")
    _server_says(dirk, demo, 910)
    page.evaluate(kept, "pageshow")
    expect(page.get_by_role("heading", name="Deze pagina is dicht")).to_be_visible()
    page.go_back()
    page.wait_for_url("**/tweede-stap/**")
    left = page.content()
    assert not [word for word in OF_THE_PLAN if word in left]


def test_two_who_write_the_same_paragraph_both_keep_their_words(visitor: Arrive) -> None:
    thomas, saskia = visitor(), visitor()
    thomas.signs_in("thomas.hofman@voorbeeld.example")
    saskia.signs_in(SASKIA)
    _plan_of_denise(thomas)
    thomas.goes_to(f"{thomas.path}overleg/")
    found = thomas.page.locator("main a[href*='/overleg/']").all()
    paths = [one.get_attribute("href") or "" for one in found]
    talk = next(path for path in paths if re.search(r"/overleg/[0-9a-f-]{36}/$", path))
    for one in (thomas, saskia):
        one.goes_to(talk)
        one.page.locator("textarea[name=text]").first.wait_for()
    saskia.page.context.set_offline(True)
    saskia.page.locator("textarea[name=text]").first.fill("Saskia: er komt een dokter kijken.")
    _note(saskia, "Er is geen verbinding")
    thomas.page.locator("textarea[name=text]").first.fill("Thomas: de muur is gemeten.")
    thomas.reads("Bewaard.")
    saskia.page.context.set_offline(False)
    saskia.reads("Twee mensen schreven hier tegelijk")
    saskia.reads("Thomas: de muur is gemeten.")
    saskia.reads("Saskia: er komt een dokter kijken.")
