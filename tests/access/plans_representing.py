"""Rows of who may decide for a resident: Amina named Bas as her mentor; Priya sees the proof."""

from typing import Any

from tests.access.plans import NOT_THESE, a_plan
from tests.access.row import STRANGERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.models import Representative

OTHERS = f"{STRANGERS} amina els lena ben joost ad dewi"


def _named(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    made = Representative(
        network=cast.linde,
        resident=cast.amina,
        membership=cast.members["bas"],
        kind="child",
        parts=["words"],
        from_on=TODAY,
        noted_by=cast.amina,
    )
    made.save()
    return {"uuid": plan.uuid, "representative": made.uuid}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": _named(cast)["uuid"]}


def _act(cast: Cast) -> dict[str, Any]:
    return {**_named(cast), "act": "stoppen"}


def _proof(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _named(cast)["representative"]}


def _proof_act(cast: Cast) -> dict[str, Any]:
    return {**_proof(cast), "act": "stoppen"}


ROWS = [
    Row(
        "plans:representatives",
        {302: "nobody", 404: NOT_THESE, 200: "amina els"},
        _plan,
        logs=Looks.PERSON,
    ),
    Row(
        "plans:representative_new",
        {302: "nobody", 404: NOT_THESE, 403: "els", 200: "amina"},
        _plan,
        logs=Looks.PERSON,
    ),
    Row(
        "plans:decided",
        {302: "nobody", 404: NOT_THESE, 403: "amina els"},
        _plan,
        logs=Looks.PERSON,
    ),
    Row(
        "plans:representative_act",
        {302: "nobody amina", 404: f"{NOT_THESE} els"},  # Amina comes first, and ends it
        _act,
        method="POST",
    ),
    Row(
        "plans:proofs",
        {302: "nobody", 404: OTHERS, 200: "priya"},
        in_linde,
        logs=Looks.LIST,
        second_factor=True,
    ),
    Row(
        "plans:proof_new",
        {302: "nobody", 404: OTHERS, 200: "priya"},
        in_linde,
        logs=Looks.LIST,
        second_factor=True,
    ),
    Row(
        "plans:proof",
        {302: "nobody", 404: OTHERS, 200: "priya"},
        _proof,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "plans:proof_act",
        {302: "nobody priya", 404: OTHERS},
        _proof_act,
        method="POST",
        second_factor=True,
    ),
]
