"""Two at the same moment, on real connections: one connector, one place (both databases)."""

import pytest

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import TeamMember
from wijknetwerk.networks.services import connectors, leaving, team_places, teams
from wijknetwerk.networks.tests.teaming import (
    NURSE,
    by,
    holders,
    inside,
    make_connector,
    make_team,
    nurse,
    state_of,
)
from wijknetwerk.networks.tests.test_same_moment import at_once, shared

pytestmark = pytest.mark.django_db(transaction=True)
__all__ = ["shared"]


@pytest.fixture
def ready(shared: Cast) -> Cast:
    """The cast with four nurses."""
    nurse(shared, "els", "bas", "amina", "ben")
    return shared


def test_two_who_offer_and_two_yesses_are_one_connector(ready: Cast) -> None:
    team = make_team(ready)
    asks = [
        by(ready, name, connectors.volunteer, team=team.uuid, discipline=NURSE)
        for name in ("els", "bas")
    ]
    found = at_once(
        *[lambda ask=ask: by(ready, "joost", connectors.accept, ask=ask.uuid) for ask in asks],
        lambda: by(ready, "dewi", connectors.accept, ask=asks[0].uuid),
    )
    refused = [one for one in found if isinstance(one, str)]
    assert None not in found, "a fault, not a refusal"
    assert len(refused) == 2
    assert len(holders(team)) == 1
    assert sorted(state_of(ask) for ask in asks) == ["accepted", "declined"]


@pytest.mark.parametrize("other", ["leave", "leave_team", "stop"])
def test_taking_over_while_the_holder_goes(ready: Cast, other: str) -> None:
    """Whoever is second waits for the first, and hears how it stands; nobody waits for ever."""
    team = make_team(ready)
    made = make_connector(ready, team, "els")
    ask = by(ready, "bas", connectors.volunteer, team=team.uuid, discipline=NURSE)
    goes = {
        "leave": lambda: by(ready, "els", leaving.leave),
        "leave_team": lambda: by(ready, "els", team_places.leave, team=team.uuid) or "gone",
        "stop": lambda: by(ready, "joost", connectors.stop, connector=made.uuid),
    }
    found = at_once(
        lambda: by(ready, "els", connectors.accept, ask=ask.uuid),
        goes[other],
        lambda: by(ready, "amina", connectors.volunteer, team=team.uuid, discipline=NURSE),
    )
    assert None not in found, "a fault, not a refusal"
    accepted = not isinstance(found[0], str)
    assert holders(team) == (["Bas"] if accepted else [])


def test_each_others_substitutes_leave_at_once(ready: Cast) -> None:
    team = make_team(ready)
    other = make_team(ready, name="Jeugdteam", kind="youth")
    first = make_connector(ready, team, "els")
    second = make_connector(ready, other, "bas")
    for name, held, stand_in in (("els", first, "bas"), ("bas", second, "els")):
        by(
            ready,
            name,
            connectors.describe,
            connector=held.uuid,
            phone_shown=True,
            phone="0265550123",
            substitute=ready.members[stand_in].uuid,
        )
    found = at_once(
        lambda: by(ready, "els", leaving.leave),
        lambda: by(ready, "bas", leaving.leave),
        lambda: by(ready, "joost", teams.end, team=team.uuid, reason="Klaar", brought="Rust"),
    )
    assert not [one for one in found if one is None or isinstance(one, str)]
    assert (holders(team), holders(other)) == ([], [])


def test_joining_many_times_is_one_place(ready: Cast) -> None:
    team = make_team(ready, joins_freely=True)
    found = at_once(*[lambda: by(ready, "amina", team_places.join, team=team.uuid)] * 4)
    assert found.count("in_team_already") == 3
    assert inside(team) == {"Joost", "Amina"}
    with scope.acting(SYSTEM):
        assert TeamMember.objects.filter(team=team).count() == 2
