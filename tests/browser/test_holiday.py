"""Jan Peters goes on holiday; Hanneke de Wit keeps the desk of Presikhaaf meanwhile."""

from datetime import timedelta

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor
from wijknetwerk.core import clock

pytestmark = pytest.mark.browser
HOLIDAY = "/n/presikhaaf/hulp/balie/vakantie/"


def test_the_desk_goes_to_a_colleague_and_comes_back(visitor: Arrive, hanneke: Visitor) -> None:
    jan = visitor()
    jan.signs_in("jan.peters@voorbeeld.example")
    jan.goes_to(HOLIDAY)
    jan.picks("Wie neemt de balie voor u over?", "Hanneke de Wit")
    today = clock.today()
    jan.fills("Eerste dag dat u weg bent", today.isoformat())
    jan.fills("Dag dat u terug bent", (today + timedelta(days=9)).isoformat())
    jan.fills("Wat is goed om te weten?", "De sleutel van de zaal ligt bij de bakker.")
    jan.presses("Vraag het")
    jan.reads("nog geen antwoord")

    hanneke.goes_to("/vandaag/")
    hanneke.reads("Neemt u de balie over van Jan Peters?")
    hanneke.clicks("Lezen en antwoorden: Neemt u de balie over van Jan Peters?")
    hanneke.reads("De sleutel van de zaal ligt bij de bakker.")
    hanneke.reads("Zij wachten")
    hanneke.presses("Ja, dat doe ik")
    assert hanneke.fetches("Print deze pagina").startswith(b"%PDF")

    jan.goes_to(HOLIDAY)
    jan.reads("Hanneke de Wit neemt de balie voor u over")
    jan.clicks("Hanneke de Wit neemt de balie voor u over")
    jan.opens("Eerder terug?")
    jan.presses("Stop dit nu")
    jan.does_not_read("Hanneke de Wit neemt de balie")
    hanneke.goes_to("/vandaag/")
    hanneke.does_not_read("Neemt u de balie over")
