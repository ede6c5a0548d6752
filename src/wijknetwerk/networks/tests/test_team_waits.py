"""Who left a team, or leads it no more, is asked nothing of its talks and rounds."""

from datetime import date, datetime, timedelta

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import ExpectationRound, Network, Team
from wijknetwerk.networks.selectors import team_asks
from wijknetwerk.networks.selectors.waiting import JOIN_ASKED
from wijknetwerk.networks.services import (
    expectations,
    joining,
    roles,
    round_clock,
    talk,
    team_places,
    teams,
)
from wijknetwerk.networks.tests.talking import begin_talk, make_team
from wijknetwerk.networks.tests.teaming import by, waits_for
from wijknetwerk.networks.tests.teaming import make_team as make_plain_team
from wijknetwerk.networks.tests.test_talk import finish

pytestmark = pytest.mark.django_db

AGAIN = TODAY + timedelta(days=30)
CLOSES = TODAY + timedelta(days=21)


def open_round(cast: Cast, team: Team) -> ExpectationRound:
    made: ExpectationRound = by(cast, "els", expectations.open_round, team=team, closes_on=CLOSES)
    return made


def place_of(cast: Cast, team: Team, name: str) -> object:
    with scope.acting(SYSTEM):
        return team.places.get(membership=cast.members[name], until_on=None).uuid


def nightly(day: date) -> None:
    with clock.frozen(datetime.combine(day, NOW.timetz())), scope.acting(SYSTEM):
        talk.ask_to_look_again(SYSTEM)
        round_clock.run(SYSTEM)


def test_who_left_is_not_asked_for_words(cast: Cast) -> None:
    team = make_team(cast, "amina", "bas", "lena")
    made = open_round(cast, team)
    assert len(waits_for(round_clock.ASKED, made.uuid)) == 4
    by(cast, "amina", team_places.leave, team=team.uuid)
    by(cast, "els", team_places.take_out, team=team.uuid, place=place_of(cast, team, "bas"))
    assert waits_for(round_clock.ASKED, made.uuid) == {cast.els.pk, cast.lena.pk}
    nightly(CLOSES - timedelta(days=5))
    assert waits_for(round_clock.REMINDED, made.uuid) == {cast.els.pk, cast.lena.pk}
    by(cast, "els", team_places.leave, team=team.uuid)  # and with her Lena, who learns with her
    assert waits_for(round_clock.REMINDED, made.uuid) == set()


def test_who_leads_no_more_is_not_asked_to_look_again(cast: Cast) -> None:
    team = make_team(cast, "amina")
    held = finish(cast, "els", begin_talk(cast, team), AGAIN)
    made = open_round(cast, team)
    late = made.next_on
    nightly(late)
    assert waits_for(talk.LOOK_AGAIN, held.uuid) == {cast.els.pk}
    assert waits_for(round_clock.PROPOSED, made.uuid) == {cast.els.pk}
    change = {"team": team.uuid, "represents": "self"}
    amina, els = place_of(cast, team, "amina"), place_of(cast, team, "els")
    by(cast, "els", team_places.change, place=amina, is_lead=True, **change)
    by(cast, "els", team_places.change, place=els, is_lead=False, **change)
    assert waits_for(talk.LOOK_AGAIN, held.uuid) == set()
    assert waits_for(round_clock.PROPOSED, made.uuid) == set()
    nightly(late)
    assert waits_for(talk.LOOK_AGAIN, held.uuid) == {cast.amina.pk}
    assert waits_for(round_clock.PROPOSED, made.uuid) == {cast.amina.pk}


def test_of_a_team_that_ended_nobody_is_asked_anything(cast: Cast) -> None:
    team = make_team(cast, "amina")
    held = finish(cast, "els", begin_talk(cast, team), AGAIN)
    nightly(AGAIN)
    made = open_round(cast, team)
    by(cast, "els", teams.end, team=team.uuid, reason="klaar", brought="rust")
    assert waits_for(round_clock.ASKED, made.uuid) == set()
    assert waits_for(talk.LOOK_AGAIN, held.uuid) == set()
    with scope.acting(SYSTEM):
        assert ExpectationRound.objects.get().closed_on == TODAY
    nightly(made.next_on)
    assert waits_for(round_clock.PROPOSED, made.uuid) == set()


def test_questions_wait_for_who_leads_now(cast: Cast) -> None:
    team = make_plain_team(cast, lead=None)
    ask = by(cast, "amina", team_places.join, team=team.uuid)
    with scope.acting(SYSTEM):
        Network.objects.filter(pk=cast.linde.pk).update(open_for_joining=True)
        cast.linde.refresh_from_db()
        sam = cast.actor("sam")
        request = joining.ask_to_join(actor=sam, network=cast.linde, words="Ik woon hier.")
        role = cast.members["dewi"].roles.get(role="coordinator")
    desk = {cast.ad.pk, cast.joost.pk}
    assert waits_for(JOIN_ASKED, request.uuid) == {cast.dewi.pk, *desk}
    by(cast, "dewi", roles.end_role, role=role.uuid)
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == {cast.ad.pk}
    assert waits_for(JOIN_ASKED, request.uuid) == desk
    new = roles.NewRole(role="coordinator", from_on=TODAY)
    by(cast, "ad", roles.give_role, member=cast.members["bas"].uuid, new=new)
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == {cast.ad.pk, cast.bas.pk}
    assert waits_for(JOIN_ASKED, request.uuid) == {cast.bas.pk, *desk}
