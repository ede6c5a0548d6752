"""Rows of teams, their people, connectors and lines. Bas leads the team; Els is its connector."""

from typing import Any

from tests.access.row import ALL_MEMBERS, STRANGERS, Row, in_linde
from tests.cast import TODAY, Cast
from wijknetwerk.core import clock
from wijknetwerk.core.pages import Looks
from wijknetwerk.networks.models import Connector, Team, TeamAsk, TeamMember

LEADERS = "ad dewi"
FOR_LEADERS = {
    302: "nobody",
    404: STRANGERS,
    403: "amina els lena ben priya joost",
    200: LEADERS,
}
NURSE = "district_nurse"


def _team(cast: Cast) -> Team:
    team = Team.objects.create(
        network=cast.linde, name="Ouderenteam", kind="older_people", from_on=TODAY, wanted=[NURSE]
    )
    for name in ("bas", "els"):
        TeamMember.objects.create(
            network=cast.linde,
            team=team,
            membership=cast.members[name],
            is_lead=name == "bas",
            from_on=TODAY,
        )
    return team


def _uuid(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "uuid": _team(cast).uuid}


def _in_team(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "team": _team(cast).uuid}


def _place(cast: Cast) -> dict[str, Any]:
    team = _team(cast)
    place = TeamMember.objects.get(team=team, membership=cast.members["els"])
    return {"slug": "de-linde", "team": team.uuid, "uuid": place.uuid}


def _vacancy(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "team": _team(cast).uuid, "discipline": NURSE}


def _connector(cast: Cast) -> dict[str, Any]:
    made = Connector.objects.create(
        network=cast.linde,
        team=_team(cast),
        discipline=NURSE,
        membership=cast.members["els"],
        from_on=TODAY,
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _ask(cast: Cast) -> dict[str, Any]:
    made = TeamAsk.objects.create(
        network=cast.linde,
        team=_team(cast),
        kind="join",
        membership=cast.members["amina"],
        asked_by=cast.members["amina"],
        asked_at=clock.now(),
    )
    return {"slug": "de-linde", "uuid": made.uuid}


IN_IT = {302: "nobody", 404: f"{STRANGERS} amina lena ben priya joost ad dewi", 200: "els"}

ROWS = [
    Row("networks:teams", ALL_MEMBERS, in_linde),
    Row("networks:who_to_call", ALL_MEMBERS, in_linde, logs=Looks.LIST),
    Row("networks:team_new", FOR_LEADERS, in_linde),
    Row("networks:team", ALL_MEMBERS, _uuid),
    Row("networks:team_history", ALL_MEMBERS, _in_team),
    Row("networks:team_change", FOR_LEADERS, _in_team),
    Row("networks:team_end", FOR_LEADERS, _in_team),
    Row("networks:team_add", FOR_LEADERS, _in_team),
    Row("networks:team_place", FOR_LEADERS, _place),
    Row("networks:team_take_out", FOR_LEADERS, _place),
    Row("networks:team_join", ALL_MEMBERS, _in_team),
    Row("networks:team_leave", IN_IT, _in_team),
    Row("networks:team_line", IN_IT, _in_team),
    Row("networks:connector_volunteer", ALL_MEMBERS, _vacancy),
    Row("networks:connector_ask", FOR_LEADERS, _vacancy),
    Row(
        "networks:connector",
        {302: "nobody", 404: STRANGERS, 403: "amina lena ben priya joost ad dewi", 200: "els"},
        _connector,
    ),
    Row(
        "networks:connector_stop",
        {302: "nobody", 404: STRANGERS, 403: "amina lena ben priya joost", 200: "els ad dewi"},
        _connector,
    ),
    Row(
        "networks:team_ask",
        {302: "nobody", 404: f"{STRANGERS} els lena ben priya joost", 200: "amina ad dewi"},
        _ask,
    ),
]
