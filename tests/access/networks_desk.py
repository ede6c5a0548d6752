"""Rows of the desk: calls, and noting down for somebody."""

from datetime import timedelta
from typing import Any

from tests.access.row import MEMBERS, STRANGERS, Row, in_linde
from tests.cast import Cast
from wijknetwerk.core import clock
from wijknetwerk.core.pages import Looks
from wijknetwerk.networks.models import DeskCall, Mandate

NOTES = "joost dewi"
DONT = "amina els lena ben priya ad"
FOR_DESK = {302: "nobody", 404: STRANGERS, 403: DONT, 200: NOTES}


def _bakker(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": cast.members["bakker"].uuid}


def _call(cast: Cast) -> dict[str, Any]:
    made = DeskCall.objects.create(
        network=cast.linde,
        person=cast.bakker,
        membership=cast.members["bakker"],
        act="calls",
        state="open",
        call_back_on=clock.today(),
        call_back_by=cast.members["joost"],
        noted_by=cast.joost,
        noted_at=clock.now(),
        words="",
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _outside(cast: Cast) -> dict[str, Any]:
    """A call of somebody who takes part in nothing."""
    made = DeskCall.objects.create(
        network=cast.linde,
        caller_name="Nel",
        act="calls",
        state="done",
        noted_by=cast.joost,
        noted_at=clock.now(),
        done_at=clock.now(),
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _yes(cast: Cast) -> dict[str, Any]:
    """Mrs Bakker, who let the desk note down for her; she may have done so before."""
    if Mandate.objects.filter(person=cast.bakker, ended_at=None).exists():
        return _bakker(cast)
    Mandate.objects.create(
        network=cast.linde,
        person=cast.bakker,
        membership=cast.members["bakker"],
        acts=["calls"],
        ground="phone",
        sentence="Mag het?",
        sentence_hash="",
        language="nl",
        given_at=clock.now(),
        noted_by=cast.joost,
        from_on=clock.today(),
        until_on=clock.today() + timedelta(days=365),
    )
    return _bakker(cast)


ROWS = [
    Row("networks:desk", FOR_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("networks:desk_new", FOR_DESK, in_linde, logs=Looks.LIST, second_factor=True),
    Row("networks:desk_person", FOR_DESK, _bakker, logs=Looks.PERSON, second_factor=True),
    Row("networks:desk_letter", FOR_DESK, _yes, logs=Looks.PERSON, second_factor=True),
    Row("networks:desk_hand_over", FOR_DESK, in_linde),
    Row("networks:desk_caller", FOR_DESK, in_linde),
    Row("networks:desk_call", FOR_DESK, _outside, logs=Looks.PERSON, second_factor=True),
    Row(
        "networks:desk_call_erase",
        # Joost erases it, so Dewi finds nothing any more.
        {302: "nobody joost", 404: f"{STRANGERS} dewi", 403: DONT},
        _outside,
        method="POST",
    ),
    Row(
        "networks:desk_done",
        {302: f"nobody {NOTES}", 404: STRANGERS, 403: DONT},
        _call,
        method="POST",
    ),
    Row(
        "networks:mandate_end",
        {302: "nobody", 404: f"{STRANGERS} {MEMBERS}"},
        in_linde,
        method="POST",
    ),
]
