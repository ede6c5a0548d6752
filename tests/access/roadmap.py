"""Rows of the route. Members read and work on it, a learner too; the content is public."""

from datetime import timedelta
from typing import Any

from tests.access.row import ALL_MEMBERS, EVERYBODY_SEES, MEMBERS, STRANGERS, Row
from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.pages import Looks
from wijknetwerk.roadmap.models import SuggestionDismissal
from wijknetwerk.roadmap.tests.conftest import lay_route

# Whoever says what stands there already is sent on as well: nothing is stored twice.
MEMBERS_SAVE = {302: f"nobody {MEMBERS}", 404: STRANGERS}
STEP = "shape-coordinator"
SAID = {"status": "busy", "note": "We zoeken iemand.", "where_to_see": "", "number": "0"}


def _with_content(**parts: str) -> Any:
    def where(_cast: Cast) -> dict[str, Any]:
        lay_route()
        return parts

    return where


_in_linde = _with_content(slug="de-linde")
_phase = _with_content(slug="de-linde", phase="shape")
_step = _with_content(slug="de-linde", code=STEP)

_suggestion = _with_content(slug="de-linde", code="roadmap.no_municipality")


def _put_aside(cast: Cast) -> dict[str, Any]:
    with scope.acting(SYSTEM):
        made = SuggestionDismissal.objects.create(
            network=cast.linde,
            code="roadmap.no_municipality",
            reason="Nu niet.",
            dismissed_by=cast.dewi,
            dismissed_at=NOW,
            until_on=TODAY + timedelta(weeks=12),
        )
    return {"slug": "de-linde", "uuid": made.uuid}


ROWS = [
    Row("roadmap:route", ALL_MEMBERS, _in_linde),
    Row("roadmap:phase", ALL_MEMBERS, _phase),
    Row("roadmap:step", ALL_MEMBERS, _step),
    Row(
        "roadmap:step",
        MEMBERS_SAVE,
        _step,
        method="POST",
        data=SAID,
    ),
    Row("roadmap:phase_words", ALL_MEMBERS, _phase),
    Row(
        "roadmap:phase_words",
        MEMBERS_SAVE,
        _phase,
        method="POST",
        data={"text": "we kennen elkaar", "read": ""},
    ),
    Row("roadmap:suggestions", ALL_MEMBERS, _in_linde),
    Row("roadmap:suggestion_aside", ALL_MEMBERS, _suggestion),
    Row(
        "roadmap:suggestion_aside",
        MEMBERS_SAVE,
        _suggestion,
        method="POST",
        data={"reason": "Nu niet."},
    ),
    Row("roadmap:suggestion_back", MEMBERS_SAVE, _put_aside, method="POST"),
    Row("roadmap:print", ALL_MEMBERS, _in_linde, logs=Looks.LIST),
    Row("roadmap:knowledge", EVERYBODY_SEES, _with_content()),
    Row("roadmap:public_route", EVERYBODY_SEES, _with_content()),
    Row("roadmap:public_phase", EVERYBODY_SEES, _with_content(phase="anchor")),
    Row("roadmap:public_step", EVERYBODY_SEES, _with_content(code=STEP)),
    Row("roadmap:factors", EVERYBODY_SEES, _with_content()),
    Row("roadmap:recommendations", EVERYBODY_SEES, _with_content()),
    Row("roadmap:reader", EVERYBODY_SEES, _with_content(reader="residents")),
]
