"""Rows of the words of a plan: of Amina's, of which Els sees and writes all but money. Who leads,
the platform, and everybody else get 404."""

from datetime import timedelta
from typing import Any

from tests.access.plans import NOT_THESE, a_plan
from tests.access.row import ALL_MEMBERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.services import words
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.plans.tests.acting import do

CIRCLE = {302: "nobody", 404: NOT_THESE, 200: "amina els"}
ACTS = {302: "nobody amina els", 404: NOT_THESE}
RESIDENT = {302: "nobody", 404: f"{NOT_THESE} els", 200: "amina"}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": a_plan(cast)[0].uuid}


def _line(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    made = do(cast, plan, "amina", words.write, thing="want", said=Said("Zingen"))
    return {"uuid": plan.uuid, "thing": "want", "line": made.uuid}


def _gone(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    made = do(cast, plan, "amina", words.write, thing="want", said=Said("Zingen"))
    do(cast, plan, "amina", words.let_go, thing="want", uuid=made.uuid)
    return {"uuid": plan.uuid, "thing": "want", "line": made.uuid}


def _need(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    made = do(cast, plan, "amina", words.write, thing="need", said=Said("Boodschappen"))
    return {"uuid": plan.uuid, "need": made.uuid}


def _chosen(cast: Cast) -> dict[str, Any]:
    return {**_need(cast), "act": "eigen-mensen"}


def _goal(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    said = Said("Naar de winkel", look_back_on=TODAY + timedelta(days=30))
    made = do(cast, plan, "amina", words.write, thing="goal", said=said)
    return {"uuid": plan.uuid, "goal": made.uuid}


def _card(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast)[0]
    do(cast, plan, "amina", words.keep_card, card=Card({"body": 6}))
    return {"uuid": plan.uuid}


ROWS = [
    Row("plans:sheet", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:gone", CIRCLE, _plan, logs=Looks.PERSON),
    Row("plans:line", CIRCLE, _line, logs=Looks.PERSON),
    Row("plans:line_change", CIRCLE, _line, logs=Looks.PERSON),
    # Amina comes before Els, and lets it go or puts it back: then it is not there for Els.
    Row("plans:line_gone", {302: "nobody amina", 404: f"{NOT_THESE} els"}, _line, method="POST"),
    Row("plans:line_back", {302: "nobody amina", 404: f"{NOT_THESE} els"}, _gone, method="POST"),
    Row("plans:need_choose", CIRCLE, _need, logs=Looks.PERSON),
    Row("plans:need_chosen", ACTS, _chosen, method="POST"),
    Row("plans:need_help", RESIDENT, _need, logs=Looks.PERSON),
    Row("plans:look_back", CIRCLE, _goal, logs=Looks.PERSON),
    Row("plans:take_paper", RESIDENT, _plan, logs=Looks.PERSON),
    Row("plans:close", RESIDENT, _plan, logs=Looks.PERSON),
    Row("plans:card_paper", CIRCLE, _card, logs=Looks.PERSON),
    Row("plans:card_empty", ALL_MEMBERS, in_linde),
]
