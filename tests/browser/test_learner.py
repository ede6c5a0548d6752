"""A learner with an end date: reads until when, works along, gets longer; then the pages close."""

from datetime import timedelta

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor
from wijknetwerk.core import clock
from wijknetwerk.core.templating import date_words

pytestmark = pytest.mark.browser

NETWORK = "/n/presikhaaf/"
SUPERVISOR = "els.vos@voorbeeld.example"
NOOR, DAVID = "noor.kaya@voorbeeld.example", "david.okafor@voorbeeld.example"
ADMINISTRATION = "/n/presikhaaf/leden/beheer/"


def _in_words(days: int) -> str:
    return date_words(clock.today() + timedelta(days=days), weekday=False)


def test_a_learner_until_the_last_day(visitor: Arrive, hanneke: Visitor) -> None:
    noor = visitor(phone=True)
    noor.signs_in(NOOR)
    _reads_until_when(noor)
    _works_along(noor)
    _sees_no_more_than_that(noor)
    learner = _the_supervisor_looks(visitor())
    _gets_longer(hanneke, learner)
    noor.goes_to(NETWORK)
    noor.reads(f"U leert hier tot {_in_words(150)}")


def test_after_the_last_day_the_pages_are_shut(visitor: Arrive, hanneke: Visitor) -> None:
    david = visitor()
    david.signs_in(DAVID)
    david.goes_to(NETWORK)
    assert david.heading == "Presikhaaf"
    _learned_until_today(hanneke)
    for path in ("", "leden/", "route/", "mijn-plek/"):
        assert david.gets(NETWORK + path) == (200 if path == "" else 404)  # the public page stays
    david.goes_to(NETWORK)
    david.may_not("Bekijk iedereen")


def _reads_until_when(noor: Visitor) -> None:
    noor.goes_to(NETWORK)
    noor.reads(f"U leert hier tot {_in_words(90)}")
    noor.clicks("Wat u mag doen")
    noor.reads("U leest en werkt mee aan de route.")
    noor.reads("Op die dag gaan de pagina's van dit netwerk vanzelf dicht.")
    noor.may_not("Maak het langer")


def _works_along(noor: Visitor) -> None:
    """She says about a step of the route what she saw, as any member."""
    noor.goes_to("/n/presikhaaf/route/stap/explore-ask-ten-residents/")
    noor.fills("Notitie", "Ik sprak drie bewoners bij de bus.")
    noor.presses("Opslaan")
    noor.reads("Ik sprak drie bewoners bij de bus.")


def _sees_no_more_than_that(noor: Visitor) -> None:
    assert noor.gets(ADMINISTRATION) in {302, 403}
    assert noor.gets("/n/presikhaaf/uitnodigen/") == 403
    assert noor.gets("/n/presikhaaf/instellingen/") == 403


def _the_supervisor_looks(els: Visitor) -> str:
    """Els sees whom she supervises; making it longer is for who leads the network."""
    els.signs_in(SUPERVISOR)
    els.goes_to("/n/presikhaaf/mijn-plek/")
    els.reads(f"U begeleidt Noor Kaya tot {_in_words(90)}")
    els.clicks("Bekijk het")
    assert els.heading == f"Noor Kaya leert hier tot {_in_words(90)}"
    els.reads("Langer? Wie het netwerk leidt, kan dat regelen.")
    assert els.gets(f"{els.path}langer/") == 403
    return els.path


def _gets_longer(hanneke: Visitor, learner: str) -> None:
    hanneke.goes_to(learner)
    hanneke.clicks("Maak het langer")
    hanneke.fills("Tot welke dag?", str(clock.today() + timedelta(days=20)))
    hanneke.presses("Maak het langer")
    hanneke.reads("Kies een dag na de dag waarop het nu stopt.")
    hanneke.fills("Tot welke dag?", str(clock.today() + timedelta(days=150)))
    hanneke.presses("Maak het langer")
    assert hanneke.heading == f"Noor Kaya leert hier tot {_in_words(150)}"


def _learned_until_today(hanneke: Visitor) -> None:
    """Written down late: he learned along for a week, and today it is over."""
    hanneke.goes_to(f"{ADMINISTRATION}?q=Okafor")
    hanneke.clicks("David Okafor")
    hanneke.clicks("Geef een rol")
    hanneke.chooses("student")
    hanneke.fills("Vanaf welke dag?", str(clock.today() - timedelta(days=7)))
    hanneke.fills("Tot welke dag?", str(clock.today()))
    hanneke.picks("Wie begeleidt?", "Els Vos")
    hanneke.presses("Geef deze rol")
