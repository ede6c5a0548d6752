"""Rows of the route. Members read and work on it, a learner too; the content is public."""

from typing import Any

from tests.access.row import ALL_MEMBERS, EVERYBODY_SEES, MEMBERS, STRANGERS, Row
from tests.cast import SYSTEM, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.roadmap import services

STEP = "shape-coordinator"
SAID = {"status": "busy", "note": "We zoeken iemand.", "where_to_see": "", "number": "0"}


def _with_content(**parts: str) -> Any:
    def where(_cast: Cast) -> dict[str, Any]:
        services.load_content(actor=SYSTEM)
        return parts

    return where


_in_linde = _with_content(slug="de-linde")
_phase = _with_content(slug="de-linde", phase="shape")
_step = _with_content(slug="de-linde", code=STEP)

ROWS = [
    Row("roadmap:route", ALL_MEMBERS, _in_linde),
    Row("roadmap:phase", ALL_MEMBERS, _phase),
    Row("roadmap:step", ALL_MEMBERS, _step),
    Row(
        "roadmap:step",
        # The first to save is sent on; who still sees version 0 is shown both texts (409).
        {302: "nobody amina", 404: STRANGERS, 409: MEMBERS.removeprefix("amina ")},
        _step,
        method="POST",
        data=SAID,
    ),
    Row("roadmap:phase_words", ALL_MEMBERS, _phase),
    Row(
        "roadmap:phase_words",
        {302: "nobody amina", 404: STRANGERS, 409: MEMBERS.removeprefix("amina ")},
        _phase,
        method="POST",
        data={"text": "we kennen elkaar", "read": ""},
    ),
    Row("roadmap:print", ALL_MEMBERS, _in_linde, logs=Looks.LIST),
    Row("roadmap:knowledge", EVERYBODY_SEES, _with_content()),
    Row("roadmap:public_route", EVERYBODY_SEES, _with_content()),
    Row("roadmap:public_phase", EVERYBODY_SEES, _with_content(phase="anchor")),
    Row("roadmap:public_step", EVERYBODY_SEES, _with_content(code=STEP)),
    Row("roadmap:factors", EVERYBODY_SEES, _with_content()),
    Row("roadmap:recommendations", EVERYBODY_SEES, _with_content()),
    Row("roadmap:reader", EVERYBODY_SEES, _with_content(reader="residents")),
]
