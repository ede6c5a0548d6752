"""A resident with a letter and a telephone: joins, looks, decides what is shared, and leaves."""

import io
import re

import pypdf
import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

MINE = "/n/presikhaaf/mijn-plek/"


@pytest.mark.parametrize(
    ("given", "family", "scripts"),
    [("Nel", "Kuiper", True), ("Arie", "Bos", False)],
    ids=["with scripts", "without scripts"],
)
def test_from_a_letter_to_leaving(
    visitor: Arrive, hanneke: Visitor, given: str, family: str, scripts: bool
) -> None:
    code = _letter_for(hanneke, f"{given} {family}")
    resident = visitor(phone=True, scripts=scripts)
    _joins(resident, code, given, family)
    _sees_the_network(resident)
    _shares_a_phone_number(resident)
    _reads_what_is_kept(resident, family)
    _somebody_looks(hanneke, f"{given} {family}")
    _reads_who_looked(resident)
    _stops_sharing(resident)
    _leaves(resident)


def _letter_for(hanneke: Visitor, name: str) -> str:
    """The code in the letter that the coordinator prints."""
    hanneke.goes_to("/n/presikhaaf/uitnodigen/")
    hanneke.fills("Naam", name)
    hanneke.chooses("Per brief")
    hanneke.presses("Uitnodigen")
    letter = pypdf.PdfReader(io.BytesIO(hanneke.fetches("Maak de brief (PDF)", role="button")))
    found = re.search(r"\b[A-Z0-9]{5}-[A-Z0-9]{5}\b", letter.pages[0].extract_text())
    assert found
    return found[0]


def _joins(resident: Visitor, code: str, given: str, family: str) -> None:
    resident.goes_to("/meedoen/")
    resident.fills("De code van uw brief", "AAAAA-AAAAA")
    resident.presses("Verder")
    resident.reads("Eén ding klopt nog niet")
    resident.fills("De code van uw brief", code)
    resident.presses("Verder")
    assert resident.heading == "Hanneke de Wit nodigt u uit om mee te doen met Presikhaaf"
    resident.fills("Voornaam", given)
    resident.fills("Achternaam", family)
    resident.fills("Telefoonnummer", "06 12 34 56 78")
    resident.presses("Ja, ik doe mee")
    resident.fills("Kies een wachtwoord", "brood met dikke kaas")
    resident.presses("Meedoen")
    assert resident.heading == "Welkom bij Presikhaaf"


def _sees_the_network(resident: Visitor) -> None:
    resident.clicks("Naar Presikhaaf")
    resident.clicks("Bekijk iedereen")
    resident.reads("Hanneke de Wit")
    resident.goes_to("/n/presikhaaf/")
    resident.clicks("Naar de route")
    assert resident.heading == "Onze route"
    resident.clicks("Verankeren")
    resident.reads("Verankeren: stappen")


def _shares_a_phone_number(resident: Visitor) -> None:
    resident.goes_to(MINE)
    resident.chooses("Leden van het netwerk mogen mijn telefoonnummer zien")
    resident.presses("Opslaan")
    resident.goes_to("/n/presikhaaf/leden/")
    resident.reads("06 – 12 34 56 78")


def _reads_what_is_kept(resident: Visitor, family: str) -> None:
    resident.goes_to("/vandaag/")
    resident.opens("Meer")
    resident.clicks("Mijn gegevens")
    resident.reads(family)
    resident.clicks("Lees of print alles")
    resident.reads("06 – 12 34 56 78")


def _somebody_looks(hanneke: Visitor, name: str) -> None:
    hanneke.goes_to("/n/presikhaaf/leden/beheer/?q=" + name.split()[1])
    hanneke.clicks(name)


def _reads_who_looked(resident: Visitor) -> None:
    resident.goes_to("/mijn-gegevens/")
    resident.clicks("Wie keek mee?")
    resident.reads("Hanneke de Wit")
    resident.reads("Zag uw contactgegevens")
    resident.does_not_read("Deed iets met uw gegevens")  # every event has words of its own


def _stops_sharing(resident: Visitor) -> None:
    resident.clicks("Terug naar mijn gegevens")
    resident.clicks("Wat ik deel")
    resident.presses("Deel dit niet meer")
    resident.goes_to("/n/presikhaaf/leden/")
    resident.does_not_read("06 – 12 34 56 78")


def _leaves(resident: Visitor) -> None:
    resident.goes_to(MINE)
    resident.clicks("Ik wil stoppen")
    resident.presses("Ja, ik stop")
    assert resident.heading == "U bent gestopt"
    assert resident.gets("/n/presikhaaf/route/") == 404
    assert resident.gets("/mijn-gegevens/") == 200
