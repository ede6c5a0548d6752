"""Facts of a network: counted right, from its own rows only, by the worker, never twice."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, log, scope
from wijknetwerk.core.jobs import run_waiting
from wijknetwerk.core.jobs.models import Job
from wijknetwerk.networks.models import (
    Connector,
    Invitation,
    Membership,
    MembershipRole,
    Network,
    NetworkFact,
    Team,
    TeamMember,
)
from wijknetwerk.networks.selectors.known import known_facts
from wijknetwerk.networks.services import (
    approval,
    connectors,
    facts,
    leaving,
    settings,
    team_places,
)
from wijknetwerk.networks.services.roles import end_role
from wijknetwerk.networks.tests.teaming import add, by, make_connector, make_team, nurse


def _facts(network: Network) -> dict[str, Any]:
    with scope.acting(SYSTEM):
        facts.store_facts(network.pk)
        return known_facts([network.pk])[network.pk].values


def test_people_are_counted_by_party_and_role(cast: Cast) -> None:
    found = _facts(cast.linde)
    # Ten take part now; Otto left. Els works for a party; Lena learns; the others are residents.
    assert found["members"] == 10
    assert found["residents"] == 8
    assert found["from_parties"] == 1
    assert found["largest_party_members"] == 1
    assert found["coordinators"] == 1
    assert found["privacy_officers"] == 1
    assert found["coordinator_time_said"] is False
    assert found["has_district_nursing"] is True
    assert found["has_general_practice"] is False
    assert found["is_public"] is True
    assert found["has_public_phone"] is False


def test_the_most_roles_of_one_person_leave_out_who_learns_or_works(
    cast: Cast, as_system: None
) -> None:
    assert _facts(cast.linde)["most_roles_of_one"] == 1
    for role in ("administrator", "board", "professional"):
        MembershipRole.objects.create(
            network=cast.linde,
            membership=cast.members["dewi"],
            person=cast.dewi,
            role=role,
            from_on=BEGUN,
        )
    assert _facts(cast.linde)["most_roles_of_one"] == 3


def test_what_is_not_known_has_no_row(cast: Cast) -> None:
    found = _facts(cast.oosterpoort)
    assert "largest_party_members" not in found
    assert "members_year_ago" not in found
    assert "days_without_coordinator" not in found


def test_one_network_is_counted_from_its_own_rows(cast: Cast) -> None:
    assert _facts(cast.oosterpoort)["members"] == 1
    with scope.acting(SYSTEM):
        assert not NetworkFact.objects.filter(network=cast.linde).exists()


def test_who_left_in_a_year_is_counted(cast: Cast, as_system: None) -> None:
    Membership.objects.filter(network=cast.linde).update(from_on=TODAY - timedelta(days=500))
    found = _facts(cast.linde)
    assert (found["members_year_ago"], found["left_since_year_ago"]) == (11, 1)


def test_days_without_coordinator_are_counted_from_the_last_day(
    cast: Cast, as_system: None
) -> None:
    MembershipRole.objects.filter(person=cast.dewi).update(until_on=date(2026, 11, 1))
    found = _facts(cast.linde)
    assert (found["coordinators"], found["days_without_coordinator"]) == (0, 11)


def test_the_last_change_is_what_somebody_did_and_no_look(cast: Cast, as_system: None) -> None:
    Membership.objects.update(created_at=NOW - timedelta(days=90))
    assert _facts(cast.linde)["last_moved_on"] == (TODAY - timedelta(days=90)).isoformat()
    amina = cast.actor("amina")
    with clock.frozen(NOW - timedelta(days=70)):
        log.record(amina, "networks.settings_changed", cast.linde)
    with clock.frozen(NOW - timedelta(days=5)):
        log.record(SYSTEM, "networks.settings_changed", cast.linde)
        log.look(amina, "networks.members_seen", cast.linde)
        log.refuse(amina, "networks.settings_changed", log.Subject(network_uuid=cast.linde.uuid))
        log.record(cast.actor("farid"), "networks.settings_changed", cast.oosterpoort)
    assert _facts(cast.linde)["last_moved_on"] == (TODAY - timedelta(days=70)).isoformat()
    assert _facts(cast.oosterpoort)["last_moved_on"] == (TODAY - timedelta(days=5)).isoformat()


def test_an_invitation_without_answer_counts_after_three_weeks(cast: Cast, as_system: None) -> None:
    for days, name in ((20, "Nel"), (22, "Kees")):
        Invitation.objects.create(
            network=cast.linde,
            name=name,
            email=f"{name.lower()}@voorbeeld.example",
            way="mail",
            invited_by=cast.dewi,
            sent_at=NOW - timedelta(days=days),
            lapses_at=NOW + timedelta(days=9),
        )
    assert _facts(cast.linde)["invitations_unanswered"] == 1


def _team(cast: Cast, *names: str) -> Team:
    team = Team.objects.create(
        network=cast.linde,
        name="Ouderen",
        kind="older_people",
        from_on=BEGUN,
        status="works",
        wanted=["district_nurse", "general_practitioner"],
        fixed_from=BEGUN,
        fixed_until=date(2027, 1, 5),
    )
    for name in names:
        TeamMember.objects.create(
            network=cast.linde, team=team, membership=cast.members[name], from_on=BEGUN
        )
    return team


def test_teams_show_what_they_miss(cast: Cast, as_system: None) -> None:
    team = _team(cast, "els", "joost", "bas")
    Connector.objects.create(
        network=cast.linde,
        team=team,
        discipline="district_nurse",
        membership=cast.members["els"],
        from_on=BEGUN,
    )
    found = _facts(cast.linde)
    assert found["teams"] == 1
    assert found["teams_without_lead"] == 1
    assert found["connectors_missing"] == 1
    assert found["teams_a_third_changed"] == 0


def test_a_team_of_which_a_third_left_in_its_fixed_time_shows(cast: Cast, as_system: None) -> None:
    _team(cast, "els", "joost", "bas")
    TeamMember.objects.filter(membership=cast.members["bas"]).update(until_on=TODAY)
    assert _facts(cast.linde)["teams_a_third_changed"] == 1


def test_a_change_asks_the_worker_to_count_and_many_changes_are_counted_once(cast: Cast) -> None:
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        for name in ("bas", "amina"):
            leaving.remove(
                actor=dewi, network=cast.linde, member=cast.members[name].uuid, reason="moved"
            )
    with scope.acting(SYSTEM):
        run_waiting()
        assert known_facts([cast.linde.pk])[cast.linde.pk].values["members"] == 8
        assert Job.objects.filter(name="networks.count_facts", state="done").count() == 1


def test_a_fact_that_is_not_known_any_more_goes(cast: Cast) -> None:
    _facts(cast.linde)
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        role = MembershipRole.objects.get(person=cast.dewi)
        end_role(actor=dewi, network=cast.linde, role=role.uuid)
    found = _facts(cast.linde)
    assert found["coordinators"] == 0
    assert "coordinator_time_said" not in found


def test_who_acts_on_teams_or_the_page_sees_it_counted_at_once(cast: Cast) -> None:
    def counted() -> dict[str, Any]:
        with scope.acting(SYSTEM):
            assert Job.objects.filter(name="networks.count_facts", state="waiting").exists()
            run_waiting()
            return known_facts([cast.linde.pk])[cast.linde.pk].values

    team = make_team(cast, lead=None)
    found = counted()
    assert (found["teams_without_lead"], found["connectors_missing"]) == (1, 2)
    add(cast, team, "joost", lead=True)
    assert counted()["teams_without_lead"] == 0
    nurse(cast, "els")
    add(cast, team, "els")
    counted()
    connector = make_connector(cast, team, "els")
    assert counted()["connectors_missing"] == 1
    by(cast, "els", connectors.stop, connector=connector.uuid)
    assert counted()["connectors_missing"] == 2
    by(cast, "joost", team_places.leave, team=team.uuid)
    assert counted()["teams_without_lead"] == 1
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        settings.change_network(actor=dewi, slug="de-linde", changes={"phone": "0261234567"})
    assert counted()["has_public_phone"] is True
    with scope.acting(dewi):
        approval.make_private(actor=dewi, slug="de-linde")
    assert counted()["is_public"] is False


def test_a_network_that_stopped_keeps_no_facts(cast: Cast, as_system: None) -> None:
    _facts(cast.linde)
    Network.objects.filter(pk=cast.linde.pk).update(stopped_on=TODAY)
    assert _facts(cast.linde) == {}


def test_facts_of_another_network_are_out_of_reach(cast: Cast) -> None:
    _facts(cast.linde)
    with scope.acting(cast.actor("farid")), pytest.raises(scope.ScopeMissing):
        known_facts([cast.linde.pk])
