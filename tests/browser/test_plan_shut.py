"""The privacy officer judges a look in an emergency and sees nothing of the plan. Who leads the
network, who runs it and who runs the platform get nowhere in a plan."""

from contextlib import closing

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

INGRID = "ingrid.smit@voorbeeld.example"
JAYDEN = "jayden.martina@voorbeeld.example"
WORDS = "Thuis is het altijd druk. Ik kan nergens leren."
PAGES = ("", "wie-mag-wat-zien/", "afspraken/", "overleg/", "berichten/", "documenten/")


def test_a_privacy_officer_judges_a_look_in_an_emergency(visitor: Arrive) -> None:
    ingrid = visitor()
    ingrid.signs_in(INGRID)
    row = ingrid.page.locator("li, article").filter(has_text="Er wacht iets in een plan").first
    with ingrid.page.expect_navigation():
        row.get_by_role("link", name="Openen").click()
    ingrid.looks_over()
    assert ingrid.heading == "Kijken bij spoed"
    ingrid.reads("Coby Zwart")
    ingrid.reads("Mevrouw stond in haar nachtjas op straat en wist niet wie ze kon bellen.")
    ingrid.does_not_read("Ik wil mijn eigen tuintje blijven doen.")
    ingrid.chooses("het was goed")
    ingrid.fills("Waarom vindt u dat?", "Zij was in gevaar en kon het zelf niet zeggen.")
    ingrid.presses("Dit bewaren")
    ingrid.reads("Vertel het eerst aan de bewoner, of stuur de brief. Zet hier dat u dat deed.")
    ingrid.chooses("Ik vertelde het de bewoner, of stuurde de brief")
    ingrid.presses("Dit bewaren")
    ingrid.reads("Bewaard. De bewoner leest het bij het plan.")
    for page in ("", "spoed/hoe-vaak/", "wie-beslist/"):
        ingrid.goes_to(f"/n/presikhaaf/plannen/{page}")
        ingrid.does_not_read("Ik wil mijn eigen tuintje blijven doen.")


def test_who_leads_or_runs_gets_nowhere_in_a_plan(
    visitor: Arrive, hanneke: Visitor, bram: Visitor
) -> None:
    jayden = visitor()
    jayden.signs_in(JAYDEN)
    reached = _all_of_his_plan(jayden)
    assert len(reached) > 25
    for who in (hanneke, bram):
        with closing(who.line()) as line:
            assert {line.gets(path).status for path in reached} <= {404, 405}
            assert {line.posts(path).status for path in reached} <= {404, 405}
    _finds_nothing(hanneke)
    _finds_nothing(bram)


def _all_of_his_plan(jayden: Visitor) -> set[str]:
    """Every address that the pages of his plan lead or send to."""
    jayden.goes_to("/n/presikhaaf/mijn-plan/")
    plan = jayden.path
    found = {plan}
    for page in PAGES:
        jayden.goes_to(plan + page)
        found |= set(
            jayden.page.locator("a[href], form[action]").evaluate_all(
                "all => all.map(one => one.getAttribute('href') || one.getAttribute('action'))"
            )
        )
    return {path.split("#")[0] for path in found if path.startswith("/plan/")}


def _finds_nothing(who: Visitor) -> None:
    """In search, in the list of plans, and in what they take along."""
    with closing(who.line()) as line:
        for path in (
            "/zoeken/?q=nergens+leren",
            "/zoeken/?q=Thuis+is+het+altijd+druk",
            "/n/presikhaaf/plannen/",
            "/mijn-gegevens/bestand/",
            "/mijn-gegevens/wie-keek-er-mee/",
        ):
            answer = line.gets(path)
            assert answer.status in (200, 404), path
            assert WORDS not in answer.text, path
            assert "Jayden" not in answer.text, path
