"""Rows of actions and goals. Els does the action and keeps an eye on the goal; Bas was asked."""

from typing import Any

from tests.access.row import ALL_MEMBERS, STRANGERS, Row, in_linde
from tests.cast import NOW, TODAY, Cast
from wijknetwerk.goals.models import Action, ActionAsk, Goal, Measure


def _action(cast: Cast, **more: Any) -> Action:
    return Action.objects.create(
        network=cast.linde,
        what="Zaal regelen",
        owner=cast.members["els"],
        by_on=TODAY,
        made_by=cast.els,
        **more,
    )


def _goal(cast: Cast) -> Goal:
    return Goal.objects.create(
        network=cast.linde, sentence="Samen eten", owner=cast.members["els"], made_by=cast.els
    )


def _open(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _action(cast).uuid}


def _dropped(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _action(cast, state="dropped").uuid}


def _asked(cast: Cast) -> dict[str, Any]:
    made = ActionAsk.objects.create(
        network=cast.linde,
        action=_action(cast),
        asked_by=cast.members["els"],
        membership=cast.members["amina"],
        asked_at=NOW,
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _one_goal(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _goal(cast).uuid}


def _measure(cast: Cast) -> dict[str, Any]:
    made = Measure.objects.create(network=cast.linde, goal=_goal(cast), what="Mensen aan tafel")
    return {"slug": "de-linde", "uuid": made.uuid}


def _kind(_cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "kind": "older_people"}


OTHERS = "amina lena ben priya joost"
MAY_CHANGE = {302: "nobody", 404: STRANGERS, 403: OTHERS, 200: "els ad dewi"}
MAY_ACT = {302: "nobody els ad dewi", 404: STRANGERS, 403: OTHERS}
ONLY_OWNER = {302: "nobody els", 404: STRANGERS, 403: f"{OTHERS} ad dewi"}
OWNER = {302: "nobody", 404: STRANGERS, 403: f"{OTHERS} els", 200: "ad dewi"}
ASKED = {302: "nobody", 404: f"{STRANGERS} lena ben priya joost", 200: "amina els ad dewi"}

ROWS = [
    Row("goals:actions", ALL_MEMBERS, in_linde),
    Row("goals:action_new", ALL_MEMBERS, in_linde),
    Row("goals:action", ALL_MEMBERS, _open),
    Row("goals:action_change", MAY_CHANGE, _open),
    Row("goals:action_done", MAY_ACT, _open, method="POST"),
    Row("goals:action_start", MAY_ACT, _open, method="POST"),
    Row("goals:action_move", MAY_CHANGE, _open),
    Row("goals:action_drop", MAY_CHANGE, _open),
    Row("goals:action_reopen", MAY_CHANGE, _dropped),
    Row("goals:action_agree", ONLY_OWNER, _open, method="POST"),
    # Els gives it back, and it is nobody's own any more.
    Row("goals:action_give_back", ONLY_OWNER, _open, method="POST"),
    # It has somebody already: who is later reads so on its page.
    Row(
        "goals:action_take",
        {302: f"nobody els {OTHERS} ad dewi", 404: STRANGERS},
        _open,
        method="POST",
    ),
    Row("goals:action_owner", OWNER, _open),
    Row("goals:action_hand_over", MAY_CHANGE, _open),
    Row("goals:action_ask", ASKED, _asked),
    # Els takes it back; who leads reads on its page that it was answered.
    Row(
        "goals:action_ask_back",
        {302: "nobody els ad dewi", 404: f"{STRANGERS} lena ben priya joost", 403: "amina"},
        _asked,
        method="POST",
    ),
    Row("goals:goals", ALL_MEMBERS, in_linde),
    Row("goals:goal_new", ALL_MEMBERS, in_linde),
    Row("goals:templates", ALL_MEMBERS, in_linde),
    Row("goals:template", ALL_MEMBERS, _kind),
    Row("goals:goal", ALL_MEMBERS, _one_goal),
    Row("goals:goal_change", MAY_CHANGE, _one_goal),
    Row("goals:goal_reached", MAY_CHANGE, _one_goal),
    Row("goals:goal_stopped", MAY_CHANGE, _one_goal),
    Row("goals:goal_reopen", MAY_ACT, _one_goal, method="POST"),
    Row("goals:measure_new", MAY_CHANGE, _one_goal),
    Row("goals:measure_change", MAY_CHANGE, _measure),
    Row("goals:value_new", MAY_CHANGE, _measure),
]
