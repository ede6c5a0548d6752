"""Rows of diaries and polls. Amina has a diary, which no role opens; the desk can add a day to it
with her mandate."""

from datetime import timedelta
from typing import Any

from tests.access.row import ALL_MEMBERS, EVERYBODY_SEES, STRANGERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks
from wijknetwerk.voices.access_polls import LINK
from wijknetwerk.voices.models import Diary, DiaryEntry, Poll

LOOK_AFTER = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya",
    200: "joost ad dewi",
}
KEPT = {302: "nobody", 404: f"{STRANGERS} els lena ben priya joost ad dewi", 200: "amina"}


def _diary(cast: Cast) -> Diary:
    return Diary.objects.create(network=cast.linde, person=cast.amina, begun_on=TODAY)


def _at_diary(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _diary(cast).uuid}


def _of_bakker(cast: Cast) -> dict[str, Any]:
    diary = Diary.objects.create(network=cast.linde, person=cast.bakker, begun_on=TODAY)
    return {"slug": "de-linde", "uuid": diary.uuid}


def _day(cast: Cast) -> dict[str, Any]:
    entry = DiaryEntry(network=cast.linde, diary=_diary(cast), on_day=TODAY, noted_by=cast.amina)
    entry.words = "Een goede dag"
    entry.save()
    return {"slug": "de-linde", "uuid": entry.uuid}


def _poll(cast: Cast) -> Poll:
    return Poll.objects.create(
        network=cast.linde,
        question="Wat mist u?",
        choices=["Een bankje", "Een winkel"],
        counts=[0, 0],
        closes_on=TODAY + timedelta(days=14),
    )


def _at_poll(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _poll(cast).uuid}


def _link(cast: Cast) -> dict[str, Any]:
    network = (cast.linde.pk, cast.linde.uuid)
    secret = tokens.issue_link(
        purpose=LINK, subject=_poll(cast).uuid, network=network, lasts=timedelta(days=14)
    )
    return {"secret": secret}


DESK = {302: "nobody", 404: STRANGERS, 403: "amina els lena ben priya ad", 200: "joost dewi"}

ROWS = [
    Row("voices:diaries", ALL_MEMBERS, in_linde),
    Row("voices:diary_new", ALL_MEMBERS, in_linde),
    Row("voices:diary_sheet", ALL_MEMBERS, in_linde),
    Row("voices:diary_share", KEPT, _day),
    Row("voices:diary", KEPT, _at_diary),
    Row("voices:diary_note", DESK, _of_bakker, logs=Looks.PERSON, second_factor=True),
    Row("voices:diary_end", KEPT, _at_diary),
    Row("voices:polls", ALL_MEMBERS, in_linde),
    Row("voices:poll_new", LOOK_AFTER, in_linde),
    Row("voices:poll", ALL_MEMBERS, _at_poll),
    Row("voices:poll_sheet", ALL_MEMBERS, _at_poll),
    Row("voices:poll_paper", LOOK_AFTER, _at_poll),
    Row("voices:poll_link", EVERYBODY_SEES, _link),
    Row("voices:poll_thanks", EVERYBODY_SEES),
]
