"""Rows of how the help goes: Amina asks, Els helps, Joost and Dewi keep the desk."""

from datetime import timedelta
from typing import Any

from tests.access.mutual_aid_matches import a_match
from tests.access.row import EVERYBODY, EVERYBODY_SEES, STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.access_checks import CHECK_LINK
from wijknetwerk.mutual_aid.models import FollowUp

MEMBERS = "amina els lena ben priya ad"
OTHERS = "lena ben priya ad"
READS = {302: "nobody", 404: STRANGERS, 403: MEMBERS, 200: "joost dewi"}
ACTS = {302: "nobody joost dewi", 404: STRANGERS, 403: MEMBERS}


def a_check(cast: Cast, **more: Any) -> FollowUp:
    """Amina, whom Els helps since seven weeks, is asked by phone today."""
    found = a_match(cast, "running")
    row: FollowUp = FollowUp.objects.create(
        network=cast.linde, match=found, side="asker", due_on=TODAY, how="phone", **more
    )
    return row


def _check(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": a_check(cast).uuid}


def _unhappy(cast: Cast) -> dict[str, Any]:
    request = a_check(cast).match.request
    request.unhappy_at = NOW
    request.save(update_fields=["unhappy_at"])
    return {"slug": "de-linde", "uuid": request.uuid}


def _needs(cast: Cast) -> dict[str, Any]:
    row = a_check(cast, answered_at=NOW, going="yes", content="yes", need_open=True)
    return {"slug": "de-linde", "uuid": row.uuid}


def _link(cast: Cast) -> dict[str, Any]:
    secret = tokens.issue_link(
        purpose=CHECK_LINK,
        subject=a_check(cast).uuid,
        network=(cast.linde.pk, cast.linde.uuid),
        lasts=timedelta(days=7),
    )
    return {"secret": secret}


ROWS = [
    Row("mutual_aid:checks", READS, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:check_list", READS, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:check_letters", ACTS, in_linde, method="POST"),
    Row("mutual_aid:check_unhappy", READS, _unhappy, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:check_settle", ACTS, _unhappy, method="POST"),
    Row(
        "mutual_aid:check",
        {302: "nobody", 404: f"{STRANGERS} {OTHERS} els", 200: "amina joost dewi"},
        _check,
        logs=Looks.PERSON,
    ),
    Row("mutual_aid:check_missed", ACTS, _check, method="POST"),
    Row("mutual_aid:check_skip", ACTS, _check, method="POST"),
    Row("mutual_aid:check_taken_up", ACTS, _needs, method="POST"),
    Row(
        "mutual_aid:check_letter",
        {302: "nobody", 404: STRANGERS, 403: MEMBERS, 200: "joost dewi"},
        _check,
        method="POST",
    ),
    Row("mutual_aid:check_code", {200: " ".join(EVERYBODY)}),
    Row("mutual_aid:check_opened", {302: " ".join(EVERYBODY)}, sends_on=True),
    Row("mutual_aid:check_thanks", EVERYBODY_SEES),
    Row("mutual_aid:check_link", EVERYBODY_SEES, _link),
]
