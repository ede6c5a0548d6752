"""Rows of resting, stopping and what was learned."""

from datetime import timedelta
from typing import Any

from tests.access.networks_people import FOR_LEADERS, NOT_LEADERS
from tests.access.row import ALL_MEMBERS, EVERYBODY_SEES, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core import clock
from wijknetwerk.core.pages import Looks
from wijknetwerk.networks.models import Stop, WhereNext


def _stopping(cast: Cast) -> dict[str, Any]:
    day = TODAY + timedelta(days=20)
    Stop.objects.create(
        network=cast.linde,
        stops_on=day,
        why="Wij zijn met te weinig.",
        started_by=cast.dewi,
        started_at=clock.now(),
        others_at_start=0,
    )
    cast.linde.stops_on = day
    cast.linde.save()
    return {"slug": "de-linde"}


def _part(cast: Cast) -> dict[str, Any]:
    return {**_stopping(cast), "part": "people"}


def _question(cast: Cast) -> dict[str, Any]:
    return {**_stopping(cast), "question": "goal"}


def _place(cast: Cast) -> dict[str, Any]:
    where = _stopping(cast)
    made = WhereNext.objects.create(
        network=cast.linde,
        stop=Stop.objects.get(network=cast.linde),
        what="Boodschappen",
        name="Buurtpunt",
        phone="0265550100",
    )
    return {**where, "place": made.uuid}


def _resting(cast: Cast) -> dict[str, Any]:
    cast.linde.paused_on = TODAY
    cast.linde.save()
    return {"slug": "de-linde"}


ROWS = [
    Row("networks:stopped_lessons", EVERYBODY_SEES),
    Row("networks:ending", ALL_MEMBERS, _stopping),
    Row("networks:pause", FOR_LEADERS, in_linde),
    Row(
        "networks:resume",
        {302: "nobody ad", 403: NOT_LEADERS, 404: STRANGERS, 409: "dewi"},  # ad was first
        _resting,
        method="POST",
    ),
    Row("networks:stop_start", FOR_LEADERS, in_linde),
    Row(
        "networks:stop_answer",
        {302: f"nobody {MEMBERS}", 404: STRANGERS},
        _stopping,
        method="POST",
        data={"said": "read"},
    ),
    Row("networks:stop_call_off", FOR_LEADERS, _stopping),
    Row("networks:stop_steps", FOR_LEADERS, _stopping),
    Row("networks:stop_part", FOR_LEADERS, _part),
    Row("networks:stop_places", FOR_LEADERS, _stopping),
    Row(
        "networks:stop_place_remove",
        {302: "nobody ad", 403: NOT_LEADERS, 404: f"{STRANGERS} dewi"},  # ad was first
        _place,
        method="POST",
    ),
    Row("networks:stop_calls", FOR_LEADERS, _stopping, logs=Looks.LIST, second_factor=True),
    Row("networks:stop_letters", FOR_LEADERS, _stopping, logs=Looks.LIST, second_factor=True),
    Row("networks:stop_lessons", FOR_LEADERS, _stopping),
    Row("networks:stop_archive", FOR_LEADERS, _stopping),
    Row("networks:exit_talk", ALL_MEMBERS, _stopping),
    Row("networks:exit_question", ALL_MEMBERS, _question),
    Row("networks:exit_note", FOR_LEADERS, _question),
    Row("networks:goes_on", FOR_LEADERS, in_linde),
]
