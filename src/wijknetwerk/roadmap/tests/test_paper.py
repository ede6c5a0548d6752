"""The route on one A4: one page, tagged, with the same words as on the screen."""

from io import BytesIO

import pytest
from django.utils import translation
from pypdf import PdfReader

from tests.cast import Cast
from wijknetwerk.core import scope
from wijknetwerk.roadmap import paper, selectors, services
from wijknetwerk.roadmap.services import StepState

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

LONG = "Op het prikbord bij de koffie, naast de deur. " * 6


def _sheet(cast: Cast) -> PdfReader:
    with scope.acting(cast.actor("amina")), translation.override("nl"):
        content = selectors.content("nl")
        lines = selectors.lines_of(cast.linde, content)
        places = selectors.where_we_are(cast.linde, content, lines)
        return PdfReader(BytesIO(paper.route_sheet(cast.linde.name, places, lines)))


def _fill(cast: Cast, where: str) -> None:
    actor = cast.actor("amina")
    with scope.acting(actor):
        for step in selectors.content("nl").steps:
            services.change_step(
                actor=actor,
                network=cast.linde,
                step=step.code,
                read_number=0,
                said=StepState("busy", "Een lange notitie. " * 50, where, cast.members["bas"].uuid),
            )


@pytest.mark.parametrize("where", ["", "Op het prikbord", LONG], ids=["none", "short", "long"])
def test_it_is_one_sheet_whatever_is_written(cast: Cast, where: str) -> None:
    if where:
        _fill(cast, where)
    assert len(_sheet(cast).pages) == 1


def test_the_words_of_the_screen_are_on_it_and_notes_are_not(cast: Cast) -> None:
    _fill(cast, "Op het prikbord")
    told = _sheet(cast).pages[0].extract_text()
    for phase in selectors.content("nl").phases:
        assert phase.name in told
    for step in selectors.content("nl").steps:
        assert step.title.split()[0] in told
    assert "Bas van der Meer" in told
    assert "Op het prikbord" in told
    assert "Een lange notitie" not in told


def test_it_is_tagged_and_says_its_title_and_language(cast: Cast) -> None:
    sheet = _sheet(cast)
    root = sheet.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert sheet.metadata is not None
    assert "De Linde" in str(sheet.metadata.title)
