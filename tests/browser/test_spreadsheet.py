"""Tineke reads in the spreadsheet that the desk kept until now: she looks it over, chooses who is
who, and finds what was read at the desk."""

import pytest

from tests.browser.conftest import Arrive

pytestmark = pytest.mark.browser
TINEKE = "tineke.huizing@voorbeeld.example"
LIST = """Naam;Telefoon;Postcode;Hulpvraag;Aanbod;Lievelingskleur
Trientje Wolthuis;0597-551299;9698 AB;Wie snoeit de heg voor mij?;;blauw
Trientje Wolthuis;0597-551298;9699;;Boodschappen halen;
;0597-551297;9698;Iets in de tuin;;
Egbert Loots;geen;9698;Een praatje;;
"""


def test_a_desk_reads_in_its_spreadsheet(visitor: Arrive) -> None:
    tineke = visitor()
    tineke.signs_in(TINEKE)
    tineke.goes_to("/n/wedde/hulp/balie/")
    tineke.clicks("Lijsten voor een rekenblad")
    tineke.clicks("Een lijst inlezen")
    file = {"name": "balie.csv", "mimeType": "text/csv", "buffer": LIST.encode("cp1252")}
    tineke.page.get_by_label("Uw bestand").set_input_files(file)  # type: ignore[arg-type]
    tineke.presses("Kijk de lijst na")
    tineke.reads("2 regels kunnen niet worden ingelezen")
    tineke.reads("Regel 4: Er staat geen naam.")
    tineke.reads("Regel 5 (Egbert Loots): Dit is geen telefoonnummer.")
    tineke.reads("Deze kolommen lezen wij niet: Lievelingskleur")
    # Two people of one name, never merged unasked: of the second she is asked who it is.
    tineke.reads("Dezelfde als Trientje Wolthuis op regel 2")
    tineke.page.locator("input[name=who-3][value=new]").check()
    tineke.chooses("gezegd, aan de telefoon")
    tineke.presses("Inlezen")
    tineke.reads("2 regels zijn ingelezen.")
    tineke.clicks("Naar de balie")
    tineke.reads("Wie snoeit de heg voor mij?")
    tineke.does_not_read("Egbert Loots")
