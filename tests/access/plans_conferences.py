"""Rows of talks about Amina's plan: Els was said yes to. Dewi leads the network and gets 404."""

from typing import Any

from tests.access.plans import NOT_THESE, a_plan
from tests.access.row import EVERYBODY, STRANGERS, Row, in_linde
from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.pages import Looks
from wijknetwerk.plans.models import Conference, ConferenceLine
from wijknetwerk.plans.services import conference_calendar, plans
from wijknetwerk.plans.services.plans import First
from wijknetwerk.plans.tests.acting import EVERYTHING as EVERY
from wijknetwerk.plans.tests.conferring import called, guest

BOTH = {302: "nobody", 404: NOT_THESE, 200: "amina els"}
ONE_LEADS = {302: "nobody", 404: NOT_THESE, 403: "els", 200: "amina"}
ACTS = {302: "nobody amina els", 404: NOT_THESE}
LEADS_ACT = {302: "nobody amina", 404: NOT_THESE, 403: "els"}


def _plan(cast: Cast) -> dict[str, Any]:
    return {"uuid": a_plan(cast)[0].uuid}


def _talk(cast: Cast, state: str = "planned") -> dict[str, Any]:
    plan, els = a_plan(cast)
    made = called(cast, plan, "amina", els)
    if state != "planned":
        with scope.acting(SYSTEM):
            row = Conference.objects.get(pk=made.pk)
            row.state = state
            row.held_at = NOW if state in ("held", "written") else None
            row.report = "We vragen een traplift aan." if state == "written" else ""
            row.save()
    return {"uuid": plan.uuid, "conference": made.uuid}


def _proposed(cast: Cast) -> dict[str, Any]:
    return _talk(cast, "proposed")


def _noted(cast: Cast) -> dict[str, Any]:
    """Mevrouw Bakker can't sign in; Els, whom she calls first, notes what she says of a talk."""
    joost, first = cast.actor("joost"), First(cast.members["els"].uuid, "professional", "", EVERY)
    with scope.acting(joost):
        bakker = {"resident": cast.members["bakker"].uuid, "how": "spoken", "first": first}
        plan = plans.begin_with(actor=joost, network=cast.linde, **bakker)
    return {"uuid": plan.uuid, "conference": called(cast, plan, "els").uuid}


def _held(cast: Cast) -> dict[str, Any]:
    return _talk(cast, "held")


def _written(cast: Cast) -> dict[str, Any]:
    return _talk(cast, "written")


def _guest(cast: Cast) -> dict[str, Any]:
    plan, els = a_plan(cast)
    made = called(cast, plan, "amina", els)
    which = {"guest": guest(made, els).uuid, "act": "voorzitter"}
    return {"uuid": plan.uuid, "conference": made.uuid, **which}


def _line(cast: Cast) -> dict[str, Any]:
    which = _talk(cast)
    with scope.acting(SYSTEM):
        talk = Conference.objects.select_related("plan").get(uuid=which["conference"])
        line = ConferenceLine.of(talk.plan, conference=talk, kind="note", written_by=cast.amina)
        line.text = "De trap."
        line.save()
    return {**which, "line": line.uuid}


def _kind(cast: Cast) -> dict[str, Any]:
    return {**_talk(cast), "kind": "question"}


def _moment(cast: Cast) -> dict[str, Any]:
    return {**_talk(cast), "moment": "before"}


def _act(cast: Cast) -> dict[str, Any]:
    return {**_written(cast), "act": "versturen"}


def _feed(cast: Cast) -> dict[str, Any]:
    actor = cast.actor("els")
    with scope.acting(actor):
        return {"secret": conference_calendar.renew(actor=actor)}


NOTES = {302: "nobody", 404: f"{NOT_THESE} amina", 200: "els"}
ROWS = [
    Row(
        "plans:conference_sessions",
        {302: "nobody", 404: f"{STRANGERS} amina lena ben priya joost ad dewi", 200: "els"},
        in_linde,
    ),
    Row(
        "plans:conference_calendar",
        {302: "nobody", 200: " ".join(name for name in EVERYBODY if name != "nobody")},
    ),
    Row("plans:conference_feed", {200: " ".join(EVERYBODY)}, _feed),
    Row("plans:conferences", BOTH, _plan, logs=Looks.PERSON),
    Row("plans:conference_call", BOTH, _plan, logs=Looks.PERSON),
    Row("plans:conference", BOTH, _talk, logs=Looks.PERSON),
    Row(
        "plans:conference_answer",
        {302: "nobody amina", 404: NOT_THESE, 403: "els"},
        _proposed,
        method="POST",
        data={"answer": "ja"},
    ),
    Row("plans:conference_move", ONE_LEADS, _talk, logs=Looks.PERSON),
    Row("plans:conference_held", BOTH, _talk, logs=Looks.PERSON),
    Row("plans:conference_agree", BOTH, _talk, logs=Looks.PERSON),
    Row("plans:conference_report", BOTH, _held, logs=Looks.PERSON),
    Row("plans:conference_ask", {302: "nobody", 404: f"{NOT_THESE} amina els"}, _talk, "POST"),
    Row(
        "plans:conference_guest", {302: "nobody amina", 404: NOT_THESE, 403: "els"}, _guest, "POST"
    ),
    Row("plans:conference_found", BOTH, _moment, logs=Looks.PERSON),
    Row("plans:conference_write", BOTH, _kind, logs=Looks.PERSON),
    Row(
        "plans:conference_line",
        ACTS,
        _line,
        method="POST",
        data={"text": "De trap is steil.", "read_version": "1"},
    ),
    Row("plans:conference_earlier", BOTH, _line, logs=Looks.PERSON),
    # Amina comes first, and takes it out: then it is not there for Els.
    Row(
        "plans:conference_line_out",
        {302: "nobody amina", 404: f"{NOT_THESE} els"},
        _line,
        method="POST",
    ),
    Row("plans:conference_sheet", BOTH, _talk, logs=Looks.PERSON),
    Row("plans:conference_spoken", NOTES, _noted, logs=Looks.PERSON, second_factor=True),
    Row("plans:conference_copy", BOTH, _held, logs=Looks.PERSON, second_factor=True),
    Row("plans:conference_letter", BOTH, _written, logs=Looks.PERSON),
    # It goes out once; Els comes later and hears that.
    Row("plans:conference_act", {302: "nobody amina", 404: NOT_THESE, 409: "els"}, _act, "POST"),
]
