"""Teams: who makes and changes them, joining, leaving, ending; nothing is deleted."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.networks.access_teams import TeamOver
from wijknetwerk.networks.errors import NotOpen
from wijknetwerk.networks.errors_teams import (
    AskedAlready,
    InTeamAlready,
    LearnerLeadsNot,
    LearnsHere,
    NotInTeam,
    OnlyForParties,
)
from wijknetwerk.networks.models import Membership, Team, TeamAsk, TeamMember
from wijknetwerk.networks.selectors import team_asks, team_history
from wijknetwerk.networks.selectors.teams import teams_of
from wijknetwerk.networks.services import leaving, team_places, teams
from wijknetwerk.networks.tests.teaming import (
    OLDER,
    add,
    by,
    inside,
    lines,
    make_connector,
    make_team,
    say,
    state_of,
    waits_for,
)
from wijknetwerk.notices.models import Waiting


def test_a_leader_makes_a_team_with_a_lead(cast: Cast) -> None:
    team = make_team(cast)
    assert inside(team) == {"Joost"}
    assert team.from_on == TODAY


def test_who_does_not_lead_makes_no_team(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        by(cast, "amina", teams.make, said=OLDER)


def test_another_network_does_not_know_the_team(cast: Cast) -> None:
    team = make_team(cast)
    farid = cast.actor("farid")
    with scope.acting(farid), pytest.raises(NotFound):
        teams.end(actor=farid, network=cast.linde, team=team.uuid, reason="Klaar", brought="Niets")
    with scope.acting(farid):
        assert teams_of(cast.oosterpoort).running == []


def test_the_lead_changes_the_team_and_keeps_what_others_wrote(cast: Cast) -> None:
    team = make_team(cast)
    by(cast, "dewi", teams.change, team=team.uuid, said=OLDER, changed=[])
    new = teams.Said(name="Ouderen", kind="older_people", meets="Elke dinsdag")
    by(cast, "joost", teams.change, team=team.uuid, said=new, changed=["meets"])
    with scope.acting(SYSTEM):
        now = Team.objects.get(pk=team.pk)
    assert (now.name, now.meets, now.wanted) == ("Ouderenteam", "Elke dinsdag", list(OLDER.wanted))


def test_a_period_with_the_same_people_has_a_first_day_and_a_later_last_one(
    cast: Cast, sign_in: SignIn
) -> None:
    team = make_team(cast)
    until = TODAY + timedelta(days=100)
    sent = {"name": OLDER.name, "kind": OLDER.kind, "status": "works", "open_to_residents": "yes"}
    sent |= {"fixed_until": str(until), "wanted": OLDER.wanted, "form_id": uuid4().hex}
    assert (
        sign_in("joost").post(f"/n/de-linde/teams/{team.uuid}/wijzigen/", sent).status_code == 302
    )
    with scope.acting(SYSTEM):
        now = Team.objects.get(pk=team.pk)
    assert (now.fixed_from, now.fixed_until) == (TODAY, until)
    later = teams.Said(name=OLDER.name, kind=OLDER.kind, fixed_from=until)
    with pytest.raises(InvalidInput):
        by(cast, "joost", teams.change, team=team.uuid, said=later, changed=["fixed_from"])
    with pytest.raises(InvalidInput):
        make_team(cast, name="Jeugd", fixed_until=TODAY)


def test_a_member_who_does_not_lead_changes_nothing(cast: Cast) -> None:
    team = make_team(cast)
    add(cast, team, "amina")
    with pytest.raises(NotAllowed):
        by(cast, "amina", teams.change, team=team.uuid, said=OLDER, changed=["name"])


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "family"},
        {"status": "ended"},
        {"wanted": ("wizard",)},
        {"open_to_residents": "maybe"},
        {"name": "  "},
    ],
)
def test_only_what_the_lists_know(cast: Cast, said: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        make_team(cast, **said)


def test_anybody_joins_an_open_team(cast: Cast) -> None:
    team = make_team(cast, joins_freely=True)
    by(cast, "amina", team_places.join, team=team.uuid)
    assert inside(team) == {"Joost", "Amina"}
    with pytest.raises(InTeamAlready):
        by(cast, "amina", team_places.join, team=team.uuid)


def test_else_the_lead_is_asked_and_it_waits_for_the_lead(cast: Cast) -> None:
    team = make_team(cast)
    ask = by(cast, "amina", team_places.join, team=team.uuid, said="Ik ken veel mensen")
    assert inside(team) == {"Joost"}
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == {cast.joost.pk}
    with pytest.raises(AskedAlready):
        by(cast, "amina", team_places.join, team=team.uuid)
    by(cast, "joost", team_places.answer, ask=ask.uuid, yes=True)
    assert inside(team) == {"Joost", "Amina"}
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == set()
    with pytest.raises(NotOpen):
        by(cast, "joost", team_places.answer, ask=ask.uuid, yes=False)


def test_without_a_lead_it_waits_for_the_leaders_of_the_network(cast: Cast) -> None:
    team = make_team(cast, lead=None)
    ask = by(cast, "amina", team_places.join, team=team.uuid)
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == {cast.dewi.pk, cast.ad.pk}
    add(cast, team, "joost", lead=True)
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == {cast.joost.pk}


def test_a_second_lead_may_answer_too_and_for_the_first_it_waits_since_it_was_asked(
    cast: Cast,
) -> None:
    team = make_team(cast)
    ask = by(cast, "amina", team_places.join, team=team.uuid)
    with clock.frozen(NOW + timedelta(days=3)):
        add(cast, team, "els", lead=True)
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(subject=ask.uuid, done_at=None)
        since = dict(rows.values_list("person_id", "opened_at"))
    assert since == {cast.joost.pk: NOW, cast.els.pk: NOW + timedelta(days=3)}


def test_others_neither_see_nor_answer_a_question(cast: Cast) -> None:
    team = make_team(cast)
    ask = by(cast, "amina", team_places.join, team=team.uuid)
    with pytest.raises(NotFound):
        by(cast, "bas", team_places.answer, ask=ask.uuid, yes=True)
    with pytest.raises(NotAllowed):
        by(cast, "amina", team_places.answer, ask=ask.uuid, yes=True)
    by(cast, "amina", team_places.withdraw, ask=ask.uuid)
    assert state_of(ask) == "withdrawn"
    assert inside(team) == {"Joost"}


def test_a_team_for_parties_is_not_for_who_takes_part_for_themselves(cast: Cast) -> None:
    team = make_team(cast, open_to_residents="no", lead="els")
    with pytest.raises(OnlyForParties):
        by(cast, "amina", team_places.join, team=team.uuid)
    with pytest.raises(OnlyForParties):
        add(cast, team, "amina")


def test_a_resident_is_asked_for_a_team_by_invitation(cast: Cast) -> None:
    team = make_team(cast, open_to_residents="by_invitation", joins_freely=True, lead="els")
    ask = by(cast, "amina", team_places.join, team=team.uuid)
    assert inside(team) == {"Els"}
    by(cast, "els", team_places.answer, ask=ask.uuid, yes=True)
    assert inside(team) == {"Els", "Amina"}


def test_a_learner_is_in_a_team_with_the_supervisor_and_leaves_with_them(cast: Cast) -> None:
    team = make_team(cast, joins_freely=True)
    with pytest.raises(LearnsHere):
        by(cast, "lena", team_places.join, team=team.uuid)
    add(cast, team, "els")
    by(cast, "lena", team_places.join, team=team.uuid)
    assert inside(team) == {"Joost", "Els", "Lena"}
    by(cast, "els", team_places.leave, team=team.uuid)
    assert inside(team) == {"Joost"}


def test_a_learner_leads_no_team(cast: Cast) -> None:
    with pytest.raises(LearnerLeadsNot):
        make_team(cast, lead="lena")
    team = make_team(cast, lead="els", joins_freely=True)
    with pytest.raises(LearnerLeadsNot):
        add(cast, team, "lena", lead=True)
    place = add(cast, team, "lena")
    with pytest.raises(LearnerLeadsNot):
        by(
            cast,
            "els",
            team_places.change,
            team=team.uuid,
            place=place.uuid,
            represents="self",
            is_lead=True,
        )


def test_a_new_lead_is_a_new_period(cast: Cast) -> None:
    team = make_team(cast)
    place = add(cast, team, "amina")
    with clock.frozen(NOW + timedelta(days=3)):
        by(
            cast,
            "joost",
            team_places.change,
            team=team.uuid,
            place=place.uuid,
            represents="self",
            is_lead=True,
        )
        with scope.acting(SYSTEM):
            past = team_history.past_of(team)
    mine = [held for held in past.places if "Amina" in held.name]
    later = TODAY + timedelta(days=3)
    assert [(held.from_on, held.until_on, held.is_lead) for held in mine] == [
        (later, None, True),
        (TODAY, later, False),
    ]


def test_leaving_and_being_taken_out(cast: Cast) -> None:
    team = make_team(cast)
    place = add(cast, team, "amina")
    with pytest.raises(NotAllowed):
        by(cast, "amina", team_places.take_out, team=team.uuid, place=place.uuid)
    by(cast, "joost", team_places.take_out, team=team.uuid, place=place.uuid)
    by(cast, "joost", team_places.leave, team=team.uuid)
    assert inside(team) == set()
    with pytest.raises(NotFound):
        by(cast, "joost", team_places.leave, team=team.uuid)
    with scope.acting(SYSTEM):
        assert TeamMember.objects.filter(team=team).count() == 2


def test_leaving_the_network_ends_places_lines_and_questions(cast: Cast) -> None:
    team = make_team(cast)
    other = make_team(cast, name="Jeugdteam", kind="youth")
    add(cast, team, "amina")
    say(cast, team, "amina")
    ask = by(cast, "amina", team_places.join, team=other.uuid)
    by(cast, "amina", leaving.leave)
    assert inside(team) == {"Joost"}
    assert lines(team) == 0
    assert state_of(ask) == "withdrawn"
    assert waits_for(team_asks.JOIN_ASKED, ask.uuid) == set()


def test_a_line_is_looked_at_again_or_begun_anew(cast: Cast) -> None:
    team = make_team(cast)
    first = say(cast, team, "joost")
    with clock.frozen(NOW + timedelta(days=9)):
        again = say(cast, team, "joost")
        assert (again.pk, again.checked_on) == (first.pk, TODAY + timedelta(days=9))
        assert say(cast, team, "joost", "Bij de koffie").pk != first.pk
    assert lines(team) == 1
    with pytest.raises(NotFound):
        say(cast, team, "amina")


def test_ending_a_team_tells_its_people_and_keeps_the_page(cast: Cast) -> None:
    team = make_team(cast)
    add(cast, team, "amina")
    make_connector(cast, team, "els")
    ask = by(cast, "bas", team_places.join, team=team.uuid)
    by(cast, "joost", teams.end, team=team.uuid, reason="Doel gehaald", brought="Wij bellen nu.")
    assert inside(team) == set()
    assert state_of(ask) == "withdrawn"
    told = waits_for(team_asks.TEAM_ENDED, team.uuid)
    assert told == {cast.amina.pk, cast.els.pk}
    with scope.acting(SYSTEM):
        card = teams_of(cast.linde).ended[0]
        assert (card.name, card.brought, card.connectors) == ("Ouderenteam", "Wij bellen nu.", [])
        assert {one.person_id for one in team_asks.wanted_of_ended()} == {
            cast.amina.pk,
            cast.els.pk,
            cast.joost.pk,
        }
        assert team_asks.ended_lately([team.uuid]) == {team.uuid}
    with pytest.raises(TeamOver):
        by(cast, "bas", team_places.join, team=team.uuid)


@pytest.mark.parametrize("name", ["amina", "bas"])
def test_an_ended_team_is_not_changed(cast: Cast, name: str) -> None:
    team = make_team(cast)
    place = add(cast, team, name)
    by(cast, "dewi", teams.end, team=team.uuid, reason="Klaar", brought="Rust")
    with pytest.raises(DomainError):
        by(cast, "dewi", team_places.take_out, team=team.uuid, place=place.uuid)


def test_how_much_a_team_changed_in_its_fixed_period(cast: Cast) -> None:
    until = TODAY + timedelta(days=100)
    team = make_team(cast, fixed_from=TODAY, fixed_until=until)
    for name in ("amina", "bas", "els"):
        add(cast, team, name)
    with clock.frozen(NOW + timedelta(days=30)):
        for name in ("amina", "bas"):
            by(cast, name, team_places.leave, team=team.uuid)
        add(cast, team, "ben")
        with scope.acting(SYSTEM):
            changed = team_history.past_of(team).changed
            assert changed == team_history.Changed(TODAY, began=4, left=2, came=1)
            team.fixed_until = TODAY
            assert team_history.past_of(team).changed is None


def test_a_question_about_what_was_left_is_refused(cast: Cast) -> None:
    team = make_team(cast)
    ask = by(cast, "amina", team_places.join, team=team.uuid)
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["amina"].pk).update(until_on=TODAY)
        assert TeamAsk.objects.get(pk=ask.pk).state == "asked"
    with pytest.raises(NotOpen):
        by(cast, "joost", team_places.answer, ask=ask.uuid, yes=True)


def test_no_place_no_change(cast: Cast) -> None:
    team = make_team(cast)
    place = add(cast, team, "amina")
    by(cast, "amina", team_places.leave, team=team.uuid)
    with pytest.raises((NotInTeam, NotFound)):
        by(cast, "joost", team_places.take_out, team=team.uuid, place=place.uuid)
