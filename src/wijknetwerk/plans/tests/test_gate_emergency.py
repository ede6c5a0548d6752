"""Who may look in an emergency and how fresh their second factor is, who judges it, and who hears
of it for a resident whom no mail reaches (P5, H5)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.cast import BEGUN, NOW, TODAY, Cast
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.plans import access_emergency
from wijknetwerk.plans.access_emergency import FRESH
from wijknetwerk.plans.errors import ConfirmFirst, NoEmergency
from wijknetwerk.plans.models import CircleMember, PlanSettings, Representative
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.tests.acting import begun, place
from wijknetwerk.plans.tests.around import DAY, Around, around, undone
from wijknetwerk.plans.tests.test_looks import QUARTER, TICK

__all__ = ["around"]


def test_who_may_look_with_what_they_just_proved(around: Around, cast: Cast) -> None:
    assert FRESH == QUARTER
    els = cast.actor("els")

    def refused(actor: Any = els, **fields: Any) -> Any:
        try:
            access_emergency.require_look(replace(actor, **fields), cast.linde)
        except (NoEmergency, ConfirmFirst) as error:
            return type(error)
        return None

    assert refused() is NoEmergency  # it is off where nobody said a word
    PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    assert refused() is None
    assert refused(second_factor_at=NOW - QUARTER + TICK) is None
    for at in (None, NOW - QUARTER, NOW - QUARTER - TICK):
        assert refused(second_factor_at=at) is ConfirmFirst
    for actor in (cast.actor("dewi"), cast.actor("priya"), cast.actor("farid")):
        assert refused(actor) is NoEmergency
    standing = els.standings[0]
    both = replace(standing, roles=standing.roles | {"learner"})
    for fields in (
        {"noting_for": cast.bakker.uuid},
        {"standings": (both,)},
        {"standings": (replace(standing, organisation_uuid=None),)},
        {"standings": ()},
    ):
        assert access_emergency.may_ask(replace(els, **fields), cast.linde) is False
        assert refused(**fields) is NoEmergency


def test_who_reads_all_of_it_already(around: Around, cast: Cast) -> None:
    around.seat("els", "professional", organisation=around.wijkzorg)

    def reads() -> bool:
        return access_emergency.reads_already(cast.actor("els"), around.fresh())

    assert reads() is False
    around.shows("els", Part.CIRCLE, care=True)
    assert reads() is False
    around.shows("els", Part.AGREEMENTS, care=True)
    assert reads() is True


def test_which_officer_sees_a_look(around: Around, cast: Cast) -> None:
    """Of that network, outside the case: not who looked, not of her circle, not who decides."""
    made = around.looks("els")
    for name in ("els", "bas", "ben", "amina"):
        member = cast.members[name]
        which = {"membership": member, "person": member.person, "network": cast.linde}
        MembershipRole.objects.create(role="privacy_officer", from_on=TODAY, **which)
    around.seat("bas", state="asked")
    around.speaks("ben", Part.MONEY, seen_at=None)

    def sees(name: str, network: Any = cast.linde, uuid: Any = made.uuid, **fields: Any) -> bool:
        actor = replace(cast.actor(name), **fields)
        try:
            found = access_emergency.look_for_officer(actor, network, uuid)
        except NotFound:
            return False
        return found == made

    assert sees("priya")
    assert sees("amina")
    for name in ("els", "bas", "ben", "dewi", "joost", "bakker"):
        assert not sees(name)
    assert not sees("priya", uuid=cast.els.uuid)
    assert not sees("priya", noting_for=cast.bakker.uuid)
    member = Membership.objects.create(network=cast.oosterpoort, person=cast.priya, from_on=BEGUN)
    which = {"membership": member, "person": cast.priya, "network": cast.oosterpoort}
    MembershipRole.objects.create(role="privacy_officer", from_on=TODAY, **which)
    assert not sees("priya", network=cast.oosterpoort)
    Membership.objects.filter(person=cast.amina).update(until_on=TODAY + DAY)
    assert sees("amina")
    Membership.objects.filter(person=cast.amina).update(until_on=TODAY)
    assert not sees("amina")


def test_who_hears_and_who_tells(around: Around) -> None:
    """She herself, who decides about her circle, and who is called first and reads it as long as no
    mail reaches her. With mail she says herself that she read it."""
    around.first("bas")
    around.seat("ben")
    around.shows("ben", *Part)
    around.speaks("dewi", Part.CIRCLE)
    around.speaks("ad", Part.WORDS)
    around.looks("els")

    def asked(name: str) -> tuple[bool, bool]:
        hand = around.hand(name)
        found = []
        for is_so, require in (
            (access_emergency.hears, access_emergency.require_hears),
            (access_emergency.tells, access_emergency.require_tells),
        ):
            said = is_so(hand)
            assert isinstance(said, bool)
            found.append(said)
            if said:
                require(hand)
            else:
                with pytest.raises(NotAllowed):
                    require(hand)
        return found[0], found[1]

    for name in ("bakker", "bas", "dewi"):
        assert asked(name) == (True, True)
    for name in ("ben", "ad", "els"):
        assert asked(name) == (False, False)
    with undone():
        around.she(login_name="truus")  # signs in; a mail tells her nothing
        assert asked("bas") == (True, True)
    around.she(email="t@voorbeeld.example")
    assert asked("bakker") == (True, True)
    assert asked("dewi") == (True, False)
    for name in ("bas", "ben", "ad", "els"):
        assert asked(name) == (False, False)
    around.she(is_active=False)
    assert asked("bas") == (True, True)


def test_who_is_called_first_hears_as_long_as_they_read_her_circle(around: Around) -> None:
    mine = around.first("els", "professional", organisation=around.wijkzorg)
    around.looks("els")
    assert access_emergency.hears(around.hand("els"))
    around.shows_no_more("els")
    around.shows("els", Part.WORDS, care=True)
    assert around.hand("els").may(Part.CIRCLE)  # in the emergency
    assert not access_emergency.hears(around.hand("els"))
    around.shows("els", Part.CIRCLE, care=True)
    CircleMember.objects.filter(pk=mine.pk).update(is_contact=False)
    around.first("bas")
    assert access_emergency.hears(around.hand("bas"))
    assert not access_emergency.hears(around.hand("els"))


def test_who_tells_her_that_somebody_looked(around: Around, cast: Cast) -> None:
    """Whom she calls first, else who decides about her circle; of today, never who looked."""
    nobody = 0

    def tellers(but: int = nobody) -> list[Any]:
        return access_emergency.tellers(around.fresh(), but=but)

    assert tellers() == []
    around.seat("ben")
    around.shows("ben", *Part)
    hers = place(cast, begun(cast), "bas", "family")
    CircleMember.objects.filter(pk=hers.pk).update(is_contact=True)  # Amina calls Bas first too
    Representative.objects.create(
        network=cast.linde,
        resident=cast.amina,
        membership=cast.members["bakker"],
        kind="parent",
        parts=["circle"],
        from_on=TODAY,
        seen_at=NOW,
    )
    assert tellers() == []  # she decides for Amina, and tells herself nothing
    around.seat("dewi")
    dewi = around.speaks("dewi", Part.CIRCLE)
    around.speaks("ad", Part.WORDS)
    around.speaks("dewi", Part.CIRCLE, kind="mentor")
    assert tellers() == [cast.dewi]  # once
    assert tellers(cast.dewi.pk) == []
    first = around.first("bas")
    assert tellers() == [cast.bas]
    assert tellers(cast.bas.pk) == [cast.dewi]
    member = Membership.objects.filter(person=cast.bas)
    seat = CircleMember.objects.filter(pk=first.pk)
    for rows, changes, hears in (
        (member, {"until_on": TODAY + DAY}, cast.bas),
        (member, {"until_on": TODAY}, cast.dewi),
        (seat, {"from_on": TODAY + DAY}, cast.dewi),
    ):
        with undone():
            rows.update(**changes)
            assert (changes, tellers()) == (changes, [hears])
    around.shows_no_more("bas")
    assert not around.opens("bas")
    assert tellers() == [cast.dewi]
    seat.update(is_contact=False)
    around.named(is_contact=True)
    assert tellers() == [cast.dewi]
    Representative.objects.exclude(pk=dewi.pk).delete()
    speaks = Representative.objects.filter(pk=dewi.pk)
    for changes, there in (
        ({"until_on": TODAY + DAY}, True),
        ({"until_on": TODAY}, False),
        ({"from_on": TODAY + DAY}, False),
        ({"seen_at": None}, False),
        ({"ended_at": NOW}, False),
    ):
        with undone():
            speaks.update(**changes)
            assert (changes, tellers()) == (changes, [cast.dewi] if there else [])
    around.she(email="t@voorbeeld.example")
    assert tellers() == []
    around.she(is_active=False)
    assert tellers() == [cast.dewi]


def test_who_counts_exactly(around: Around, cast: Cast) -> None:
    """The officer reads small numbers, who leads doesn't, others none; each in their own name."""

    def counts(name: str, **fields: Any) -> Any:
        actor = replace(cast.actor(name), **fields)
        try:
            return access_emergency.counts_exactly(actor, cast.linde)
        except NotAllowed:
            return None

    assert counts("priya") is True
    assert counts("dewi") is counts("ad") is False
    for name in ("els", "bas", "joost", "ben", "farid"):
        assert counts(name) is None
    for name in ("priya", "dewi"):
        assert counts(name, noting_for=cast.bakker.uuid) is None
