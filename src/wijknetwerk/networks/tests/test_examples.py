"""The example networks show what they are meant to show, from the files that tell them."""

from datetime import date

import pytest

from tests.cast import SYSTEM, TODAY
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.networks import example_network, example_waiting
from wijknetwerk.networks.models import (
    DeskCall,
    Handover,
    Invitation,
    Membership,
    MembershipRole,
    Network,
    NetworkArea,
    RoleCode,
    within,
)
from wijknetwerk.notices.models import Waiting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("examples", "as_system")]


@pytest.fixture
def examples(db: None) -> None:
    example_network.load_all()


def present(slug: str, day: date = TODAY) -> list[Membership]:
    rows = Membership.objects.filter(within(day), network__slug=slug)
    return list(rows.select_related("person"))


def test_every_example_is_marked_and_its_people_reach_nobody() -> None:
    assert set(Network.objects.values_list("slug", flat=True)) == set(example_network.SLUGS)
    assert not Network.objects.filter(is_example=False).exists()
    mails = Person.objects.filter(email__isnull=False).values_list("email", flat=True)
    assert all((mail or "").endswith(".example") for mail in mails)


def test_loaded_finds_every_person_again() -> None:
    for slug, (_network, people) in example_network.loaded().items():
        rows = example_network.read_example(slug)["people"]
        assert set(people) == {row["key"] for row in rows if "membership" in row}


def test_wedde_has_just_begun_with_residents_and_the_general_practice() -> None:
    members = present("wedde")
    residents = [member for member in members if member.partner_id is None]
    assert len(residents) == 13  # twelve, and the village supporter
    assert any(member.discipline == "general_practitioner" for member in members)
    without = [member for member in members if member.person.email is None]
    assert len(without) == 7  # the first list to call
    assert all(member.person.phone for member in without)
    areas = NetworkArea.objects.filter(network__slug="wedde")
    assert {row.area.name for row in areas} == {"Wedde", "Wedderheide", "Wedderveer"}


def test_kwakelrode_is_in_trouble_in_every_way() -> None:
    members = present("kwakelrode")
    assert all(member.partner_id for member in members)  # only professionals
    assert not MembershipRole.objects.filter(
        within(TODAY), network__slug="kwakelrode", role=RoleCode.COORDINATOR
    ).exists()
    of_one = [m for m in members if m.organisation and "Welzijn" in m.organisation.name]
    assert len(of_one) * 2 > len(members)
    weeks = 8 * 7
    begun = max(member.from_on for member in Membership.objects.filter(network__slug="kwakelrode"))
    ended = Membership.objects.filter(network__slug="kwakelrode", until_on__isnull=False)
    assert (TODAY - begun).days > weeks
    assert all((TODAY - row.until_on).days > weeks for row in ended if row.until_on)
    assert ended.count() * 3 >= len(members)  # a third changed
    asked = Invitation.objects.filter(network__slug="kwakelrode")
    assert {invitation.state for invitation in asked} == {"lapsed"}
    waiting = Handover.objects.get(network__slug="kwakelrode")
    assert (clock.now() - waiting.asked_at).days > weeks


def test_presikhaaf_has_a_history_of_two_years() -> None:
    rows = Membership.objects.filter(network__slug="presikhaaf")
    assert max((TODAY - row.from_on).days for row in rows) > 2 * 365 - 1
    assert rows.filter(until_on__isnull=False).count() >= 5
    parties = {row.organisation_id for row in present("presikhaaf") if row.organisation_id}
    assert len(parties) >= 9


def test_at_the_desk_of_presikhaaf_calls_wait_of_which_one_is_late() -> None:
    example_waiting.load()
    example_waiting.load()  # once
    due = DeskCall.objects.filter(person=None).order_by("call_back_on")
    assert [(call.call_back_on - TODAY).days for call in due if call.call_back_on] == [-2, -1, 0]
    who = Waiting.objects.filter(done_at=None, subject__in=[call.uuid for call in due])
    assert sorted(row.person.given_name for row in who) == ["Hanneke", "Jan", "Jan"]


def test_the_table_of_guests_stays_short() -> None:
    with scope.acting(SYSTEM):
        assert len(example_network.guests()) < 30
