"""Rows of plans: Amina's, of which Els sees all but money. Who leads, and the platform, get 404."""

from typing import Any

from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.models import CircleMember, EmergencyLook, ResidentPlan
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, place, shares

NOT_THESE = f"{STRANGERS} lena ben priya joost ad dewi"
CIRCLE = {302: "nobody", 404: NOT_THESE, 200: "amina els"}
RESIDENT = {302: "nobody", 404: f"{NOT_THESE} els", 200: "amina"}
DECIDES = {302: "nobody", 404: NOT_THESE, 403: "els", 200: "amina"}
ACTS = {302: "nobody amina", 404: NOT_THESE, 403: "els"}


def a_plan(cast: Cast) -> tuple[ResidentPlan, CircleMember]:
    """Amina began a plan, and shows Els all but money."""
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    shares(cast, plan, els, BUT_MONEY)
    return plan, els


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": a_plan(cast)[0].uuid}


def _thing(cast: Cast) -> dict[str, Any]:
    return {**_plan(cast), "thing": "want"}


def _place(cast: Cast) -> dict[str, Any]:
    plan, els = a_plan(cast)
    return {"uuid": plan.uuid, "place": els.uuid}


def _own_place(cast: Cast) -> dict[str, Any]:
    return {"place": a_plan(cast)[1].uuid}


def _act(cast: Cast) -> dict[str, Any]:
    return {**_place(cast), "act": "aanspreekpunt"}


def _emergency(cast: Cast) -> dict[str, Any]:
    """Els looked in an emergency; Priya reviews it."""
    plan = begun(cast)
    member = cast.members["els"]
    look = EmergencyLook.of(
        plan,
        membership=member,
        organisation_id=member.organisation_id,
        reason="danger",
        opened_at=NOW,
        review_by=TODAY,
    )
    look.words = "Mevrouw deed niet open en het rook naar gas."
    look.save()
    return {"slug": "de-linde", "uuid": look.uuid}


ROWS = [
    Row("plans:own", ALL_MEMBERS, in_linde),
    Row("plans:begin", {302: f"nobody {MEMBERS}", 404: STRANGERS}, in_linde, method="POST"),
    Row("plans:circles", ALL_MEMBERS, in_linde, logs=Looks.LIST, second_factor=True),
    Row("plans:leave", {302: "nobody", 404: f"{NOT_THESE} amina", 200: "els"}, _own_place),
    Row("plans:plan", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:seen", {302: "nobody amina els", 404: NOT_THESE}, _plan, method="POST"),
    Row("plans:take", RESIDENT, _plan, logs=Looks.PERSON),
    Row("plans:write", CIRCLE, _thing, logs=Looks.PERSON),
    Row("plans:sharing", DECIDES, _plan, logs=Looks.PERSON),
    Row("plans:share", DECIDES, _place, logs=Looks.PERSON),
    # Amina comes before Els, and stops: then it is not there for Els any more.
    Row("plans:stop", {302: "nobody amina", 404: f"{NOT_THESE} els"}, _place, method="POST"),
    Row("plans:circle_add", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:circle_act", ACTS, _act, method="POST"),
    Row(
        "plans:emergency",
        {302: "nobody", 404: f"{STRANGERS} amina els lena ben joost ad dewi", 200: "priya"},
        _emergency,
        logs=Looks.PERSON,
        second_factor=True,
    ),
]
