"""The command finds what is missing, too much or changed, and mends it; networks' own rows hold."""

from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import call_command

from tests.cast import BEGUN, SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.networks.models import JoinRequest, Membership, MembershipRole, Network
from wijknetwerk.networks.services import approval, handover, joining, leaving
from wijknetwerk.notices.models import Waiting
from wijknetwerk.notices.services.rebuild import rebuild


def _open() -> list[tuple[str, str]]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(done_at=None).select_related("person")
        return sorted((row.kind, row.person.given_name) for row in rows)


def _rebuilt() -> list[str]:
    out = StringIO()
    call_command("rebuild_waiting", stdout=out)
    return out.getvalue().splitlines()


def _handover(cast: Cast) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        role = MembershipRole.objects.get(membership=cast.members["dewi"])
        to = cast.members["amina"].uuid
        handover.ask(actor=actor, network=cast.linde, role=role.uuid, to=to, note="")


def _sam_asks(cast: Cast) -> JoinRequest:
    actor = cast.actor("sam")
    Network.objects.filter(pk=cast.linde.pk).update(open_for_joining=True)
    cast.linde.refresh_from_db()
    with scope.acting(actor), scope.including(cast.linde.pk, cast.linde.uuid):
        return joining.ask_to_join(actor=actor, network=cast.linde, words="")


def test_a_handover_waits_for_who_is_asked_until_it_is_answered(cast: Cast) -> None:
    _handover(cast)
    assert _open() == [("networks.handover", "Amina")]
    assert _rebuilt() == ["0 differences, mended."]
    actor = cast.actor("amina")
    with scope.acting(actor):
        subject = Waiting.objects.get(person=cast.amina).subject
        handover.decline(actor=actor, network=cast.linde, handover=subject)
    assert _open() == []
    assert _rebuilt() == ["0 differences, mended."]


@pytest.mark.parametrize("who", ["amina", "dewi"])
def test_a_handover_waits_for_nobody_when_one_of_the_two_leaves(cast: Cast, who: str) -> None:
    _handover(cast)
    actor = cast.actor(who)
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    assert [row for row in _open() if row[0] == "networks.handover"] == []


def test_a_request_to_join_waits_for_all_who_may_invite_and_closes_for_all(cast: Cast) -> None:
    asked = _sam_asks(cast)
    desk = [("networks.join_asked", name) for name in ("Ad", "Dewi", "Joost")]
    assert _open() == desk
    assert _rebuilt() == ["0 differences, mended."]
    actor = cast.actor("joost")
    with scope.acting(actor):
        joining.answer_join_request(actor=actor, network=cast.linde, request=asked, accepted=False)
    assert _open() == []


def test_asking_to_be_public_waits_for_the_platform_until_it_is_decided(cast: Cast) -> None:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        approval.make_private(actor=actor, slug="de-linde")
        approval.ask_public(actor=actor, slug="de-linde")
    assert _open() == [("networks.public_asked", "Vera")]
    assert _rebuilt() == ["0 differences, mended."]
    vera = cast.actor("vera")
    with scope.acting(vera):
        approval.decide_public(actor=vera, slug="de-linde", approve=True)
    assert _open() == []


def test_the_command_opens_closes_and_mends(cast: Cast) -> None:
    asked = _sam_asks(cast)
    with scope.acting(SYSTEM):
        Waiting.objects.filter(person=cast.ad).delete()
        Waiting.objects.filter(person=cast.dewi).update(words={"who": "Iemand"})
        for kind in ("networks.handover", "tests.of_an_older_version"):
            Waiting.objects.create(kind=kind, person=cast.amina, subject=uuid4())
    assert len(_rebuilt()) == 5
    assert _open() == [("networks.join_asked", name) for name in ("Ad", "Dewi", "Joost")]
    with scope.acting(SYSTEM):
        row = Waiting.objects.get(person=cast.dewi, subject=asked.uuid)
        assert row.words == {"who": "Sam Dijk"}
    assert _rebuilt() == ["0 differences, mended."]


def test_what_was_put_away_stays_away(cast: Cast) -> None:
    _sam_asks(cast)
    with scope.acting(SYSTEM):
        Waiting.objects.update(away_at=cast.linde.started_at)
    assert _rebuilt() == ["0 differences, mended."]
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(away_at=None).exists()


def test_who_lost_the_right_to_invite_is_not_asked_any_more(cast: Cast) -> None:
    _sam_asks(cast)
    with scope.acting(SYSTEM):
        held = MembershipRole.objects.filter(membership=cast.members["joost"])
        held.update(until_on=TODAY)
        assert Membership.objects.get(pk=cast.members["joost"].pk).from_on == BEGUN
    assert len(_rebuilt()) == 2
    assert ("networks.join_asked", "Joost") not in _open()


def test_only_the_system_rebuilds(cast: Cast) -> None:
    actor = cast.actor("vera")
    with scope.acting(actor), pytest.raises(NotAllowed):
        rebuild(actor=actor)
