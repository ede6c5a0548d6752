"""A first gathering: planned, a poster for the shop, signed up for without an account, the paper
list, who came, what was said, and the page for all who came."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor
from wijknetwerk.core import clock

pytestmark = pytest.mark.browser

TINEKE = "tineke.huizing@voorbeeld.example"
GUEST = "annie.smit@post.example"
TITLE = "Wat vindt u van ons dorp?"


def test_a_first_gathering_from_plan_to_page(visitor: Arrive) -> None:
    tineke, annie = visitor(), visitor(phone=True)
    tineke.signs_in(TINEKE)
    event = _plans_it(tineke)
    _makes_a_poster(tineke)
    _signs_up_without_account(annie, event)
    _prints_the_list(tineke, event)
    _holds_it(tineke, event)
    _fills_in_who_came(tineke, event)
    _notes_what_was_said(tineke)
    _publishes_the_page(tineke, event)
    _reads_it_by_mail(annie)


def _plans_it(tineke: Visitor) -> str:
    tineke.goes_to("/n/wedde/")
    tineke.clicks("Agenda")
    tineke.clicks("Iets op de agenda zetten")
    tineke.fills("Hoe heet het?", TITLE)
    tineke.fills("Op welke dag?", (clock.today() + timedelta(days=7)).isoformat())
    tineke.fills("Vanaf hoe laat?", "19:30")
    tineke.fills("Tot hoe laat?", "21:00")
    tineke.picks("Waar?", "Het Noabershuus")
    tineke.fills("Wat kunnen mensen verwachten?", "Koffie, drie tafels en één vraag.")
    tineke.presses("Op de agenda zetten")
    assert tineke.heading == TITLE
    tineke.reads("Een helling bij de zijdeur.")
    return tineke.path


def _makes_a_poster(tineke: Visitor) -> None:
    tineke.clicks("Maak een poster of tekst")
    tineke.chooses("Een poster, met telefoonnummers om af te scheuren")
    poster = PdfReader(io.BytesIO(tineke.fetches("Maken", role="button")))
    words = " ".join(poster.pages[0].extract_text().split())
    assert TITLE in words
    assert "19.30 uur" in words
    assert "Het Noabershuus" in words


def _signs_up_without_account(annie: Visitor, event: str) -> None:
    annie.goes_to("/n/wedde/")
    annie.clicks(TITLE)
    annie.fills("Wat is uw naam?", "Annie Smit")
    annie.presses("Meld mij aan")
    annie.reads("Vul een telefoonnummer of e-mailadres in. Dan kunnen we u bereiken.")
    annie.fills("Wat is uw e-mailadres?", GUEST)
    annie.fills("Hoeveel mensen neemt u mee?", "1")
    annie.presses("Meld mij aan")
    annie.reads("U staat op de lijst. We zien u graag.")
    assert annie.path == event
    mail = annie.reads_mail(GUEST, TITLE)
    assert "2 mensen" in mail


def _prints_the_list(tineke: Visitor, event: str) -> None:
    tineke.goes_to(event)
    tineke.clicks("Bekijken wie er komt")
    tineke.reads("Er komen 2 mensen.")
    tineke.fills("Wie belde?", "Berend Vos")
    tineke.fills("Wat is hun telefoonnummer?", "0597 55 03 99")
    tineke.presses("Op de lijst zetten")
    tineke.reads("Er komen 3 mensen.")
    assert tineke.fetches("De lijst printen").startswith(b"%PDF")


def _holds_it(tineke: Visitor, event: str) -> None:
    """It was held a week sooner, so that one needn't wait."""
    tineke.goes_to(event)
    tineke.clicks("Wijzigen")
    tineke.fills("Op welke dag?", (clock.today() - timedelta(days=1)).isoformat())
    tineke.presses("Opslaan")


def _fills_in_who_came(tineke: Visitor, event: str) -> None:
    tineke.clicks("Invullen wie er kwam")
    tineke.chooses("Annie Smit")
    tineke.opens("Andere leden van het netwerk")
    tineke.chooses("Harm Boelens")
    tineke.fills("Wie kwam nog meer?", "Roelf Kamps\nGrietje Tuin")
    tineke.fills("Hoeveel mensen kwamen er van wie u geen naam heeft?", "6")
    tineke.presses("Opslaan")
    assert tineke.heading == "Wat er is gezegd"


def _notes_what_was_said(tineke: Visitor) -> None:
    tineke.fills("Wat werd er gezegd?", "De bus stopt te ver van het dorpshuis.")
    tineke.picks("Welk lid pakt het op?", "Harm Boelens")
    tineke.fills("Wanneer klaar?", (clock.today() + timedelta(days=21)).isoformat())
    tineke.presses("Deze regel noteren")
    tineke.fills("Welke tafel?", "Tafel 2")
    tineke.fills("Wat werd er gezegd?", "Samen eten op vrijdag.")
    tineke.presses("Deze regel noteren")
    tineke.reads("Tafel 2")
    tineke.clicks("Verder naar het verslag")


def _publishes_the_page(tineke: Visitor, event: str) -> None:
    tineke.fills("Hoe was het, en waar ging het over?", "Er waren tien mensen.")
    tineke.fills("Wat gebeurt er nu", "Over een maand zitten we weer bij elkaar.")
    tineke.presses("Publiceren")
    assert tineke.heading == f"Wat er is gezegd: {TITLE}"
    tineke.reads("De bus stopt te ver van het dorpshuis.")
    tineke.clicks("Bekijken wie een brief krijgt")
    tineke.reads("Roelf Kamps")
    assert tineke.fetches("2 brieven printen").startswith(b"%PDF")


def _reads_it_by_mail(annie: Visitor) -> None:
    annie.goes_to(annie.link_in_mail(GUEST, "Wat er is gezegd"))
    annie.reads("Er waren tien mensen.")
    annie.reads("Samen eten op vrijdag.")
