"""Tineke Huizing keeps the desk of Wedde. This morning her mouse is broken."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser
DESK = "/n/wedde/hulp/balie/"


def _key(who: Visitor, key: str) -> None:
    """A key that opens another page."""
    with who.page.expect_navigation():
        who.page.keyboard.press(key)
    who.looks_over()


def _row(who: Visitor) -> str:
    """The name in the row that has the focus."""
    found = who.page.evaluate(
        "() => { const row = document.activeElement.closest('[data-desk-row]');"
        " return row ? row.querySelector('[data-open]').textContent : ''; }"
    )
    return str(found)


def test_a_morning_at_the_desk_without_a_mouse(visitor: Arrive) -> None:
    tineke = visitor()
    keys = tineke.page.keyboard
    tineke.signs_in("tineke.huizing@voorbeeld.example")
    tineke.goes_to(DESK)

    # From row to row, with letters and with arrows; the first is who is not content.
    keys.press("j")
    first = _row(tineke)
    assert first
    keys.press("ArrowDown")
    second = _row(tineke)
    keys.press("j")
    keys.press("k")
    assert _row(tineke) == second != first
    _key(tineke, "Enter")
    assert second in tineke.page.content()
    tineke.goes_to(DESK)

    # Which keys there are, and off again.
    keys.press("?")
    expect(tineke.page.get_by_role("dialog")).to_be_visible()
    keys.press("j")  # nothing moves behind it
    keys.press("Escape")
    expect(tineke.page.get_by_role("dialog")).to_be_hidden()

    # Somebody calls: noted, and what a helper may know is read aloud.
    _key(tineke, "n")
    keys.type("Aaltje Toetsema")
    tineke.page.get_by_label("Nummer, als het iemand nieuw is").focus()
    keys.type("0597 55 77 88")
    tineke.page.get_by_label("Wat wordt er gevraagd, in eigen woorden?").focus()
    keys.type("Wie veegt mijn stoep?")
    tineke.finds("Schrijf het op", role="button").focus()
    _key(tineke, "Enter")
    tineke.goes_to(DESK)
    tineke.reads("Aaltje Toetsema")

    # Found again by a word of what she said.
    keys.press("/")
    expect(tineke.page.get_by_role("main").get_by_role("searchbox")).to_be_focused()
    keys.type("aaltje stoep")
    _key(tineke, "Enter")
    tineke.reads("Aaltje Toetsema")
    rows = tineke.page.locator("[data-desk-row]")
    assert rows.count() == rows.filter(has_text="Aaltje Toetsema").count()

    # She stands on the list to call from, which prints.
    tineke.goes_to(DESK)
    tineke.finds("Vandaag bellen").focus()
    _key(tineke, "Enter")
    tineke.reads("Aaltje Toetsema")
    assert tineke.page.locator('a[href="tel:0597557788"]').count() == 1
    assert tineke.fetches("Print deze lijst").startswith(b"%PDF")

    # The doctor's assistant comes to the counter: names go, and open one by one.
    tineke.goes_to(DESK)
    tineke.finds("Verberg de namen", role="button").focus()
    _key(tineke, "Enter")
    expect(tineke.page.get_by_text("Aaltje Toetsema")).to_be_hidden()
    keys.press("j")
    keys.press("Enter")
    expect(tineke.page.locator("details[open] a").first).to_be_visible()
    tineke.goes_to("/n/wedde/hulp/wie-helpt-wie/")
    covered = tineke.page.locator("#main > *").first
    expect(covered).to_have_css("opacity", "0")
    tineke.page.locator("#main").focus()
    expect(covered).to_have_css("opacity", "1")
    tineke.goes_to(DESK)
    tineke.finds("Toon de namen weer", role="button").focus()
    _key(tineke, "Enter")
    tineke.reads(re.compile("Aaltje Toetsema"))
