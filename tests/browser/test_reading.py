"""Other ways of reading: on paper, in the dark, in large letters, in English."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser import looking
from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

MAIN = (
    "/",
    "/vandaag/",
    "/n/presikhaaf/",
    "/n/presikhaaf/leden/",
    "/n/presikhaaf/route/",
)
MEMBER = "mohamed.bouzid@voorbeeld.example"


@pytest.fixture(scope="module")
def mohamed(arrive: Arrive) -> Iterator[Visitor]:
    """A member without a role, who changes nothing."""
    one = arrive()
    one.signs_in(MEMBER)
    yield one
    one.context.close()


def test_paper_carries_no_navigation(mohamed: Visitor, hanneke: Visitor) -> None:
    mohamed.goes_to("/n/presikhaaf/route/")
    hanneke.goes_to("/n/presikhaaf/uitnodigingen/?state=all")
    letter = hanneke.page.get_by_role("link", name=re.compile("^Brief voor ")).first
    with hanneke.page.expect_navigation():
        letter.click()
    for reader in (mohamed, hanneke):
        reader.page.emulate_media(media="print")
        try:
            for part in ("Hoofdmenu", "Menu onderaan", "Kruimelpad"):
                expect(
                    reader.page.get_by_role("navigation", name=part).locator("visible=true")
                ).to_have_count(0)
            expect(reader.page.get_by_role("contentinfo").locator("visible=true")).to_have_count(0)
            expect(reader.page.get_by_role("heading", level=1)).to_be_visible()
        finally:
            reader.page.emulate_media(media="screen")


def test_the_dark_is_readable(mohamed: Visitor) -> None:
    mohamed.page.emulate_media(color_scheme="dark")
    try:
        for path in MAIN:
            _opens(mohamed, path)
            looking.assert_accessible(mohamed.page)
    finally:
        mohamed.page.emulate_media(color_scheme="light")


def test_the_largest_letters_fit_a_small_screen(visitor: Arrive) -> None:
    reader = visitor(phone=True)
    reader.signs_in("agnieszka.nowak@voorbeeld.example")
    reader.page.get_by_role("button", name="Grootte van de letters het grootst").click()
    expect(reader.page.locator("html")).to_have_class(re.compile("text-largest"))
    for path in MAIN:
        _opens(reader, path)
        expect(reader.page.locator("html")).to_have_class(re.compile("text-largest"))
        looking.assert_fits(reader.page)


def test_english_is_english_everywhere(visitor: Arrive) -> None:
    """What the platform says is English; what people wrote stays as they wrote it."""
    reader = visitor()
    reader.signs_in("linda.pinas@voorbeeld.example")
    reader.page.get_by_role("button", name="English").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    for path in MAIN:
        _opens(reader, path)
        expect(reader.page.locator("html")).to_have_attribute("lang", "en")
        said = _interface(reader)
        assert len(said) > 200, f"{path}: too little to judge"
        assert not DUTCH.search(said), f"{path}: {DUTCH.findall(said)} in {said}"
    reader.page.goto(reader.address + "/n/presikhaaf/")
    reader.reads("helpen elkaar om prettig thuis te wonen")


def _opens(reader: Visitor, path: str) -> None:
    answer = reader.page.goto(reader.address + path)
    assert answer
    assert answer.ok, f"{path}: {answer.status}"


DUTCH = re.compile(
    r"\b(de|het|een|en|van|voor|uw|wij|niet|met|naar|wie|bij|op|Vandaag|Leden|Zoeken)\b"
)


def _interface(reader: Visitor) -> str:
    """The words that are the platform's own: navigation, headings, labels, buttons."""
    found = []
    for role in ("heading", "button", "columnheader", "contentinfo"):
        found += reader.page.get_by_role(role).all_inner_texts()  # type: ignore[arg-type]
    found += reader.page.locator("label, summary, legend, nav a").all_inner_texts()
    people = reader.page.locator(".wn-person__name, h3").all_inner_texts()
    return "\n".join(text for text in found if text not in people)
