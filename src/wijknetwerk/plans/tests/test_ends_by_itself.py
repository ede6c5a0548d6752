"""Access ends by itself (rule P2): whatever ends, every way to get at a plan is shut at once:
pages, single rows, files, papers, calendar, links, what waits, jobs and mail queued before.

Each way is first seen open; then one thing ends, and all ways are asked again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction

from tests.cast import NOW, SYSTEM, TODAY
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.networks.models import MembershipRole, Network, Organisation, Partner
from wijknetwerk.networks.services import leaving, partners
from wijknetwerk.plans.models import Representative
from wijknetwerk.plans.services import (
    circle,
    plans,
    referrals,
    representatives,
    sharing,
    watching,
)
from wijknetwerk.plans.tests.acting import do, row
from wijknetwerk.plans.tests.ending_world import (
    CIRCLE,
    PAGES,
    TALKS,
    Way,
    World,
    feed_of,
    hidden,
    made,
    membership_of,
)
from wijknetwerk.privacy.purposes import PartyKind


def _by(world: World, act: Any, **fields: Any) -> None:
    do(world.cast, world.plan, "amina", act, **fields)


def _membership_is_over(world: World) -> None:
    membership_of(world.cast, world.reader).update(until_on=TODAY)


def _leaves_the_network(world: World) -> None:
    with scope.acting(actor := world.cast.actor(world.reader)):
        leaving.leave(actor=actor, network=world.cast.linde)


def _works_elsewhere(world: World) -> None:
    other = Organisation.objects.create(name="Zorg Twee", kind="district_nursing")
    partner = Partner.objects.create(network=world.cast.linde, organisation=other, from_on=TODAY)
    membership_of(world.cast, "els").update(organisation=other, partner=partner)


def _party_is_over(world: World) -> None:
    Partner.objects.filter(network=world.cast.linde).update(until_on=TODAY)


def _party_leaves(world: World) -> None:
    partner = Partner.objects.get(network=world.cast.linde).uuid
    with scope.acting(actor := world.cast.actor("dewi")):
        partners.end_partner(
            actor=actor, slug="de-linde", partner=partner, until_on=TODAY, end_memberships=False
        )


def _taken_out(world: World) -> None:
    _by(world, circle.take_out, place=world.uuids["els"])


def _leaves_the_circle(world: World) -> None:
    with scope.acting(actor := world.cast.actor("els")):
        circle.leave(actor=actor, place=world.uuids["els"])


def _withdrawn(world: World) -> None:
    _by(world, sharing.stop, kind=PartyKind.PERSON, place=world.uuids["els"])


def _closed(world: World) -> None:
    _by(world, plans.close, words="Zo is het goed.", taken="taken")


def _network_stops(world: World) -> None:
    Network.objects.filter(pk=world.cast.linde.pk).update(stopped_on=TODAY)


def _account_closed(world: World) -> None:
    person = world.cast.people[world.reader]
    type(person).objects.filter(pk=person.pk).update(is_active=False)


def _learns(world: World) -> None:
    role = MembershipRole.objects.filter(membership=world.cast.members["lena"], role="learner")
    role.update(membership=world.cast.members["els"], person=world.cast.els)


ENDINGS = {
    "the membership is over": _membership_is_over,
    "they leave the network": _leaves_the_network,
    "they work for another party": _works_elsewhere,
    "the party takes part no more": _party_is_over,
    "the party leaves": _party_leaves,
    "taken out of the circle": _taken_out,
    "they leave the circle": _leaves_the_circle,
    "what was said yes to is withdrawn": _withdrawn,
    "the plan is closed": _closed,
    "the network stops": _network_stops,
    "the account is closed": _account_closed,
    "they learn": _learns,
}


def _open_ways(world: World, ways: dict[str, Way]) -> set[str]:
    """Which of these let something through now; what asking each of them did is undone."""
    found = set()
    for name, way in ways.items():
        with transaction.atomic():
            if way(world):
                found.add(name)
            transaction.set_rollback(True)
    return found


@contextmanager
def _ended(world: World, ends: Callable[[World], None]) -> Iterator[None]:
    """One thing has ended, until the block is over."""
    with transaction.atomic():
        with scope.acting(SYSTEM):
            ends(world)
        yield
        transaction.set_rollback(True)


def _leaks(world: World, endings: dict[str, Any], ways: dict[str, Way]) -> list[tuple[str, str]]:
    found = []
    for ending, ends in endings.items():
        with _ended(world, ends):
            found += [(ending, way) for way in sorted(_open_ways(world, ways))]
            if not hidden(world):
                found.append((ending, "search, own file, feed"))
    return found


def test_every_way_of_somebody_of_the_circle_is_shut_by_every_ending(
    cast: Any, sign_in: SignIn
) -> None:
    plan, uuids, links = made(cast)
    world = World(cast, plan, "els", sign_in("els"), uuids, links)
    ways = {**PAGES, **TALKS, **CIRCLE}
    assert _open_ways(world, ways) == set(ways)
    assert hidden(world)
    assert _leaks(world, ENDINGS, ways) == []


def test_it_is_shut_once_what_was_said_yes_to_lapses(cast: Any, sign_in: SignIn) -> None:
    """One hour, and the other two yeses (for the referral, to watch) taken back before."""
    plan, uuids, links = made(cast)
    world = World(cast, plan, "els", sign_in("els"), uuids, links)
    give = {"kind": PartyKind.PERSON, "place": uuids["els"]}
    everything = sharing.presets.sharing(sharing.presets.Preset.EVERYTHING)
    terms = sharing.Terms(lasts=timedelta(hours=1))
    _by(world, sharing.give, chosen=everything, terms=terms, **give)
    _by(world, referrals.stop, uuid=uuids["referral"])
    _by(world, watching.name_watcher, place=None)
    ways = {**PAGES, **TALKS, **CIRCLE}
    assert _open_ways(world, ways) == set(ways) - {"watching"}
    with clock.frozen(NOW + timedelta(hours=1)):
        world.client = sign_in("els")
        assert _open_ways(world, ways) == set()


def test_it_is_shut_once_the_term_of_who_decides_is_over(cast: Any, sign_in: SignIn) -> None:
    plan, uuids, _links = made(cast)
    term = TODAY + timedelta(days=1)
    claim = representatives.Claim(member=cast.members["ben"].uuid, kind="mentor", until_on=term)
    noted = do(cast, plan, "amina", representatives.note, claim=claim)
    with scope.acting(actor := cast.actor("priya")):
        representatives.see_proof(actor=actor, network=cast.linde, uuid=noted.uuid)
    ways = {**PAGES, **TALKS}
    midnight = NOW.replace(hour=23, minute=0)
    with clock.frozen(midnight - timedelta(seconds=1)):
        world = World(cast, plan, "ben", sign_in("ben"), uuids, {"feed": feed_of(cast, "ben")})
        assert _open_ways(world, ways) == set(ways)
        endings = {
            "it was ended": lambda _world: representatives.finish(
                SYSTEM, row(Representative, pk=noted.pk)
            ),
            "the membership is over": _membership_is_over,
            "they leave the network": _leaves_the_network,
            "the network stops": _network_stops,
            "the account is closed": _account_closed,
        }
        assert _leaks(world, endings, ways) == []
    with clock.frozen(midnight):
        assert _open_ways(world, ways) == set()
