"""Three professions and one plan: a nurse ticks from a link in her mail and copies it for her own
file, the general practitioner ticks what was late, welfare takes up what was asked and says what
came of it, and the housing association can't and says why."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

ILSE = "ilse.brouwer@voorbeeld.example"
YUSUF = "yusuf.demir@voorbeeld.example"
ROB = "rob.terpstra@voorbeeld.example"
TOM = "tom.mulder@voorbeeld.example"
PRESSURE = "Ilse meet de bloeddruk, ook als u net bent opgestaan."
PILLS = "De dokter kijkt of er een pil af kan."
WALK = "Kent u iemand die elke week een rondje met Riet wil lopen?"
RAIL = "Kunt u een tweede leuning langs de trap maken?"


def test_a_nurse_ticks_from_her_mail_and_copies_it(visitor: Arrive) -> None:
    ilse = visitor(phone=True)
    link = ilse.link_in_mail(ILSE, "Er wacht iets in een plan")
    ilse.goes_to(link)
    assert ilse.heading == PRESSURE
    ilse.does_not_read("Riet Janssen")
    ilse.presses("Dit is gedaan")
    assert ilse.heading == "Dank u wel"
    assert ilse.gets(link.removeprefix(ilse.address)) == 404  # once
    ilse.signs_in(ILSE)
    ilse.goes_to("/n/presikhaaf/plannen/")
    ilse.clicks("Riet Janssen")
    ilse.clicks("Alles wat is afgesproken")
    ilse.clicks(PRESSURE)
    ilse.reads("klaar")
    ilse.clicks("Kopieer voor mijn dossier")
    ilse.reads(re.compile(re.escape(PRESSURE)))


def test_a_general_practitioner_ticks_what_was_late(visitor: Arrive) -> None:
    yusuf = visitor()
    yusuf.signs_in(YUSUF)
    yusuf.goes_to("/n/presikhaaf/plannen/")
    yusuf.clicks("Riet Janssen")
    yusuf.does_not_read("Uitleg over de brief van de belasting.")
    yusuf.clicks("Alles wat is afgesproken")
    yusuf.clicks(PILLS)
    yusuf.presses("Gedaan")
    yusuf.reads("Bewaard.")
    yusuf.clicks(PILLS)
    yusuf.reads(re.compile("Yusuf Demir"))
    for page in ("plannen/spoed/openen/", "overleg/", "mijn-plan/samen-beginnen/"):
        yusuf.goes_to(f"/n/presikhaaf/{page}")


def test_welfare_takes_up_what_was_asked_and_says_what_came_of_it(visitor: Arrive) -> None:
    rob = visitor(phone=True)
    _opens_what_is_asked(rob, ROB, WALK)
    here = rob.path
    rob.presses("Wij pakken dit op")
    rob.reads("Bewaard.")
    rob.goes_to(here)
    rob.clicks("Gedaan")
    rob.fills("Wat kwam ervan?", "Hilde uit de flat loopt elke dinsdag mee.")
    rob.presses("Versturen")
    assert rob.gets(here) == 404  # it is over, so it is shut


def test_the_housing_association_says_why_it_can_not(visitor: Arrive) -> None:
    tom = visitor()
    _opens_what_is_asked(tom, TOM, RAIL)
    here = tom.path
    tom.clicks("Wij kunnen dit niet oppakken")
    tom.fills("Waarom niet?", "Een leuning vraagt u aan bij de gemeente.")
    tom.presses("Versturen")
    assert tom.gets(here) == 404
    riet = visitor(phone=True)
    riet.signs_in("riet.janssen@voorbeeld.example")
    riet.goes_to("/n/presikhaaf/mijn-plan/")
    riet.clicks("Alles wat is afgesproken")
    riet.clicks(RAIL)
    riet.reads("Een leuning vraagt u aan bij de gemeente.")


def _opens_what_is_asked(who: Visitor, login: str, what: str) -> None:
    """Vandaag says only that something waits in a plan; behind it stands this one question."""
    who.signs_in(login)
    who.does_not_read(what)
    row = who.page.locator("li, article").filter(has_text="Er wacht iets in een plan").first
    with who.page.expect_navigation():
        row.get_by_role("link", name="Openen").click()
    who.looks_over()
    who.clicks(what)
    assert who.heading == what
