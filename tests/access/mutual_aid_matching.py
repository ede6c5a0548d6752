"""Rows of who could help: Amina asks, Els offers, Joost and Dewi keep the desk."""

from typing import Any

from tests.access.mutual_aid_matches import help_offer, help_request
from tests.access.row import STRANGERS, Row, in_linde
from tests.cast import Cast
from wijknetwerk.core.pages import Looks

MEMBERS = "amina els lena ben priya ad"
READS = {302: "nobody", 404: STRANGERS, 403: MEMBERS, 200: "joost dewi"}
ACTS = {302: "nobody joost dewi", 404: STRANGERS, 403: MEMBERS}


def _asked(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": help_request(cast).uuid}


def _chosen(cast: Cast) -> dict[str, Any]:
    return {**_asked(cast), "offer": help_offer(cast).uuid}


ROWS = [
    Row("mutual_aid:helpers", READS, _asked, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:helper_choose", ACTS, _chosen, method="POST"),
    Row("mutual_aid:matching", READS, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:matching_start", ACTS, in_linde, method="POST"),
    Row("mutual_aid:matching_stop", ACTS, in_linde, method="POST"),
]
