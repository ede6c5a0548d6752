"""No history of inviting, joining, leaving, handing over, ending and removing shows a row of a
network to somebody without the right; what each person can do equals the model (N2, N4, A1, A4)."""

import random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from tests.histories import steps
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
)
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.tests.history import DESK, LEADERS, NETS, PEOPLE, STEPS, History

LENGTH = steps(8)
# A number that begins a row of chances: Hypothesis's own small numbers made histories in which
# nearly every step was refused, and a planted fault went unnoticed.
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
OF_PEOPLE = (MembershipRole, JoinRequest)
RIGHTS: dict[Act, set[str] | None] = {
    Act.SEE: None,
    Act.SEE_CONTACTS: DESK,
    Act.INVITE: DESK,
    Act.MANAGE_MEMBERS: LEADERS,
    Act.EDIT_NETWORK: LEADERS,
}


@pytest.fixture
def small_cast(cast: Cast) -> Cast:
    """The cast, with both networks open for asking to join, and without whom no step names."""
    Network.objects.update(open_for_joining=True)
    return cast


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=SEEDS)
def test_what_each_person_sees_and_may_equals_the_model(small_cast: Cast, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    with transaction.atomic():
        history = History(small_cast)
        for _each in range(LENGTH):
            choices = [chance.randrange(14) for _number in range(4)]
            with clock.frozen(history.now):
                getattr(history, next_step(history, chance))(*choices)
        with clock.frozen(history.now):
            for name in PEOPLE:
                check(history, name)
        transaction.set_rollback(True)


def next_step(history: History, chance: random.Random) -> str:
    """What waits is mostly answered; else any step."""
    if chance.random() < 0.4 and any(asked.open for asked in history.handed):
        return "answer_handover"
    if chance.random() < 0.3 and any(asked.open for asked in history.invited):
        return "accept"
    return chance.choice(STEPS)


def check(history: History, name: str) -> None:
    """What this person sees and may now, over both networks."""
    actor = history.actor(name)
    mine = [net for net in NETS if history.member(net, name)]
    assert {s.slug for s in actor.standings} == {history.network(net).slug for net in mine}
    with scope.acting(actor):
        sees_rows(history, name, mine)
        for net in NETS:
            may_do(history, actor, net, name)
        sees_handovers(history, actor, name)


def sees_rows(history: History, name: str, mine: list[str]) -> None:
    """Any query that our code could make gives these rows and no other."""
    within = {history.network(net).pk for net in mine}
    person = history.cast.people[name].pk
    others = Invitation.objects.values_list("network_id", flat=True)
    assert set(others.union(Handover.objects.values_list("network_id", flat=True))) <= within
    seen = set(Membership.objects.values_list("network_id", "person_id"))
    more = [model.objects.values_list("network_id", "person_id") for model in OF_PEOPLE]
    for network_id, person_id in seen.union(more[0].union(more[1])):
        assert network_id in within or person_id == person
    known = {
        (history.network(net).pk, history.cast.people[other].pk)
        for net in mine
        for other in history.ever[net]
    }
    assert known <= seen


def may_do(history: History, actor: Actor, net: str, name: str) -> None:
    """Each act is open exactly to the roles of the model."""
    network = history.network(net)
    for act, wanted in RIGHTS.items():
        expected = history.member(net, name) and (
            wanted is None or history.holds(net, name, wanted)
        )
        assert access.allows(actor, act, network) is expected
    try:
        access.network_for(actor, network.slug, to=Act.MANAGE_MEMBERS)
    except NotFound:
        assert not history.member(net, name)
    except NotAllowed:
        assert history.member(net, name)
        assert not history.holds(net, name, LEADERS)
    if history.member(net, name):
        shown = people.members_of(network, people.Wanted(), _NAMES)
        there = {other for where, other in history.roles if where == net}
        names = {history.cast.people[other].name for other in there}
        assert names <= {row.name for row in shown.members.rows}
        leads = any(history.holds(net, other, {"coordinator"}) for other in there)
        assert shown.has_coordinator is leads


_NAMES = dict.fromkeys(
    (
        *("coordinator", "administrator", "village_supporter", "board", "privacy_officer"),
        *("learner", "professional"),
    ),
    "role",
)


def sees_handovers(history: History, actor: Actor, name: str) -> None:
    """A handover opens for the two whom it concerns, as long as they take part."""
    for asked in history.handed:
        concerns = name in (asked.by, asked.whom) and history.member(asked.net, name)
        try:
            access.handover_for(actor, history.network(asked.net), asked.row.uuid)
        except NotFound:
            assert not concerns
        else:
            assert concerns
    waits = {card.uuid for card in people.waiting_for(actor)}
    expected = {h.row.uuid for h in history.handed if h.open and name in (h.by, h.whom)}
    assert waits == expected
