"""The route: two members who write at once, and a stranger who reads."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

STEP = "/n/presikhaaf/route/stap/anchor-look-back/"


def test_two_members_who_write_at_once_keep_both_their_words(
    visitor: Arrive, hanneke: Visitor
) -> None:
    fatima = visitor(phone=True, scripts=False)
    fatima.signs_in("fatima.aksoy@voorbeeld.example")
    for member in (hanneke, fatima):
        member.goes_to(STEP + "?begin=1")
        expect(member.page.get_by_label("Bezig", exact=True)).to_be_checked()
    hanneke.fills("Notitie", "Hanneke: we kijken terug op 3 maart.")
    hanneke.presses("Opslaan")
    hanneke.reads("Opgeslagen. Iedereen in het netwerk kan het zien.")
    fatima.fills("Notitie", "Fatima: vraag ook de flat.")
    fatima.presses("Opslaan")
    fatima.reads("Iemand veranderde dit intussen. Er is niets kwijt: beide teksten staan hier.")
    fatima.reads("Hanneke: we kijken terug op 3 maart.")
    note = fatima.page.get_by_label("Notitie")
    expect(note).to_have_value("Fatima: vraag ook de flat.")
    fatima.fills("Notitie", "Terugkijken op 3 maart. Vraag ook de flat.")
    fatima.presses("Opslaan")
    hanneke.goes_to(STEP)
    expect(hanneke.page.get_by_label("Notitie")).to_have_value(
        "Terugkijken op 3 maart. Vraag ook de flat."
    )
    hanneke.reads("Hanneke: we kijken terug op 3 maart.")  # in 'Hoe het ging'


def test_a_few_words_under_a_phase_stand_on_the_path(hanneke: Visitor) -> None:
    hanneke.goes_to("/n/presikhaaf/route/anchor/")
    hanneke.clicks("Verander de woorden bij Verankeren")
    hanneke.fills("In een paar woorden", "we praten over geld")
    hanneke.presses("Opslaan")
    path = hanneke.page.get_by_role("navigation", name="De vier plekken op de route")
    expect(path.get_by_role("listitem")).to_have_count(4)
    expect(path.get_by_role("listitem").nth(3)).to_contain_text("we praten over geld")


def test_a_stranger_reads_route_factors_and_recommendations(visitor: Arrive) -> None:
    stranger = visitor(phone=True, scripts=False, dark=True)
    stranger.goes_to("/kennis/")
    stranger.clicks("De route")
    stranger.clicks("Verankeren")
    stranger.clicks("Kijk samen terug")
    stranger.reads("Waarom")
    stranger.may_not("Opslaan", role="button")
    stranger.goes_to("/kennis/")
    stranger.clicks("Acht dingen die helpen")
    assert stranger.page.get_by_role("main").get_by_role("heading", level=2).count() == 8
    stranger.goes_to("/kennis/")
    stranger.clicks("Aanbevelingen")
    stranger.clicks("Kartrekkers")
    assert stranger.heading == "Kartrekkers"
    stranger.clicks("Begin klein, met mensen die willen")
    assert stranger.gets("/n/presikhaaf/route/") == 302
