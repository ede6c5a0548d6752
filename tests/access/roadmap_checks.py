"""Rows of the questions to ourselves. Members answer, a learner too; who leads asks and closes."""

from typing import Any

from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row
from tests.cast import TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.roadmap.models import CheckRound
from wijknetwerk.roadmap.tests.conftest import lay_route

LEADERS = "ad dewi"
NOT_LEADERS = "amina els lena ben priya joost"
ONLY_LEADERS = {200: LEADERS, 302: "nobody", 403: NOT_LEADERS, 404: STRANGERS}
# The administrator comes first; the coordinator hears that it was done already.
ASKED_ONCE = {302: "nobody ad", 200: "dewi", 403: NOT_LEADERS, 404: STRANGERS}
CLOSED_ONCE = {302: "nobody ad", 403: NOT_LEADERS, 404: STRANGERS, 409: "dewi"}
# Who can answer in more than one name is asked in which.
ANSWER = {200: "els ad dewi joost ben priya", 302: "nobody amina lena", 404: STRANGERS}


def _in_linde(_cast: Cast) -> dict[str, Any]:
    lay_route()
    return {"slug": "de-linde"}


def _to_ask(cast: Cast) -> dict[str, Any]:
    return {**_in_linde(cast), "kind": "readiness"}


def _round(cast: Cast) -> dict[str, Any]:
    parts = _in_linde(cast)
    asked = CheckRound.objects.create(network=cast.linde, kind="self_check", opened_on=TODAY)
    return {**parts, "uuid": asked.uuid}


def _to_note(cast: Cast) -> dict[str, Any]:
    return {**_round(cast), "member": cast.members["bakker"].uuid}


FACTORS = (
    *("take-time", "start-small", "shared-ambition", "horizon"),
    *("coordinator", "residents-needs", "continuity-flexibility", "lasting-funding"),
)
ANSWERS = {"number": "0", **{f"reply_{code}": "yes" for code in FACTORS}}

ROWS = [
    Row("roadmap:checks", ALL_MEMBERS, _in_linde),
    Row("roadmap:check_open", ONLY_LEADERS, _to_ask),
    Row("roadmap:check_open", ASKED_ONCE, _to_ask, method="POST", data={"whom": "all"}),
    Row("roadmap:check", ALL_MEMBERS, _round),
    Row("roadmap:check_answer", ALL_MEMBERS, _round),
    Row(
        "roadmap:check_answer",
        ANSWER,
        _round,
        method="POST",
        data=ANSWERS,
    ),
    # Nobody gave a mandate: the desk may know of it, and may not yet.
    Row(
        "roadmap:check_note",
        {302: "nobody", 403: MEMBERS, 404: STRANGERS},
        _to_note,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row("roadmap:check_close", ONLY_LEADERS, _round),
    Row(
        "roadmap:check_close",
        CLOSED_ONCE,
        _round,
        method="POST",
        data={"decision": "We beginnen klein."},
    ),
    Row("roadmap:check_print", ALL_MEMBERS, _round, logs=Looks.LIST),
]
