"""An editor: a member writes news with a photo, a leader sends it back, the member mends it, the
leader publishes it, a stranger reads it; a new version says what changed."""

import io

import pytest
from PIL import Image

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

LEILA = "leila.mansouri.presikhaaf@voorbeeld.example"
SAMIRA = "samira.elamrani@voorbeeld.example"
TITLE = "De moestuin achter de flat"
SEEN = "Bakken met sla en zonnebloemen tegen een muur."


def test_news_goes_from_a_member_to_everybody(visitor: Arrive) -> None:
    leila, samira, stranger = visitor(phone=True), visitor(), visitor(phone=True)
    leila.signs_in(LEILA)
    samira.signs_in(SAMIRA)
    _writes(leila)
    _sends_back(samira)
    _mends(leila)
    _publishes(samira)
    _reads(stranger)
    _changes_it(leila, samira, stranger)


def _writes(leila: Visitor) -> None:
    """With the buttons above the field, and a photo that needs words."""
    leila.goes_to("/n/presikhaaf/")
    leila.clicks("Nieuws schrijven")
    leila.fills("Titel", TITLE)
    leila.fills("In één zin", "Twintig buren zaaiden samen.")
    leila.fills("Tekst", "Er staan nu acht bakken.")
    area = leila.page.get_by_label("Tekst", exact=False).locator("visible=true").first
    area.select_text()
    leila.finds("Vet", role="button").click()
    assert area.input_value() == "**Er staan nu acht bakken.**"
    area.press("ControlOrMeta+z")
    assert area.input_value() == "Er staan nu acht bakken."
    leila.page.set_input_files("#id_picture", _photo())
    leila.presses("Opslaan")
    leila.reads("Zeg kort wat er te zien is. Of kruis aan dat de foto alleen versiering is.")
    assert area.input_value() == "Er staan nu acht bakken."
    leila.page.set_input_files("#id_picture", _photo())
    leila.fills("Wat is er op de foto te zien?", SEEN)
    leila.presses("Opslaan")
    assert leila.heading == TITLE
    assert leila.page.get_by_role("img", name=SEEN).is_visible()
    leila.presses("Laat iemand meekijken")
    leila.reads("Verstuurd. Iemand kijkt mee voordat anderen het lezen.")


def _opens(who: Visitor, button: str) -> None:
    who.goes_to("/vandaag/")
    row = who.page.locator(".wn-row").filter(has_text=TITLE)
    with who.page.expect_navigation():
        row.get_by_role("link", name=button).first.click()
    who.looks_over()
    assert who.heading == TITLE


def _sends_back(samira: Visitor) -> None:
    _opens(samira, "Lezen")
    samira.fills("Wat kan er beter?", "Zet erbij wanneer mensen kunnen komen.")
    samira.presses("Terugsturen")
    samira.reads("Teruggestuurd. De schrijver leest uw woorden.")


def _mends(leila: Visitor) -> None:
    _opens(leila, "Lees waarom")
    leila.reads("Zet erbij wanneer mensen kunnen komen.")
    leila.clicks("Wijzigen")
    leila.fills("Tekst", "Er staan nu acht bakken.\n\n## Wanneer\n\nElke woensdag om twee uur.")
    leila.presses("Eerst bekijken")
    assert leila.page.locator("#preview").get_by_role("heading", name="Wanneer").is_visible()
    leila.presses("Opslaan")
    leila.presses("Laat iemand meekijken")
    leila.may_not("Online zetten", role="button")


def _publishes(samira: Visitor) -> None:
    _opens(samira, "Lezen")
    samira.presses("Online zetten")
    samira.reads("De tekst staat online.")


def _reads(stranger: Visitor) -> None:
    """From the public page, without a name of who wrote it."""
    stranger.goes_to("/n/presikhaaf/")
    stranger.clicks(TITLE)
    stranger.reads("Elke woensdag om twee uur.")
    picture = stranger.page.get_by_role("img", name=SEEN)
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("one => one.decode().then(() => one.naturalWidth)") == 640
    stranger.does_not_read("Leila")


def _changes_it(leila: Visitor, samira: Visitor, stranger: Visitor) -> None:
    leila.goes_to("/n/presikhaaf/nieuws/")
    leila.clicks(TITLE)
    leila.clicks("Wijzigen")
    leila.fills("Tekst", "Er staan nu twaalf bakken. Kom op woensdag om drie uur.")
    leila.fills("Wat veranderde er, in één zin?", "Een uur later, en vier bakken erbij.")
    leila.presses("Opslaan")
    leila.presses("Laat iemand meekijken")
    stranger.goes_to(stranger.path)
    stranger.does_not_read("twaalf bakken")
    _opens(samira, "Lezen")
    samira.presses("Online zetten")
    stranger.goes_to(stranger.path)
    stranger.reads("Er staan nu twaalf bakken. Kom op woensdag om drie uur.")
    stranger.opens("Wat veranderde er?")
    stranger.reads("Een uur later, en vier bakken erbij.")


def _photo() -> dict[str, object]:
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "olive").save(out, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
