"""Who leaves is called back no more; the calls of who leaves the desk are for all of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.models import CallState, DeskCall, MembershipRole
from wijknetwerk.networks.selectors import desk
from wijknetwerk.networks.services import calls, leaving, mandates, roles, stop_day
from wijknetwerk.notices.models import Waiting

pytestmark = pytest.mark.django_db


def note(cast: Cast, *, by: str = "joost", about: str = "bakker") -> DeskCall:
    """Mrs Bakker said yes, and one of the desk calls her back."""
    joost = cast.actor("joost")
    with scope.acting(joost):
        member = access_desk.member_of_desk(joost, cast.linde, cast.members[about].uuid)
        mandates.give(actor=joost, member=member, ground="phone")
        return calls.note_call(
            actor=joost,
            member=member,
            said="Bel mij.",
            call_back_on=TODAY,
            call_back_by=cast.members[by].uuid,
        )


def waits_for(call: DeskCall) -> list[int]:
    """For whom this call waits on Vandaag."""
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(subject=call.uuid, done_at=None)
        return list(rows.values_list("person_id", flat=True))


def leave_alone(cast: Cast) -> None:
    actor = cast.actor("bakker")
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)


def be_removed(cast: Cast) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        leaving.remove(
            actor=actor, network=cast.linde, member=cast.members["bakker"].uuid, reason="moved"
        )


def stop_by_phone(cast: Cast) -> None:
    actor = cast.actor("joost")
    with scope.acting(actor):
        member = access_desk.member_of_desk(actor, cast.linde, cast.members["bakker"].uuid)
        calls.leave_for(actor=actor, member=member, said_aloud=True)


def network_stops(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        stop_day.end_people(actor=SYSTEM, network=cast.linde)


@pytest.mark.parametrize("leave", [leave_alone, be_removed, stop_by_phone, network_stops])
def test_who_left_in_any_way_is_called_back_no_more(
    cast: Cast, leave: Callable[[Cast], None]
) -> None:
    call = note(cast, by="dewi")
    assert waits_for(call) == [cast.dewi.pk]
    leave(cast)
    assert waits_for(call) == []
    with scope.acting(SYSTEM):
        call.refresh_from_db()
        assert (call.state, bool(call.done_at)) == (CallState.DONE, True)
        assert access_desk.running_mandate(cast.members["bakker"]) is None
        with clock.frozen(NOW + timedelta(minutes=1)):
            assert access_desk.running_mandate(cast.members["bakker"]) is None


def test_the_calls_of_who_leaves_the_desk_are_for_the_whole_desk(
    cast: Cast, sign_in: SignIn
) -> None:
    call = note(cast)
    with scope.acting(SYSTEM):
        role = MembershipRole.objects.get(membership=cast.members["joost"])
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        roles.end_role(actor=dewi, network=cast.linde, role=role.uuid)
        lines = desk.to_call(cast.linde)
    assert [(line.uuid, line.call_back_by) for line in lines] == [(call.uuid, "")]
    assert waits_for(call) == []
    with scope.acting(SYSTEM):
        assert list(desk.wanted()) == []
    browser = sign_in("dewi")
    address = reverse("networks:desk", args=["de-linde"])
    assert "de hele balie" in browser.get(address).content.decode()
    done = reverse("networks:desk_done", args=["de-linde", call.uuid])
    assert browser.post(done).status_code == 302
    with scope.acting(dewi):
        assert desk.to_call(cast.linde) == []


def test_who_leaves_the_network_gives_back_calls_too(cast: Cast) -> None:
    call = note(cast)
    joost = cast.actor("joost")
    with scope.acting(joost):
        leaving.leave(actor=joost, network=cast.linde)
    assert waits_for(call) == []
    with scope.acting(cast.actor("dewi")):
        assert [line.is_open for line in desk.to_call(cast.linde)] == [True]


def test_who_keeps_another_role_at_the_desk_keeps_the_calls(cast: Cast) -> None:
    call = note(cast, by="dewi")
    dewi = cast.actor("dewi")
    with scope.acting(dewi):
        new = roles.NewRole(role="village_supporter", from_on=TODAY)
        made = roles.give_role(
            actor=dewi, network=cast.linde, member=cast.members["dewi"].uuid, new=new
        )
        first = MembershipRole.objects.exclude(pk=made.pk).get(membership=cast.members["dewi"])
        roles.end_role(actor=dewi, network=cast.linde, role=first.uuid)
    assert waits_for(call) == [cast.dewi.pk]
