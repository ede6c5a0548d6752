"""Rows of talks, expectations, what we are for, energies and who learns along."""

from typing import Any

from tests.access.networks_people import FOR_LEADERS
from tests.access.row import ALL_MEMBERS, MEMBERS, STRANGERS, Row, in_linde
from tests.cast import BEGUN, TODAY, Cast
from wijknetwerk.core import clock
from wijknetwerk.core.pages import Looks
from wijknetwerk.networks.models import (
    ExpectationRound,
    MembershipRole,
    Team,
    TeamMember,
    TeamTalk,
)

# The team of these rows: Els arranges it, Amina is in it. Ad and Dewi lead the network.
IN_TEAM = "amina els ad dewi"
NOT_IN_TEAM = "lena ben priya joost"
FOR_TEAM = {302: "nobody", 404: STRANGERS, 403: NOT_IN_TEAM, 200: IN_TEAM}


def _make_team(cast: Cast) -> Team:
    team = Team.objects.create(
        network=cast.linde, name="Kernteam", kind="core", status="works", from_on=BEGUN
    )
    for name in ("els", "amina"):
        TeamMember.objects.create(
            network=cast.linde,
            team=team,
            membership=cast.members[name],
            is_lead=name == "els",
            from_on=BEGUN,
        )
    return team


def _team(cast: Cast) -> dict[str, Any]:
    return {"slug": "de-linde", "team": _make_team(cast).uuid}


def _talk(cast: Cast) -> dict[str, Any]:
    made = TeamTalk.objects.create(network=cast.linde, team=_make_team(cast), begun_on=TODAY)
    return {"slug": "de-linde", "uuid": made.uuid}


def _question(cast: Cast) -> dict[str, Any]:
    return {**_talk(cast), "question": "a-equal"}


def _round(cast: Cast) -> dict[str, Any]:
    made = ExpectationRound.objects.create(
        network=cast.linde,
        opened_on=clock.today(),
        closes_on=TODAY.replace(day=30),
        next_on=TODAY.replace(year=2027),
    )
    return {"slug": "de-linde", "uuid": made.uuid}


def _for_bakker(cast: Cast) -> dict[str, Any]:
    return {**_round(cast), "member": cast.members["bakker"].uuid}


def _learning(cast: Cast) -> dict[str, Any]:
    role = MembershipRole.objects.get(membership=cast.members["lena"])
    return {"slug": "de-linde", "uuid": role.uuid}


ROWS = [
    Row("networks:team_talk", FOR_TEAM, _team),
    Row("networks:talk", FOR_TEAM, _talk),
    Row("networks:talk_question", FOR_TEAM, _question),
    Row("networks:talk_finish", FOR_TEAM, _talk),
    Row("networks:talk_print", FOR_TEAM, _talk, logs=Looks.LIST),
    Row("networks:expectations", ALL_MEMBERS, in_linde),
    Row("networks:expectations", FOR_TEAM, _team),
    Row("networks:expectation_round", ALL_MEMBERS, _round),
    Row("networks:expectation_mine", ALL_MEMBERS, _round),
    # Nobody gave a mandate: the desk may know of it, and may not yet.
    Row(
        "networks:expectation_for",
        {302: "nobody", 403: MEMBERS, 404: STRANGERS},
        _for_bakker,
        logs=Looks.PERSON,
        second_factor=True,
    ),
    Row(
        "networks:expectation_close",
        {302: "nobody ad dewi", 404: STRANGERS, 403: "amina els lena ben priya joost"},
        _round,
        method="POST",
        data={"close": "1"},
    ),
    Row("networks:remit", ALL_MEMBERS, in_linde),
    Row("networks:remit", ALL_MEMBERS, _team),
    Row("networks:remit_edit", FOR_LEADERS, in_linde),
    Row("networks:remit_edit", FOR_TEAM, _team),
    Row("networks:my_energies", ALL_MEMBERS, in_linde),
    Row(
        "networks:my_energies",
        {302: f"nobody {MEMBERS}", 404: STRANGERS},
        in_linde,
        method="POST",
        data={"energies": "doer"},
    ),
    Row("networks:energies", ALL_MEMBERS, in_linde),
    Row(
        "networks:learner",
        {302: "nobody", 404: f"{STRANGERS} amina ben priya joost", 200: "els lena ad dewi"},
        _learning,
    ),
    Row("networks:learner_extend", FOR_LEADERS, _learning),
]
