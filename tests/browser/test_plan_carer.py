"""A daughter who cares for two people answers how she is holding up, and chooses who reads it."""

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

ANJA = "anja.evers@voorbeeld.example"
WORDS = "Eén middag per week vrij zou al helpen."


def test_a_carer_of_two_people_says_how_she_is_holding_up(visitor: Arrive) -> None:
    anja = visitor(phone=True)
    anja.signs_in(ANJA)
    anja.goes_to("/n/presikhaaf/plannen/")
    anja.reads("Coby Zwart")
    anja.clicks("Riet Janssen")
    assert anja.heading == "Het plan van Riet Janssen"
    anja.clicks("Hoe houdt u het vol?")
    anja.reads("Met tante Coby erbij wordt het veel. Ik slaap slecht.")
    anja.chooses("het wordt te veel")
    anja.fills("Wat zou u helpen?", WORDS)
    anja.presses("Dit bewaren")
    anja.reads("Bewaard. Alleen u leest het, en wie u kiest.")
    anja.reads(WORDS)
    _chooses_who_reads(anja)
    _of_the_other_it_stays_apart(anja)


def _chooses_who_reads(anja: Visitor) -> None:
    """The nurse only; her mother does not read it."""
    anja.clicks("Kies wie dit mag lezen")
    nurse = anja.page.get_by_label("Ilse Brouwer", exact=False)
    assert nurse.is_checked()
    assert not anja.page.get_by_label("Riet Janssen", exact=False).is_checked()
    anja.presses("Dit bewaren")


def _of_the_other_it_stays_apart(anja: Visitor) -> None:
    anja.goes_to("/n/presikhaaf/plannen/")
    anja.clicks("Coby Zwart")
    anja.clicks("Hoe houdt u het vol?")
    anja.does_not_read(WORDS)
    anja.reads("Alleen u.")
