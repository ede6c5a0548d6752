"""Rows of what was agreed: Els changes Amina's bandage; who leads, and the platform, get 404."""

from datetime import timedelta
from typing import Any

from tests.access.plans import CIRCLE, DECIDES, NOT_THESE, a_plan
from tests.access.row import EVERYBODY, EVERYBODY_SEES, STRANGERS, Row
from tests.cast import TODAY, Cast
from wijknetwerk.core import tokens
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.access_agreements import LINK
from wijknetwerk.plans.models import Agreement, CircleMember, Referral
from wijknetwerk.plans.services import watching
from wijknetwerk.plans.tests.acting import do, place

SEES = {302: "nobody", 404: NOT_THESE, 200: "amina els"}


def _agreement(cast: Cast) -> tuple[Agreement, CircleMember]:
    plan, els = a_plan(cast)
    row = Agreement.of(plan, owner="circle", place=els, due_on=TODAY + timedelta(days=5))
    row.what = "Verband om de dag"
    row.save()
    return row, els


def _one(cast: Cast) -> dict[str, Any]:
    row, _els = _agreement(cast)
    return {"uuid": row.plan.uuid, "agreement": row.uuid}


def _act(cast: Cast) -> dict[str, Any]:
    return {**_one(cast), "act": "verzetten"}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": _agreement(cast)[0].plan.uuid}


def _link(cast: Cast) -> dict[str, Any]:
    row, _els = _agreement(cast)
    network = (cast.linde.pk, cast.linde.uuid)
    lasts = timedelta(days=14)
    return {
        "secret": tokens.issue_link(purpose=LINK, subject=row.uuid, network=network, lasts=lasts)
    }


def _referral(cast: Cast) -> dict[str, Any]:
    plan, els = a_plan(cast)
    row = Referral.of(plan, place=els)
    row.what = "Wilt u met mij naar de wond kijken?"
    row.save()
    return {"uuid": plan.uuid, "referral": row.uuid}


def _referral_act(cast: Cast) -> dict[str, Any]:
    return {**_referral(cast), "act": "klaar"}


def _watched(cast: Cast) -> dict[str, Any]:
    """Ben watches; nobody else, not Amina and not Els, sees it there."""
    plan = _agreement(cast)[0].plan
    ben = place(cast, plan, "ben", "volunteer")
    do(cast, plan, "amina", watching.name_watcher, place=ben.uuid)
    return {"uuid": plan.uuid}


WATCHES = {
    302: "nobody",
    404: f"{STRANGERS} amina els lena priya joost ad dewi",
    200: "ben",
}
ROWS = [
    Row("plans:agreements", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:agreement_new", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:agreement", SEES, _one, logs=Looks.PERSON),
    Row("plans:agreement_copy", SEES, _one, logs=Looks.PERSON),
    Row("plans:agreement_change", SEES, _one, logs=Looks.PERSON),
    Row("plans:agreement_act", SEES, _act, logs=Looks.PERSON),
    Row("plans:watch", WATCHES, _watched, logs=Looks.PERSON, second_factor=True),
    Row("plans:watcher", DECIDES, _plan, logs=Looks.PERSON),
    Row("plans:referral_new", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:referral", SEES, _referral, logs=Looks.PERSON),
    Row("plans:referral_act", SEES, _referral_act, logs=Looks.PERSON),
    Row("plans:agreement_link", EVERYBODY_SEES, _link),
    Row("plans:agreement_thanks", {200: " ".join(EVERYBODY)}),
]
