"""Rows of rounds of dots, initiatives and experiments."""

from datetime import timedelta
from typing import Any

from tests.access.row import ALL_MEMBERS, EVERYBODY_SEES, STRANGERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.voices.services import experiments, initiative_needs, initiatives, rounds
from wijknetwerk.voices.services.initiatives import Said

ARRANGERS = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya",
    200: "joost ad dewi",
}
AMINA_AND_LEADERS = {
    302: "nobody",
    404: STRANGERS,
    403: "els lena ben priya joost",
    200: "amina ad dewi",
}
SENT_ON = {302: "nobody amina els lena ben priya joost ad dewi", 404: STRANGERS}


def _by(cast: Cast, name: str, service: Any, **what: Any) -> Any:
    actor = cast.actor(name)
    with scope.acting(actor):
        return service(actor=actor, network=cast.linde, **what)


def _made(cast: Cast) -> Any:
    said = rounds.Said(
        "Wat eerst?", "", TODAY, TODAY + timedelta(days=9), [("Groen", None), ("Rust", None)]
    )
    return _by(cast, "dewi", rounds.open_round, said=said)


def _round(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "round": _made(cast).uuid}


def _round_page(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _made(cast).uuid}


def _closed(cast: Cast) -> dict[str, Any]:
    made = _made(cast)
    _by(cast, "dewi", rounds.close_round, round=made.uuid)
    return {"slug": "de-linde", "round": made.uuid}


def _ballot(cast: Cast) -> dict[str, Any]:
    made = _by(cast, "dewi", rounds.make_ballots, round=_made(cast).uuid, number=1)
    return {"secret": made[0].secret}


def _initiative(cast: Cast, **what: Any) -> Any:
    said = Said("Samen eten", "Koken voor elkaar.", public=True)
    return _by(cast, "amina", initiatives.make, said=said, **what)


def _one(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "initiative": _initiative(cast).uuid}


def _page(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _initiative(cast).uuid}


def _pulled(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "initiative": _initiative(cast, pull=True).uuid}


def _stopping(cast: Cast) -> dict[str, Any]:
    return {**_one(cast), "state": "stopped"}


def _need(cast: Cast) -> dict[str, Any]:
    asked = {"kind": "room", "what": "Een zaal"}
    made = _by(cast, "amina", initiative_needs.ask, initiative=_initiative(cast).uuid, **asked)
    return {"slug": "de-linde", "need": made.uuid}


def _tried(cast: Cast) -> Any:
    said = experiments.Said("Werkt het?", "Iets.", "Wie komt.", TODAY + timedelta(days=9))
    return _by(cast, "amina", experiments.begin, said=said).uuid


def _experiment(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _tried(cast)}


def _to_change(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "experiment": _tried(cast)}


ROWS = [
    Row("voices:rounds", ALL_MEMBERS, in_linde),
    Row("voices:round_new", ARRANGERS, in_linde),
    Row("voices:round", ALL_MEMBERS, _round_page),
    Row("voices:round_close", ARRANGERS, _round),
    Row("voices:round_table", ARRANGERS, _round),
    Row("voices:round_paper", ARRANGERS, _round),
    Row("voices:round_ballots", ARRANGERS, _round),
    Row("voices:round_sheet", ALL_MEMBERS, _round),
    Row("voices:round_result", ALL_MEMBERS, _closed),
    Row("voices:ballot", EVERYBODY_SEES, _ballot),
    Row("voices:initiatives", ALL_MEMBERS, in_linde),
    Row("voices:initiative_new", ALL_MEMBERS, in_linde),
    Row("voices:initiative", ALL_MEMBERS, _page),
    Row("voices:initiative_public", EVERYBODY_SEES, _page),
    Row("voices:initiative_change", AMINA_AND_LEADERS, _one),
    Row("voices:initiative_join", SENT_ON, _one, method="POST"),
    Row("voices:initiative_pull", ALL_MEMBERS, _one),
    Row(
        "voices:initiative_leave",
        {302: "nobody", 404: f"{STRANGERS} els lena ben priya joost ad dewi", 200: "amina"},
        _pulled,
    ),
    Row("voices:initiative_supporter", AMINA_AND_LEADERS, _one),
    Row("voices:initiative_move", AMINA_AND_LEADERS, _stopping),
    Row("voices:need_ask", AMINA_AND_LEADERS, _one),
    Row("voices:need_promise", ALL_MEMBERS, _need),
    Row(
        "voices:need_settle",
        {302: "nobody amina ad dewi", 404: STRANGERS, 403: "els lena ben priya joost"},
        _need,
        method="POST",
        data={"to": "delivered"},
    ),
    Row("voices:experiments", ALL_MEMBERS, in_linde),
    Row("voices:experiment_new", ALL_MEMBERS, in_linde),
    Row("voices:experiment", ALL_MEMBERS, _experiment),
    Row("voices:experiment_change", AMINA_AND_LEADERS, _to_change),
    Row("voices:experiment_finish", AMINA_AND_LEADERS, _experiment),
]
