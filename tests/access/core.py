"""Rows of core."""

from tests.access.row import ALL_SIGNED_IN, EVERYBODY, EVERYBODY_SEES, SIGNED_IN, Row

ROWS = [
    Row("core:healthz", EVERYBODY_SEES),
    Row("core:readyz", EVERYBODY_SEES),
    Row("core:metrics", {404: " ".join(EVERYBODY)}),
    Row("core:components", EVERYBODY_SEES),
    Row("core:draft", {302: "nobody", 400: SIGNED_IN}, method="POST"),
    Row("core:still_there", ALL_SIGNED_IN),
    Row(
        "core:set_language",
        {302: " ".join(EVERYBODY)},
        method="POST",
        data={"language": "en"},
    ),
]
