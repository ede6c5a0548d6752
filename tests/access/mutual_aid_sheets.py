"""Rows of help in figures, and of lists that go in and out. Nobody asked for anything there."""

from typing import Any

from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import NOW, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.models import SheetImport


def _kind(_cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "kind": "transport"}


def _file(_cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "what": "vragen", "kind": "csv"}


def _sheet(cast: Cast) -> dict[str, Any]:
    made = SheetImport.objects.create(
        network=cast.linde,
        by=cast.members["joost"],
        content='[["Naam"], [2, "Geert"]]',
        digest="0" * 64,
        in_all=1,
        given_at=NOW,
    )
    return {"slug": "de-linde", "uuid": made.uuid}


AT_DESK = {302: "nobody", 404: STRANGERS, 403: "amina els lena ben priya ad", 200: "joost dewi"}
DESK_ACTS = {302: "nobody joost dewi", 404: STRANGERS, 403: "amina els lena ben priya ad"}

ROWS = [
    Row("mutual_aid:lists", AT_DESK, in_linde),
    Row("mutual_aid:list_out", AT_DESK, _file, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:sheet_new", AT_DESK, in_linde),
    Row("mutual_aid:sheet", AT_DESK, _sheet, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:sheet_match", DESK_ACTS, _sheet, method="POST"),
    # The first lets it go; for the next there is nothing to let go.
    Row(
        "mutual_aid:sheet_stop",
        {**DESK_ACTS, 302: "nobody joost", 404: f"{STRANGERS} dewi"},
        _sheet,
        method="POST",
    ),
    Row("mutual_aid:figures", ALL_MEMBERS, in_linde),
    # Of a kind that nobody waits for there is nothing to take anywhere.
    Row(
        "mutual_aid:to_meedenken",
        {302: "nobody", 404: f"{STRANGERS} {MEMBERS}"},
        _kind,
        method="POST",
    ),
]
