"""Somebody looks on the map for a network near them: with the keyboard, and without a script."""

import pytest

from tests.browser.conftest import Arrive

pytestmark = pytest.mark.browser


def test_a_network_is_found_on_the_map_by_keyboard(visitor: Arrive) -> None:
    somebody = visitor()
    somebody.goes_to("/wijken/")
    somebody.clicks("Op de kaart")
    assert somebody.heading == "Netwerken op de kaart"
    somebody.goes_to("/wijken/kaart/?q=presikhaaf")  # alone: near ones go together in one point
    point = somebody.page.get_by_role("button", name="Presikhaaf", exact=True)
    point.focus()
    point.press("Enter")
    told = somebody.page.locator(".leaflet-popup a.nl-link")
    assert told.inner_text() == "Presikhaaf"
    assert told.evaluate("link => link === document.activeElement")
    somebody.looks_over()
    somebody.page.keyboard.press("Escape")
    told.wait_for(state="detached")
    assert point.evaluate("point => point === document.activeElement")
    point.press("Enter")
    told.press("Enter")
    somebody.page.wait_for_url("**/n/presikhaaf/over/")
    assert somebody.heading == "Presikhaaf"


def test_without_a_script_the_list_is_there(visitor: Arrive) -> None:
    somebody = visitor(scripts=False, phone=True)
    somebody.goes_to("/wijken/kaart/")
    assert not somebody.page.locator("#map").is_visible()
    somebody.page.locator("main").get_by_role("link", name="Presikhaaf").click()
    assert somebody.heading == "Presikhaaf"


def test_tapping_a_point_on_a_phone_tells_its_name(visitor: Arrive) -> None:
    somebody = visitor(phone=True)
    somebody.goes_to("/wijken/kaart/?q=presikhaaf")
    somebody.page.get_by_role("button", name="Presikhaaf", exact=True).click()
    assert somebody.page.locator(".leaflet-popup a.nl-link").inner_text() == "Presikhaaf"
