"""One leader can't stop a network alone, whatever they do with roles and people (decision 15)."""

from datetime import timedelta

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Membership, MembershipRole, RoleCode, Stop, StopState
from wijknetwerk.networks.services import leaving, roles
from wijknetwerk.networks.tests.stop_story import night, say, start, still_in


def give_lead(cast: Cast, by: str, to: str, since: int = 0) -> None:
    new = roles.NewRole(RoleCode.COORDINATOR, from_on=TODAY - timedelta(days=since))
    actor, member = cast.actor(by), cast.members[to].uuid
    with scope.acting(actor):
        roles.give_role(actor=actor, network=cast.linde, member=member, new=new)


def take_lead(cast: Cast, name: str) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        rows = MembershipRole.objects.filter(membership=cast.members[name], until_on=None)
        for role in rows:
            roles.end_role(actor=actor, network=cast.linde, role=role.uuid)


def remove(cast: Cast, *names: str) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        for name in names:
            member = cast.members[name].uuid
            leaving.remove(actor=actor, network=cast.linde, member=member, reason="moved")


def newcomers(cast: Cast, *names: str) -> None:
    with scope.acting(SYSTEM):
        for name in names:
            Membership.objects.create(network=cast.linde, person=cast.people[name], from_on=TODAY)


def goes_on(cast: Cast) -> bool:
    night()
    with scope.acting(SYSTEM):
        lapsed = Stop.objects.get().state == StopState.LAPSED
    return lapsed and still_in(cast, "dewi")


@pytest.mark.parametrize("since", [0, 400])
def test_a_leader_made_after_the_start_does_not_count(cast: Cast, since: int) -> None:
    start(cast)
    give_lead(cast, "dewi", "amina", since)
    give_lead(cast, "amina", "bas", since)  # also not from other hands and dated back
    say(cast, "amina", "agrees")
    say(cast, "bas", "agrees")
    assert goes_on(cast)


def test_a_leader_from_the_hands_of_the_starter_is_a_member_only(cast: Cast) -> None:
    take_lead(cast, "ad")
    with scope.acting(SYSTEM):
        MembershipRole.objects.create(
            network=cast.linde,
            membership=cast.members["amina"],
            person=cast.amina,
            role=RoleCode.COORDINATOR,
            from_on=TODAY - timedelta(days=90),
            given_by=cast.dewi,
        )
    start(cast)
    say(cast, "amina", "agrees")
    assert goes_on(cast)


def test_taking_the_lead_away_does_not_leave_it_to_two_members(cast: Cast) -> None:
    start(cast)
    take_lead(cast, "ad")
    for name in ("amina", "bas"):
        say(cast, name, "agrees")
    assert goes_on(cast)


def test_members_of_after_the_start_do_not_count(cast: Cast) -> None:
    take_lead(cast, "ad")
    start(cast)
    newcomers(cast, "sam", "otto")
    for name in ("sam", "otto", "amina"):
        say(cast, name, "agrees")
    assert goes_on(cast)


def test_removing_people_lowers_no_bar(cast: Cast) -> None:
    take_lead(cast, "ad")
    start(cast)
    with scope.acting(SYSTEM):
        others = {name for name, row in cast.members.items() if row.network_id == cast.linde.pk}
    runs = sorted(name for name in others - {"dewi"} if still_in(cast, name))
    remove(cast, *runs)
    assert goes_on(cast)


def test_who_agreed_must_lead_still_on_the_day(cast: Cast) -> None:
    start(cast)
    say(cast, "ad", "agrees")
    take_lead(cast, "ad")
    assert goes_on(cast)
