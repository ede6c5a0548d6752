"""Rows of the demo's own pages, which exist in the demo only."""

from typing import Any

from tests.access.row import EVERYBODY_SEES, Row
from tests.cast import Cast
from wijknetwerk.core.outbox.queue import store


def _a_mail(_cast: Cast) -> dict[str, Any]:
    return {"mail": store("tests", "iemand@voorbeeld.example", "Dag", "Tekst").uuid}


ROWS = [
    Row("demo:post", EVERYBODY_SEES),
    Row("demo:letter", EVERYBODY_SEES, where=_a_mail),
]
