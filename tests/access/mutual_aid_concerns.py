"""Rows of concerns and complaints: Amina told one, Joost hears it, and nobody else opens it."""

from datetime import timedelta
from typing import Any

from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.models import Concern

NOT_JOOST = "amina els lena ben priya ad dewi"
ONLY_JOOST = {302: "nobody", 404: f"{STRANGERS} {NOT_JOOST}", 200: "joost"}


def a_concern(cast: Cast) -> Concern:
    """What Amina told; Joost hears it."""
    return Concern.objects.create(
        network=cast.linde,
        told_at=NOW,
        speak_by=TODAY + timedelta(days=28),
        about="Mevrouw Jansen van nummer 12",
        words="De gordijnen blijven al dagen dicht.",
        teller=cast.people["amina"],
        keeper=cast.members["joost"],
        by_name=False,
        reply="in_touch",
        replied_at=NOW,
    )


def _told(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": a_concern(cast).uuid}


def _press(cast: Cast) -> dict[str, Any]:
    return {**_told(cast), "act": "oppakken"}


ROWS = [
    Row("mutual_aid:concerns", ALL_MEMBERS, in_linde),
    Row("mutual_aid:concern_tell", ALL_MEMBERS, in_linde),
    Row("mutual_aid:concerns_own", ALL_MEMBERS, in_linde),
    Row("mutual_aid:concerns_kept", ONLY_JOOST, in_linde, second_factor=True),
    Row("mutual_aid:concern", ONLY_JOOST, _told, logs=Looks.PERSON),
    Row("mutual_aid:concern_spoken", ONLY_JOOST, _told, logs=Looks.PERSON),
    Row("mutual_aid:concern_answer", ONLY_JOOST, _told, logs=Looks.PERSON),
    Row("mutual_aid:concern_close", ONLY_JOOST, _told, logs=Looks.PERSON),
    Row(
        "mutual_aid:concern_read",
        {302: "nobody amina", 404: f"{STRANGERS} {MEMBERS.removeprefix('amina ')}"},
        _told,
        method="POST",
    ),
    Row(
        "mutual_aid:concern_press",
        {302: "nobody joost", 404: f"{STRANGERS} {NOT_JOOST}"},
        _press,
        method="POST",
        second_factor=True,
    ),
]
