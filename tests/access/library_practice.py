"""Rows of the practice examples: everybody reads them."""

from typing import Any

from tests.access.row import EVERYBODY, EVERYBODY_SEES, Row
from tests.cast import Cast


def _example(_cast: Cast) -> dict[str, Any]:
    return {"code": "wedde"}


ROWS = [
    Row("library:practice_examples", EVERYBODY_SEES),
    Row("library:practice_example", EVERYBODY_SEES, _example),
    Row("library:practice_compare", EVERYBODY_SEES),
    Row("library:practice_print", {404: " ".join(EVERYBODY)}),  # nothing was chosen
]
