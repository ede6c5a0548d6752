"""Rows of help in figures, and of lists that go in and out. Nobody asked for anything there."""

from typing import Any

from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import Cast


def _kind(_cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "kind": "transport"}


ROWS = [
    Row("mutual_aid:figures", ALL_MEMBERS, in_linde),
    # Of a kind that nobody waits for there is nothing to take anywhere.
    Row(
        "mutual_aid:to_meedenken",
        {302: "nobody", 404: f"{STRANGERS} {MEMBERS}"},
        _kind,
        method="POST",
    ),
]
