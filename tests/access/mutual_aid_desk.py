"""Rows of the desk: Joost and Dewi keep it; Joost goes on holiday and Dewi is asked."""

from datetime import timedelta
from typing import Any

from tests.access.row import STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.models import DeskAway

OTHERS = "amina els lena ben priya ad"
AT_DESK = {302: "nobody", 404: STRANGERS, 403: OTHERS, 200: "joost dewi"}
ACTS = {302: "nobody joost dewi", 404: STRANGERS, 403: OTHERS}


def _away(cast: Cast) -> dict[str, Any]:
    made = DeskAway.objects.create(
        network=cast.linde,
        who=cast.members["joost"],
        substitute=cast.members["dewi"],
        from_on=TODAY,
        until_on=TODAY + timedelta(days=7),
        asked_at=NOW,
    )
    return {"slug": "de-linde", "uuid": made.uuid}


LOOKS: dict[str, Any] = {"logs": Looks.LIST, "second_factor": True}
ANSWERS = {302: "nobody dewi", 404: f"{STRANGERS} joost", 403: OTHERS}

ROWS = [
    Row("mutual_aid:desk", AT_DESK, in_linde, **LOOKS),
    Row("mutual_aid:desk_calls", AT_DESK, in_linde, **LOOKS),
    Row("mutual_aid:desk_calls_paper", AT_DESK, in_linde, **LOOKS),
    Row("mutual_aid:desk_counter", ACTS, in_linde, method="POST", data={"on": "yes"}),
    Row("mutual_aid:desk_map", AT_DESK, in_linde, second_factor=True),
    Row("mutual_aid:desk_map_points", AT_DESK, in_linde, second_factor=True),
    Row("mutual_aid:away", AT_DESK, in_linde),
    Row("mutual_aid:away_show", AT_DESK, _away, **LOOKS),
    Row("mutual_aid:away_paper", AT_DESK, _away, **LOOKS),
    Row("mutual_aid:away_answer", ANSWERS, _away, method="POST", data={"answer": "yes"}),
    Row("mutual_aid:away_end", ACTS, _away, method="POST"),
]
