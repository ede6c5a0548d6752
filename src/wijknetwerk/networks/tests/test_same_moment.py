"""Two at the same moment, on real connections: one membership, one holder (both databases)."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import connection, connections

from tests.cast import NOW, SYSTEM, Cast, make_cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import DomainError
from wijknetwerk.networks import access
from wijknetwerk.networks.models import Handover, Invitation, Membership, MembershipRole
from wijknetwerk.networks.services import (
    handover,
    invitations,
    joining,
    leaving,
    letters,
    roles,
    start,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shared(transactional_db: None, tmp_path: Path) -> Iterator[Cast]:
    """The cast in a database that several connections can write: PostgreSQL, or an SQLite file."""
    if connection.vendor != "sqlite":
        yield make_cast()
        return
    file = tmp_path / "shared.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    before = connection.settings_dict["NAME"]
    memory = connections["default"]
    del connections["default"]
    connections["default"].settings_dict["NAME"] = str(file)
    try:
        yield make_cast()
    finally:
        connections["default"].close()
        connections["default"] = memory
        connection.settings_dict["NAME"] = before


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do all at the same moment, each on a connection of its own; a refusal is its code."""
    start = threading.Barrier(len(acts))
    name = connection.settings_dict["NAME"]
    found: list[Any] = [None] * len(acts)

    def run(place: int, act: Callable[[], Any]) -> None:
        connections["default"].settings_dict["NAME"] = name
        try:
            with clock.frozen(NOW):
                start.wait()
                found[place] = act()
        except DomainError as error:
            found[place] = error.code
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def accept(actor: Actor, secret: str) -> int:
    with (
        scope.acting(actor),
        access.invitation_behind(secret, address=str(actor.person_id)) as (invitation, _token),
    ):
        return joining.accept(actor=actor, invitation=invitation).pk


def invited(cast: Cast, email: str) -> str:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        wish = invitations.Wish(name="Sam", email=email)
        made = invitations.invite(actor=actor, network=cast.linde, wish=wish)
        return letters.issue_link(made, invitations.LASTS)


def test_the_same_code_accepted_twice_is_one_membership(shared: Cast) -> None:
    secret = invited(shared, "sam@voorbeeld.example")
    sam = shared.actor("sam")
    found = at_once(*[lambda: accept(sam, secret)] * 4)
    assert len({one for one in found if isinstance(one, int)}) == 1
    with scope.acting(SYSTEM):
        assert Membership.objects.filter(person=shared.sam).count() == 1


def test_two_people_with_one_code_are_one_member(shared: Cast) -> None:
    secret = invited(shared, "sam@voorbeeld.example")
    actors = [shared.actor(name) for name in ("sam", "vera", "farid")]
    found = at_once(*[lambda actor=actor: accept(actor, secret) for actor in actors])
    assert sorted(map(str, found)).count("invitation_ended") == 2
    people = [actor.person_id for actor in actors]
    with scope.acting(SYSTEM):
        new = Membership.objects.filter(network=shared.linde, person_id__in=people)
        assert new.count() == 1


def test_two_invitations_accepted_at_once_are_one_membership(shared: Cast) -> None:
    secrets = [invited(shared, f"sam{number}@voorbeeld.example") for number in range(3)]
    sam = shared.actor("sam")
    found = at_once(*[lambda secret=secret: accept(sam, secret) for secret in secrets])
    assert len(set(found)) == 1
    with scope.acting(SYSTEM):
        assert Membership.objects.filter(person=shared.sam).count() == 1
        assert not Invitation.objects.filter(state="open").exists()


def test_a_role_goes_to_one_however_often_yes_is_said(shared: Cast) -> None:
    dewi, amina = shared.actor("dewi"), shared.actor("amina")
    with scope.acting(dewi):
        role = MembershipRole.objects.get(membership=shared.members["dewi"])
        asked = handover.ask(
            actor=dewi,
            network=shared.linde,
            role=role.uuid,
            to=shared.members["amina"].uuid,
            note="",
        )

    def answer(actor: Actor, what: str) -> str:
        with scope.acting(actor):
            getattr(handover, what)(actor=actor, network=shared.linde, handover=asked.uuid)
        return what

    found = at_once(
        lambda: answer(amina, "accept"),
        lambda: answer(amina, "accept"),
        lambda: answer(dewi, "withdraw"),
    )
    assert found.count("not_open") == 2
    with scope.acting(SYSTEM):
        state = Handover.objects.get(pk=asked.pk).state
        holders = MembershipRole.objects.filter(
            network=shared.linde, role="coordinator", until_on=None
        ).values_list("person_id", flat=True)
        assert list(holders) == [shared.amina.pk if state == "accepted" else shared.dewi.pk]


@pytest.mark.parametrize("other", ["leave", "end_role"])
def test_handing_over_while_the_holder_goes_is_one_of_the_two(shared: Cast, other: str) -> None:
    """Whoever is second waits for the first, and hears how it stands; nobody waits for ever."""
    dewi, amina = shared.actor("dewi"), shared.actor("amina")
    with scope.acting(dewi):
        role = MembershipRole.objects.get(membership=shared.members["dewi"])
        asked = handover.ask(
            actor=dewi,
            network=shared.linde,
            role=role.uuid,
            to=shared.members["amina"].uuid,
            note="",
        )

    def accepts() -> str:
        with scope.acting(amina):
            handover.accept(actor=amina, network=shared.linde, handover=asked.uuid)
        return "accepted"

    def goes() -> str:
        with scope.acting(dewi):
            if other == "leave":
                leaving.leave(actor=dewi, network=shared.linde)
            else:
                roles.end_role(actor=dewi, network=shared.linde, role=role.uuid)
        return "gone"

    found = at_once(accepts, goes)
    assert None not in found, "a fault, not a refusal"
    with scope.acting(SYSTEM):
        state = Handover.objects.get(pk=asked.pk).state
        held = MembershipRole.objects.filter(
            network=shared.linde, role="coordinator", until_on=None
        ).values_list("person_id", flat=True)
        assert list(held) == ([shared.amina.pk] if found[0] == "accepted" else [])
        assert state == ("accepted" if found[0] == "accepted" else "withdrawn")


def test_five_drafts_at_a_time_also_at_the_same_moment(shared: Cast) -> None:
    amina = shared.actor("amina")
    EmailAddress.objects.get_or_create(
        user=shared.amina, email=shared.amina.email, defaults={"verified": True, "primary": True}
    )

    def begins() -> str:
        with scope.acting(amina):
            start.begin_network(actor=amina, name="De Es", summary="Samen")
        return "begun"

    found = at_once(*[begins] * (start.DRAFTS + 2))
    assert found.count("begun") == start.DRAFTS
