"""Rows of concerns and complaints: Amina told one, Joost hears it, and nobody else opens it."""

from datetime import timedelta
from typing import Any

from allauth.account.models import EmailAddress

from tests.access.row import (
    ALL_MEMBERS,
    EVERYBODY,
    EVERYBODY_SEES,
    MEMBERS,
    STRANGERS,
    Row,
    in_linde,
)
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks
from wijknetwerk.mutual_aid.access_complaints import INDEPENDENT, OWN
from wijknetwerk.mutual_aid.models import Complaint, Concern, HelpSettings

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
    Row("mutual_aid:concern", ONLY_JOOST, _told, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:concern_spoken", ONLY_JOOST, _told, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:concern_answer", ONLY_JOOST, _told, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:concern_close", ONLY_JOOST, _told, logs=Looks.PERSON, second_factor=True),
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


def independent(cast: Cast) -> HelpSettings:
    """Marga, of outside, hears complaints."""
    return HelpSettings.objects.create(
        network=cast.linde,
        independent_name="Marga de Boer",
        independent_email="marga@buiten.example",
    )


def a_complaint(cast: Cast, to: str = "marga@buiten.example") -> Complaint:
    """What Amina complained about."""
    return Complaint.objects.create(
        network=cast.linde,
        against="helper",
        words="De vrijwilliger kwam drie keer niet.",
        came_by="online",
        person=cast.people["amina"],
        to_name="Marga de Boer",
        to_email=to,
        received_at=NOW,
        answer_by=TODAY + timedelta(days=28),
    )


def _with_somebody(cast: Cast) -> dict[str, Any]:
    independent(cast)
    return in_linde(cast)


def _complained(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": a_complaint(cast).uuid}


def _to_ben(cast: Cast) -> dict[str, Any]:
    ben = cast.people["ben"]
    EmailAddress.objects.update_or_create(
        user=ben, email=ben.email, defaults={"verified": True, "primary": True}
    )
    made = a_complaint(cast, ben.email or "")
    made.answer = "Dat spijt mij."
    made.state, made.closed_at = "answered", NOW
    made.save()
    return {"slug": "de-linde", "uuid": made.uuid}


def _link(purpose: str) -> Any:
    def where(cast: Cast) -> dict[str, Any]:
        secret = tokens.issue_link(
            purpose=purpose,
            subject=a_complaint(cast).uuid,
            network=(cast.linde.pk, cast.linde.uuid),
            lasts=timedelta(days=28),
        )
        return {"secret": secret}

    return where


ALL = " ".join(EVERYBODY)
NOT_AMINA = MEMBERS.removeprefix("amina ")
ONLY_BEN = {302: "nobody", 404: f"{STRANGERS} amina els lena priya joost ad dewi", 200: "ben"}

ROWS += [
    Row("mutual_aid:complaints", EVERYBODY_SEES, _with_somebody),
    Row("mutual_aid:complaint_tell", EVERYBODY_SEES, _with_somebody),
    Row("mutual_aid:complaint_paper", EVERYBODY_SEES, in_linde),
    Row(
        "mutual_aid:complaint",
        {302: "nobody", 404: f"{STRANGERS} {NOT_AMINA}", 200: "amina"},
        _complained,
    ),
    Row("mutual_aid:complaint_answer", ONLY_BEN, _to_ben, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:complaint_letter", ONLY_BEN, _to_ben, logs=Looks.PERSON, second_factor=True),
    Row("mutual_aid:complaint_received", {302: ALL}, sends_on=True),
    Row("mutual_aid:complaint_receipt", {302: ALL}, sends_on=True),
    Row("mutual_aid:complaint_code", {200: ALL}),
    Row("mutual_aid:complaint_follow", {302: ALL}, sends_on=True),
    Row("mutual_aid:complaint_link", EVERYBODY_SEES, _link(OWN)),
    Row("mutual_aid:complaint_read", {404: ALL}),
    Row("mutual_aid:complaint_read_letter", {404: ALL}),
    Row("mutual_aid:complaint_open_code", {404: ALL}),
    Row("mutual_aid:complaint_open", EVERYBODY_SEES, _link(INDEPENDENT)),
]
