"""Personal data in networks: seen whole by its owner, erased as far as others don't need it."""

from datetime import timedelta

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks import personal_data
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    JoinRequest,
    Membership,
    MembershipRole,
)
from wijknetwerk.networks.personal_data import PeopleData
from wijknetwerk.networks.services import handover, joining
from wijknetwerk.networks.tests.inviting import fresh, invite


def words(cast: Cast, name: str) -> str:
    with scope.acting(cast.actor(name)):
        records = list(PeopleData().export(person_uuid=cast.people[name].uuid))
    return str([[str(value) for _label, value in record.fields] for record in records])


def hand_to_amina(cast: Cast) -> Handover:
    actor = cast.actor("dewi")
    with scope.acting(actor):
        role = MembershipRole.objects.get(membership=cast.members["dewi"])
        return handover.ask(
            actor=actor,
            network=cast.linde,
            role=role.uuid,
            to=cast.members["amina"].uuid,
            note="De sleutel ligt bij Joost.",
        )


def test_one_gets_what_concerns_oneself_and_nothing_of_others(cast: Cast) -> None:
    hand_to_amina(cast)
    invite(cast, message="Kom je ook?")
    assert "De sleutel ligt bij Joost." in words(cast, "amina")
    assert "Kom je ook?" in words(cast, "dewi")
    for said in ("Nel Bos", "nel@voorbeeld.example"):
        assert said not in words(cast, "dewi")
    assert "De sleutel" not in words(cast, "bas")


def test_who_left_still_gets_their_own(cast: Cast) -> None:
    assert "2026-06-01" in words(cast, "otto")


def test_erasing_ends_and_empties_but_keeps_the_periods(cast: Cast) -> None:
    asked = hand_to_amina(cast)
    with scope.acting(SYSTEM):
        Membership.objects.filter(person=cast.amina).update(
            introduction="Ik woon op nummer 12", energies=["doer"], shown_publicly=True
        )
        done = PeopleData().erase(actor=SYSTEM, person_uuid=cast.amina.uuid)
        row = Membership.objects.get(person=cast.amina)
        assert {erasure.what for erasure in done} == {"anonymised", "deleted"}
        assert (row.introduction, row.energies, row.shown_publicly) == ("", [], False)
        assert row.until_on is not None
        stored = Handover.objects.get(pk=asked.pk)
        assert (stored.note, stored.state) == ("", "withdrawn")
    assert cast.actor("amina").standings == ()


def test_an_invitation_to_who_erases_loses_name_and_address(cast: Cast) -> None:
    made = invite(cast, email="sam@voorbeeld.example", name="Sam Dijk")
    with scope.acting(SYSTEM):
        PeopleData().erase(actor=SYSTEM, person_uuid=cast.sam.uuid)
    stored = fresh(made)
    assert (stored.name, stored.email, stored.state) == ("", "", "withdrawn")


def test_old_invitations_requests_and_notes_go_after_a_year(cast: Cast) -> None:
    made = invite(cast)
    asked = hand_to_amina(cast)
    cast.linde.open_for_joining = True
    sam = cast.actor("sam")
    with scope.acting(sam), scope.including(cast.linde.pk, cast.linde.uuid):
        request = joining.ask_to_join(actor=sam, network=cast.linde, words="Ik woon hier")
    with scope.acting(SYSTEM):
        Handover.objects.filter(pk=asked.pk).update(state="declined", answered_at=NOW)
        JoinRequest.objects.filter(pk=request.pk).update(answered_at=NOW, accepted=False)
        early, late = NOW - timedelta(days=1), NOW + timedelta(days=60)
        for forget in (
            personal_data.forget_invitations,
            personal_data.forget_join_requests,
            personal_data.forget_handover_notes,
        ):
            assert forget(early) == 0
            assert forget(late) == 1
        assert not Invitation.objects.filter(pk=made.pk).exists()
        assert Handover.objects.get(pk=asked.pk).note == ""
