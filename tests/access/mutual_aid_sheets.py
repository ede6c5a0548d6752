"""Rows of help in figures, and of lists that go in and out. Nobody asked for anything there."""

from typing import Any

from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import Cast
from wijknetwerk.core.pages import Looks


def _kind(_cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "kind": "transport"}


def _file(_cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "what": "vragen", "kind": "csv"}


AT_DESK = {302: "nobody", 404: STRANGERS, 403: "amina els lena ben priya ad", 200: "joost dewi"}

ROWS = [
    Row("mutual_aid:lists", AT_DESK, in_linde),
    Row("mutual_aid:list_out", AT_DESK, _file, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:figures", ALL_MEMBERS, in_linde),
    # Of a kind that nobody waits for there is nothing to take anywhere.
    Row(
        "mutual_aid:to_meedenken",
        {302: "nobody", 404: f"{STRANGERS} {MEMBERS}"},
        _kind,
        method="POST",
    ),
]
