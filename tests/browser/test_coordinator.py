"""A kartrekker, from signing up to handing over."""

import io
import re

import pypdf
import pytest

from tests.browser.conftest import Arrive
from tests.browser.site import Site
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

ROOS = "roos.verbeek@voorbeeld.example"
OMAR = "omar.idrissi@voorbeeld.example"
NETWORK = "Samen Oost"
HOME = "/n/samen-oost/"


def test_from_signing_up_to_handing_over(demo: Site, visitor: Arrive, bram: Visitor) -> None:
    roos, omar, truus = visitor(), visitor(phone=True), visitor(phone=True)
    _signs_up(roos)
    _starts_a_network(roos)
    _invites_by_mail(roos)
    code = _invites_by_letter(roos)
    _invites_a_list(roos)
    _asks_to_be_public(roos, bram)
    _accepts_by_mail(omar)
    _joins_with_the_letter(truus, code)
    for member in (omar, truus):
        member.goes_to(HOME)
        member.clicks("Naar de route")
        assert member.heading == "Onze route"
    _gets_a_step_done(omar)
    truus.goes_to("/n/samen-oost/route/explore/")
    truus.reads("Schrift bij de koffie in het buurthuis")
    _hands_over(roos, omar)
    _prints_the_route(omar)
    checked = demo.runs("verify-log")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def _signs_up(roos: Visitor) -> None:
    roos.goes_to("/")
    roos.clicks("Start een netwerk")
    roos.clicks("Ik heb nog geen account")
    roos.fills("Voornaam", "Roos")
    roos.fills("Achternaam", "Verbeek")
    roos.fills("E-mailadres", ROOS)
    roos.presses("Volgende")
    roos.fills("Code", roos.code_in_mail(ROOS, "Bevestig uw e-mailadres"))
    roos.presses("Bevestigen")


def _starts_a_network(roos: Visitor) -> None:
    assert roos.heading == "Start een netwerk"
    roos.fills("Hoe heet het netwerk?", NETWORK)
    roos.fills("Waarom begint u, in één zin?", "Wij willen elkaar weer kennen.")
    roos.presses("Volgende")
    for area in ("Elsweide", "Over het Lange Water"):
        roos.page.get_by_label("Zoek uw wijk, dorp of stad").press_sequentially(area[:6])
        roos.presses(f"Kies {area}, buurt in Arnhem")
        roos.finds(f"{area} weghalen", role="button").wait_for()
    roos.presses("Volgende")
    roos.fills("Telefoonnummer van het netwerk", "026 555 02 00")
    roos.presses("Volgende")
    roos.reads("Elsweide")
    roos.reads("Over het Lange Water")
    roos.presses("Start het netwerk")
    roos.reads(f"{NETWORK} is gestart. Welkom!")
    assert roos.path == HOME
    assert roos.page.get_by_role("complementary").get_by_text("Roos Verbeek").is_visible()


def _invites_by_mail(roos: Visitor) -> None:
    roos.clicks("Uitnodigen")
    roos.fills("Naam", "Omar Idrissi")
    roos.chooses("Per e-mail")
    roos.fills("E-mailadres", OMAR)
    roos.fills("Uw eigen woorden", "U kent de hele straat. Doet u mee?")
    roos.presses("Uitnodigen")
    roos.reads("De uitnodiging voor Omar Idrissi is onderweg.")


def _invites_by_letter(roos: Visitor) -> str:
    """Give the code that is printed in the letter."""
    roos.fills("Naam", "Truus Jansen")
    roos.chooses("Per brief")
    roos.fills("Adres voor de brief", "Elsweide 12\n6825 AA Arnhem")
    roos.presses("Uitnodigen")
    assert roos.heading == "Een brief voor Truus Jansen"
    letter = pypdf.PdfReader(io.BytesIO(roos.fetches("Maak de brief (PDF)", role="button")))
    text = letter.pages[0].extract_text()
    assert len(letter.pages) == 1
    assert "Truus Jansen" in text
    assert "026 – 555 02 00" in text
    found = re.search(r"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b", text)
    assert found, text
    return found[0]


def _invites_a_list(roos: Visitor) -> None:
    roos.clicks("Nodig nog iemand uit")
    roos.clicks("Nodig een lijst met mensen uit")
    roos.fills(
        "Namen en e-mailadressen",
        "Ria Blok; ria.blok@voorbeeld.example\nKees zonder adres\n",
    )
    roos.presses("Kijk de lijst na")
    roos.reads("1 regel kunnen wij niet gebruiken")
    roos.reads("Kees zonder adres")
    roos.presses("Stuur 1 uitnodiging")
    roos.reads("1 uitnodiging is onderweg.")
    roos.clicks("Iemand uitnodigen")
    roos.clicks("Nodig een lijst met mensen uit")
    people = "naam;e-mail\nWil Smit;wil.smit@voorbeeld.example\nBo Lang;bo.lang@voorbeeld.example\n"
    roos.page.get_by_label("Of een CSV-bestand").set_input_files(
        {"name": "mensen.csv", "mimeType": "text/csv", "buffer": people.encode()}
    )
    roos.presses("Kijk de lijst na")
    roos.presses("Stuur 2 uitnodigingen")
    roos.reads("2 uitnodigingen zijn onderweg.")
    for address in ("ria.blok", "wil.smit", "bo.lang"):
        assert NETWORK in roos.reads_mail(f"{address}@voorbeeld.example", "nodigt u uit")


def _asks_to_be_public(roos: Visitor, bram: Visitor) -> None:
    roos.goes_to(HOME)
    roos.clicks("Bekijk de openbare pagina")
    roos.presses("Vraag om openbaar te worden")
    bram.goes_to("/vandaag/")
    bram.clicks("Netwerken die openbaar willen zijn")
    bram.clicks(f"Bekijken en beslissen over {NETWORK}")
    bram.reads("Roos Verbeek")
    bram.chooses("Ja")
    bram.presses("Beslissen")
    assert "openbaar" in roos.reads_mail(ROOS, NETWORK)


def _accepts_by_mail(omar: Visitor) -> None:
    omar.goes_to(omar.link_in_mail(OMAR, "Roos Verbeek nodigt u uit"))
    omar.reads("U kent de hele straat. Doet u mee?")
    omar.presses("Ja, graag")
    omar.fills("Voornaam", "Omar")
    omar.fills("Achternaam", "Idrissi")
    omar.presses("Ja, ik doe mee")
    omar.fills("De code uit onze e-mail", omar.code_in_mail(OMAR, "Uw code om mee te doen"))
    omar.presses("Meedoen")
    assert omar.heading == "Waar krijgt u energie van?"
    omar.page.get_by_label("doener").first.check()
    omar.presses("Opslaan")
    assert omar.path == HOME


def _joins_with_the_letter(truus: Visitor, code: str) -> None:
    """Without an e-mail address; with a password, so that she can look for herself later."""
    truus.goes_to("/meedoen/")
    truus.fills("De code van uw brief", code.lower().replace("-", " "))
    truus.presses("Verder")
    truus.fills("Voornaam", "Truus")
    truus.fills("Achternaam", "Jansen")
    truus.presses("Ja, ik doe mee")
    truus.fills("Kies een wachtwoord", "koffie met een koekje")
    truus.presses("Meedoen")
    assert truus.heading == f"Welkom bij {NETWORK}"
    assert truus.page.locator(".wn-code").inner_text()


def _gets_a_step_done(omar: Visitor) -> None:
    omar.goes_to("/n/samen-oost/route/explore/")
    omar.page.get_by_role("link", name=re.compile("^Begin: ")).first.click()
    omar.looks_over()
    omar.chooses("Klaar")
    omar.picks("Wie pakt dit op?", "Omar Idrissi (ik)")
    omar.fills("Waar is het te zien?", "Schrift bij de koffie in het buurthuis")
    omar.presses("Opslaan")
    omar.reads("Opgeslagen. Iedereen in het netwerk kan het zien.")


def _hands_over(roos: Visitor, omar: Visitor) -> None:
    """She leads the network and looks after its settings: two roles, and she hands over both."""
    roos.goes_to("/n/samen-oost/instellingen/")
    roos.reads(f"Wat {NETWORK} over zichzelf zegt.")
    for role in ("kartrekker", "beheerder"):
        roos.goes_to("/n/samen-oost/mijn-plek/")
        roos.clicks(f"Overdragen: {role}")
        roos.picks("Aan wie vraagt u het?", "Omar Idrissi")
        roos.fills("Wat moet deze persoon weten?", "De sleutel ligt bij de balie.")
        roos.presses("Vraag het")
        omar.goes_to("/vandaag/")
        omar.clicks(f"Antwoord: Roos Verbeek vraagt of u {role} wilt worden")
        omar.reads("De sleutel ligt bij de balie.")
        omar.presses("Ja, ik neem dit over")
        omar.reads("De rol is nu van u. Succes!")
    assert roos.gets("/n/samen-oost/instellingen/") == 403
    assert omar.gets("/n/samen-oost/instellingen/") == 200
    roos.goes_to("/n/samen-oost/mijn-plek/")
    roos.reads("U doet mee zonder rol.")


def _prints_the_route(omar: Visitor) -> None:
    omar.goes_to("/n/samen-oost/route/")
    sheet = pypdf.PdfReader(io.BytesIO(omar.fetches("Print de route op één vel (PDF)")))
    assert len(sheet.pages) == 1
    assert NETWORK in sheet.pages[0].extract_text()
