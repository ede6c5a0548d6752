"""The example's progress goes through the services, on the days that it tells."""

import tomllib
from datetime import timedelta

import pytest

from tests.cast import SYSTEM, TODAY
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import Membership, MembershipRole, Network
from wijknetwerk.roadmap import example, example_checks
from wijknetwerk.roadmap.models import CheckRound, PhaseWords, StepProgress

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route", "as_system")]


@pytest.fixture
def presikhaaf(db: None) -> tuple[Network, dict[str, Person]]:
    """The example's network with its people as members, nothing more."""
    told = tomllib.loads((example.FOLDER / "presikhaaf.people.toml").read_text(encoding="utf-8"))
    people: dict[str, Person] = {}
    with scope.acting(SYSTEM):
        for row in told["people"]:
            names = {name: row[name] for name in ("given_name", "prefix", "family_name")}
            people[row["key"]] = Person.objects.create_user(row["email"] or None, **names)
        network = Network.objects.create(
            name="Presikhaaf", slug="presikhaaf", started_by=people["hanneke"], is_example=True
        )
        for row in told["people"]:
            if member := row.get("membership"):
                left = member.get("left_days_ago")
                Membership.objects.create(
                    network=network,
                    person=people[row["key"]],
                    from_on=TODAY - timedelta(days=member["joined_days_ago"]),
                    until_on=TODAY - timedelta(days=left) if left else None,
                )
    return network, people


def test_it_says_all_that_the_file_tells_and_only_once(
    presikhaaf: tuple[Network, dict[str, Person]],
) -> None:
    network, people = presikhaaf
    told = tomllib.loads((example.FOLDER / "presikhaaf.route.toml").read_text(encoding="utf-8"))
    count = sum(len(row["history"]) for row in told["progress"]) + len(told["phase_words"])
    assert example.load(network, people, TODAY) == count
    assert example.load(network, people, TODAY) == 0
    assert StepProgress.objects.count() + PhaseWords.objects.count() == count
    for row in told["progress"]:
        now = StepProgress.objects.get(step=row["step"], superseded_at=None)
        assert (now.status, now.note) == (row["status"], row["note"])
        assert now.where_to_see == row["where_to_see"]
        assert now.owner_id is None or now.owner.person == people[row["owner"]]
        assert (now.owner_id is None) == (row["owner"] == "")
        assert clock.local_day(now.changed_at) == TODAY - timedelta(days=row["changed_days_ago"])
        assert now.changed_by == people[row["changed_by"]]


def test_a_network_without_a_file_gets_nothing(
    presikhaaf: tuple[Network, dict[str, Person]],
) -> None:
    network, people = presikhaaf
    network.slug = "elders"
    assert example.load(network, people, TODAY) == 0


def test_the_rounds_of_questions_are_asked_answered_and_closed_only_once(
    presikhaaf: tuple[Network, dict[str, Person]],
) -> None:
    network, people = presikhaaf
    give_the_lead(network, people)
    assert example_checks.load(network, people, TODAY) == 3
    assert example_checks.load(network, people, TODAY) == 0
    ready = CheckRound.objects.get(kind="readiness")
    assert ready.outcome == "talk_first"
    assert {sheet.voice for sheet in ready.sheets.exclude(answered_at=None)} == {"resident"}
    running = CheckRound.objects.get(kind="self_check", closed_on=None)
    waiting = running.sheets.filter(answered_at=None)
    assert {sheet.membership.person for sheet in waiting if sheet.membership} == {
        people[key] for key in ("yusuf", "henk", "riet")
    }


def give_the_lead(network: Network, people: dict[str, Person]) -> None:
    """Marijke and Hanneke coordinate, as in the whole example."""
    for key in ("marijke", "hanneke"):
        member = Membership.objects.get(network=network, person=people[key])
        MembershipRole.objects.create(
            network=network,
            membership=member,
            person=people[key],
            role="coordinator",
            from_on=member.from_on,
        )
