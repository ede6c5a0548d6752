"""Rows of offers, of people at the desk, and of settings. Els helps; Joost keeps the desk."""

from typing import Any

from tests.access.mutual_aid_desk import AT_DESK
from tests.access.mutual_aid_matches import help_offer
from tests.access.row import ALL_MEMBERS, STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.models import HelperFact, Neighbour


def _offer(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": help_offer(cast).uuid}


def _paused(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": help_offer(cast, paused_from=TODAY).uuid}


def _person(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": help_offer(cast).helper.uuid}


def _outsider(cast: Cast) -> dict[str, Any]:
    made = Neighbour(
        network=cast.linde, said_yes_at=NOW, said_how="phone", sentence="Mag dit?", sentence_hash=""
    )
    made.name = "Geert Mulder"
    made.save()
    return {"slug": "de-linde", "uuid": made.uuid}


def _fact(cast: Cast) -> dict[str, Any]:
    helper = help_offer(cast).helper
    fact = HelperFact.objects.create(network=cast.linde, helper=helper, kind="met", on=TODAY)
    return {"slug": "de-linde", "uuid": helper.uuid, "fact": fact.uuid}


OTHERS = "amina lena ben priya ad"
THEIRS = {302: "nobody", 404: f"{STRANGERS} {OTHERS}", 200: "els joost dewi"}
READERS = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya",
    200: "joost ad dewi",
}
LEADERS = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya joost",
    200: "ad dewi",
}

ROWS = [
    Row("mutual_aid:offer_new", ALL_MEMBERS, in_linde),
    Row("mutual_aid:offer_note", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:offer_paper", AT_DESK, in_linde),
    Row("mutual_aid:offer", THEIRS, _offer, logs=Looks.PERSON),
    Row("mutual_aid:offer_change", THEIRS, _offer, logs=Looks.PERSON),
    Row("mutual_aid:offer_pause", THEIRS, _offer, logs=Looks.PERSON),
    Row(
        "mutual_aid:offer_resume",
        {302: "nobody els joost dewi", 404: f"{STRANGERS} {OTHERS}"},
        _paused,
        method="POST",
    ),
    Row("mutual_aid:offer_end", THEIRS, _offer, logs=Looks.PERSON),
    Row("mutual_aid:people", AT_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("mutual_aid:person", AT_DESK, _person, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:person_change", THEIRS, _person, logs=Looks.PERSON),
    Row("mutual_aid:person_erase", AT_DESK, _outsider, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:fact_note", AT_DESK, _person, logs=Looks.PERSON, second_factor=True),
    Row(
        "mutual_aid:fact_remove",
        {302: "nobody joost dewi", 404: STRANGERS, 403: f"{OTHERS} els"},
        _fact,
        method="POST",
    ),
    Row("mutual_aid:settings", READERS, in_linde),
    Row("mutual_aid:settings_change", LEADERS, in_linde),
    Row("mutual_aid:code", ALL_MEMBERS, in_linde),
    Row("mutual_aid:code_paper", ALL_MEMBERS, in_linde),
    Row("mutual_aid:insurance", ALL_MEMBERS, in_linde),
]
