"""Rows of looks in an emergency: Els looked in Amina's plan, Priya judges it."""

from typing import Any

from tests.access.plans import NOT_THESE, _emergency, a_plan
from tests.access.row import STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.models import EmergencyLook, PlanSettings

OTHERS = f"{STRANGERS} amina lena ben joost ad dewi"


def _on(cast: Cast) -> dict[str, Any]:
    PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    return {"slug": "de-linde"}


def _seen(cast: Cast) -> dict[str, Any]:
    """A look that is over, at a plan of which Els reads all but money."""
    plan, els = a_plan(cast)
    look = EmergencyLook.of(
        plan,
        membership=els.membership,
        organisation=els.organisation,
        reason="danger",
        opened_at=NOW,
        ended_at=NOW,
        review_by=TODAY,
    )
    look.words = "Mevrouw deed niet open en het rook naar gas."
    look.save()
    return {"uuid": plan.uuid, "look": look.uuid}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": _seen(cast)["uuid"]}


ROWS = [
    Row(
        "plans:emergency_open",
        {302: "nobody", 404: STRANGERS, 403: "amina lena ben priya joost ad dewi", 200: "els"},
        _on,
        second_factor=True,
    ),
    Row(
        "plans:emergency_read",
        {302: "nobody", 404: f"{OTHERS} priya", 200: "els"},
        _emergency,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "plans:emergency_end",
        {302: "nobody els", 404: f"{OTHERS} priya"},
        _emergency,
        method="POST",
        second_factor=True,
    ),
    Row(
        "plans:emergency_letter",
        {302: "nobody", 404: f"{OTHERS} els", 200: "priya"},
        _emergency,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "plans:emergency_counts",
        {302: "nobody", 404: STRANGERS, 403: "amina els lena ben joost", 200: "priya ad dewi"},
        in_linde,
    ),
    Row(
        "plans:emergency_setting",
        {302: "nobody", 404: STRANGERS, 403: "amina els lena ben priya joost", 200: "ad dewi"},
        in_linde,
    ),
    Row(
        "plans:emergencies",
        {302: "nobody", 404: NOT_THESE, 403: "els", 200: "amina"},
        _plan,
        logs=Looks.PERSON,
    ),
    Row(
        "plans:emergency_heard",
        {302: "nobody amina", 404: NOT_THESE, 403: "els"},
        _seen,
        method="POST",
    ),
]
