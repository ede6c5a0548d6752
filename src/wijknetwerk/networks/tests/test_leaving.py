"""Leaving and being removed: it ends, it stays on record, and nothing new is read (N2)."""

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import outbox, scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    InvitationState,
    Membership,
    MembershipRole,
)
from wijknetwerk.networks.services import handover, invitations, leaving, sharing
from wijknetwerk.networks.tests.inviting import fresh, invite
from wijknetwerk.privacy.purposes import PHONE_FOR_MEMBERS
from wijknetwerk.privacy.selectors import is_allowed

SEEN = ("leden/", "mijn-plek/", "leden/beheer/", "uitnodigingen/", "uitnodigen/")


def remove(cast: Cast, by: str, name: str, reason: str = "moved") -> None:
    actor = cast.actor(by)
    with scope.acting(actor):
        leaving.remove(
            actor=actor, network=cast.linde, member=cast.members[name].uuid, reason=reason
        )


def test_leaving_ends_and_deletes_nothing(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    assert browser.get("/n/de-linde/leden/").status_code == 200
    assert browser.post("/n/de-linde/stoppen/")["Location"] == "/gestopt/"
    with scope.acting(SYSTEM):
        stored = Membership.objects.get(pk=cast.members["dewi"].pk)
        role = MembershipRole.objects.get(membership=stored)
    assert (stored.until_on, stored.ended_reason, role.until_on) == (TODAY, "left", TODAY)


def test_whoever_left_reads_nothing_new_from_the_next_request(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("dewi")
    for place in SEEN:
        assert browser.get(f"/n/de-linde/{place}").status_code == 200
    browser.post("/n/de-linde/stoppen/")
    for place in SEEN:
        assert browser.get(f"/n/de-linde/{place}").status_code == 404
    with scope.acting(cast.actor("dewi")):
        assert set(Membership.objects.values_list("person_id", flat=True)) == {cast.dewi.pk}
        assert not Invitation.objects.exists()


def test_the_last_coordinator_is_warned_and_may_leave(cast: Cast, sign_in: SignIn) -> None:
    warned = sign_in("dewi").get("/n/de-linde/stoppen/").text
    assert "utrecht-alert--warning" in warned
    assert "utrecht-alert--warning" not in sign_in("amina").get("/n/de-linde/stoppen/").text
    sign_in("dewi").post("/n/de-linde/stoppen/")
    assert cast.actor("dewi").standing_in(cast.linde.pk) is None


def test_mail_that_waits_for_who_leaves_is_dropped(cast: Cast, sign_in: SignIn) -> None:
    for network in (cast.linde, cast.oosterpoort):
        outbox.queue(
            purpose="tests.mail",
            to="dewi@voorbeeld.example",
            template="networks/mail/join_code.txt",
            context={"code": "x", "network": "x"},
            person=cast.dewi.uuid,
            network=network.uuid,
        )
    sign_in("dewi").post("/n/de-linde/stoppen/")
    assert [m.network_uuid for m in OutgoingMail.objects.all()] == [cast.oosterpoort.uuid]


def test_invitations_of_who_left_stay_and_handovers_end(cast: Cast, sign_in: SignIn) -> None:
    made = invite(cast)
    actor = cast.actor("dewi")
    with scope.acting(SYSTEM):
        role = MembershipRole.objects.get(membership=cast.members["dewi"])
    with scope.acting(actor):
        asked = handover.ask(
            actor=actor,
            network=cast.linde,
            role=role.uuid,
            to=cast.members["amina"].uuid,
            note="",
        )
    sign_in("dewi").post("/n/de-linde/stoppen/")
    assert fresh(made).state == InvitationState.OPEN
    with scope.acting(SYSTEM):
        assert Handover.objects.get(pk=asked.pk).state == "withdrawn"


@pytest.mark.parametrize("by", ["dewi", "ad"])
def test_leaders_remove_with_a_reason_of_the_list(cast: Cast, by: str) -> None:
    remove(cast, by, "bas", "moved")
    with scope.acting(SYSTEM):
        assert Membership.objects.get(pk=cast.members["bas"].pk).ended_reason == "moved"
    assert cast.actor("bas").standings == ()


@pytest.mark.parametrize("reason", ["", "left", "is vervelend"])
def test_no_free_text_about_why(cast: Cast, reason: str) -> None:
    with pytest.raises(InvalidInput):
        remove(cast, "dewi", "bas", reason)


@pytest.mark.parametrize(
    ("by", "refusal"),
    [("joost", NotAllowed), ("amina", NotAllowed), ("farid", NotFound)],
)
def test_others_remove_nobody(cast: Cast, by: str, refusal: type[DomainError]) -> None:
    with pytest.raises(refusal):
        remove(cast, by, "bas")
    assert cast.actor("bas").standings


def test_one_does_not_remove_oneself_or_somebody_twice(cast: Cast) -> None:
    with pytest.raises(InvalidInput):
        remove(cast, "dewi", "dewi")
    remove(cast, "dewi", "bas")
    with pytest.raises(DomainError):
        remove(cast, "dewi", "bas")


def test_a_future_role_of_who_leaves_never_begins(cast: Cast, sign_in: SignIn) -> None:
    later = TODAY.replace(day=20)
    with scope.acting(SYSTEM):
        role = MembershipRole.objects.create(
            network=cast.linde,
            membership=cast.members["amina"],
            person=cast.amina,
            role="board",
            from_on=later,
        )
    sign_in("amina").post("/n/de-linde/stoppen/")
    with scope.acting(SYSTEM):
        assert not MembershipRole.objects.get(pk=role.pk).holds_on(later)
    assert NOW.date() == TODAY


def test_who_is_taken_out_leaves_no_door_to_the_lead_behind(cast: Cast) -> None:
    with scope.acting(cast.actor("ad")):
        kept, ended = (
            invitations.invite(
                actor=cast.actor("ad"),
                network=cast.linde,
                wish=invitations.Wish(name="Iemand", email=f"{role or 'lid'}@x.example", role=role),
            )
            for role in ("", "administrator")
        )
    with scope.acting(cast.actor("dewi")):
        leaving.remove(
            actor=cast.actor("dewi"),
            network=cast.linde,
            member=cast.members["ad"].uuid,
            reason="agreements",
        )
    with scope.acting(SYSTEM):
        kept.refresh_from_db()
        ended.refresh_from_db()
    assert (kept.state, ended.state) == ("open", "withdrawn")


def test_who_is_taken_out_shares_nothing_any_more(cast: Cast) -> None:
    amina, dewi = cast.actor("amina"), cast.actor("dewi")
    with scope.acting(amina):
        sharing.share(amina, cast.members["amina"], {"phone_shown": True})
        cast.members["amina"].save()
    with scope.acting(dewi):
        leaving.remove(
            actor=dewi, network=cast.linde, member=cast.members["amina"].uuid, reason="moved"
        )
        assert not is_allowed(
            person_id=cast.amina.pk, network_uuid=cast.linde.uuid, purpose=PHONE_FOR_MEMBERS
        )
