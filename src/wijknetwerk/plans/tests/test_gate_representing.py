"""Who names somebody who decides for a resident, whom that concerns, as what somebody decides, and
which officer sees the proof (design 3)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.cast import BEGUN, NOW, TODAY, Cast
from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.plans import access_representing
from wijknetwerk.plans.models import Representative
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.tests.around import DAY, WRITES, Around, around, undone

__all__ = ["around"]

COURT = ("curator", "mentor", "bewindvoerder")
OTHERS = ("authorised", "partner", "parent", "child", "sibling")


def refused(act: Any, *about: Any) -> Any:
    """The refusal, or None."""
    try:
        act(*about)
    except (NotAllowed, NotFound) as error:
        return type(error)
    return None


def officer(cast: Cast, name: str, **fields: Any) -> None:
    member = cast.members[name]
    which = {"membership": member, "person": member.person, "network": cast.linde}
    MembershipRole.objects.create(role="privacy_officer", **{"from_on": TODAY, **which, **fields})


def test_who_writes_it_down_and_whom_it_concerns(around: Around) -> None:
    """Who reads her circle knows whom to ask, and no more than that."""
    around.first("bas")
    around.seat("ben")
    around.shows("ben", *Part, deeds=WRITES)
    around.seat("lena")
    around.seat("dewi")
    around.shows("dewi", Part.WORDS, Part.MONEY, deeds=WRITES)
    around.looks("els")
    around.speaks("ad", Part.CIRCLE)
    around.speaks("joost", Part.MONEY, kind="bewindvoerder")

    def asked(name: str) -> tuple[bool, bool, bool]:
        """Writes it down, is concerned, reads who it is."""
        hand = around.hand(name)
        notes, about = access_representing.may_note(hand), access_representing.is_concerned(hand)
        assert isinstance(notes, bool)
        assert isinstance(about, bool)
        assert (refused(access_representing.require_noting, hand) is None) is notes
        reads = refused(access_representing.require_reading, hand)
        assert reads in (None, NotFound)
        return notes, about, reads is None

    assert asked("bakker") == (True, True, True)
    assert asked("bas") == (True, True, True)
    assert asked("ad") == (True, True, True)
    assert asked("joost") == (False, True, True)
    assert asked("ben") == (False, False, True)
    assert asked("dewi") == asked("els") == (False, False, False)
    around.she(email="t@voorbeeld.example")
    assert asked("bakker") == (True, True, True)
    assert asked("bas") == (False, False, True)  # she says it herself
    assert asked("ad") == (True, True, True)
    assert refused(access_representing.require_noting, around.hand("ben")) is NotAllowed


def test_as_what_somebody_decides(around: Around, cast: Cast) -> None:
    """By what covers anything, of this resident in this network, from its first day to its last."""
    around.speaks("bas", Part.WORDS, resident=cast.amina)
    around.speaks("bas", Part.WORDS, network=cast.oosterpoort)
    around.seat("bas")
    around.shows("bas", Part.CIRCLE)
    empty = around.speaks("bas", Part.WORDS, kind="bewindvoerder")  # of money, without money

    def speaks(name: str) -> Any:
        hand = around.hand(name)
        return refused(access_representing.speaks_as, hand) or access_representing.speaks_as(hand)

    def concerned() -> bool:
        return access_representing.is_concerned(around.hand("bas"))

    assert (speaks("bas"), concerned()) == (NotAllowed, False)
    made = around.speaks("bas", Part.WORDS)
    assert (speaks("bas"), concerned()) == (made, True)
    assert speaks("bakker") is NotAllowed
    assert speaks("bas").network == cast.linde
    rows = Representative.objects.filter(pk=made.pk)
    for changes, there in (
        ({"from_on": TODAY}, True),
        ({"from_on": TODAY + DAY}, False),
        ({"from_on": BEGUN, "until_on": TODAY + DAY}, True),
        ({"from_on": BEGUN, "until_on": TODAY}, False),
        ({"seen_at": None}, False),
        ({"ended_at": NOW}, False),
        ({"parts": []}, False),
    ):
        with undone():
            rows.update(**changes)
            found = (changes, speaks("bas"), concerned())
            assert found == (changes, made if there else NotAllowed, there)
    hand = around.hand("bas")
    over = tuple(replace(one, runs=False) for one in hand.known.scopes)
    gone = replace(hand, known=replace(hand.known, scopes=over))
    assert refused(access_representing.speaks_as, gone) is NotAllowed
    assert not access_representing.is_concerned(gone)
    Representative.objects.filter(pk=empty.pk).update(parts=[Part.MONEY.value])
    assert speaks("bas") == empty  # the first of two


def test_what_an_officer_writes_down(around: Around, cast: Cast) -> None:
    """For who can't, all; else only whom a court named."""

    def asked(name: str, network: Any, kind: str) -> Any:
        fresh = around.fresh().resident
        act = access_representing.notes_by_office
        return refused(act, cast.actor(name), network, fresh, kind)

    for kind in (*COURT, *OTHERS):
        assert asked("priya", cast.linde, kind) is None
        assert asked("dewi", cast.linde, kind) is NotFound
    around.she(email="t@voorbeeld.example")
    for kind in COURT:
        assert asked("priya", cast.linde, kind) is None
        assert asked("dewi", cast.linde, kind) is NotFound
        assert asked("priya", cast.oosterpoort, kind) is NotFound
    for kind in OTHERS:
        assert asked("priya", cast.linde, kind) is NotAllowed


@pytest.mark.once
def test_whose_proof_an_officer_sees() -> None:
    """Whom a court named, and whom somebody else wrote down; the resident says yes to others."""
    for by, needs in ((1, False), (2, True), (None, True)):
        for kind in COURT:
            row = Representative(kind=kind, resident_id=1, noted_by_id=by)
            assert access_representing.needs_officer(row) is True
        for kind in OTHERS:
            row = Representative(kind=kind, resident_id=1, noted_by_id=by)
            assert access_representing.needs_officer(row) is needs


def test_which_officers_see_a_proof(around: Around, cast: Cast) -> None:
    """Officers of that network now, whom it is not about and who didn't write it down."""
    made = around.speaks("bas", Part.WORDS)

    def officers() -> list[int]:
        return access_representing.officers_for(Representative.objects.get(pk=made.pk))

    assert officers() == [cast.priya.pk]
    for name in ("bakker", "bas", "joost"):
        officer(cast, name)
        assert officers() == [cast.priya.pk]
    officer(cast, "ad", from_on=TODAY + DAY)
    officer(cast, "dewi", from_on=BEGUN, until_on=TODAY)
    officer(cast, "amina")
    assert officers() == sorted([cast.priya.pk, cast.amina.pk])
    with clock.frozen(NOW + DAY):
        assert officers() == sorted([cast.priya.pk, cast.amina.pk, cast.ad.pk])
    with undone():
        Representative.objects.filter(pk=made.pk).update(noted_by=cast.amina)
        assert officers() == sorted([cast.priya.pk, cast.joost.pk])
    with undone():
        Membership.objects.filter(person=cast.amina).update(until_on=TODAY)
        assert officers() == [cast.priya.pk]


def test_what_an_officer_sees_of_who_decides(around: Around, cast: Cast) -> None:
    """Of their network, what nobody ended; by number, one of these."""
    made = around.speaks("bas", Part.WORDS)
    second = around.speaks("ben", Part.CARD, seen_at=None, seen_by=None)
    ended = around.speaks("dewi", Part.WORDS, ended_at=NOW)
    elsewhere = around.speaks("ad", Part.WORDS, network=cast.oosterpoort)
    priya = cast.actor("priya")
    rows = access_representing.of_officer(priya, cast.linde)
    assert set(rows) == {made, second}
    for row in rows:
        assert (row.resident, row.network) == (cast.bakker, cast.linde)
        assert access_representing.for_officer(priya, cast.linde, row.uuid) == row
    for name, network in (("dewi", cast.linde), ("els", cast.linde), ("priya", cast.oosterpoort)):
        actor = cast.actor(name)
        assert refused(access_representing.of_officer, actor, network) is NotFound
        assert refused(access_representing.for_officer, actor, network, made.uuid) is NotFound
    for row in (ended, elsewhere):
        assert refused(access_representing.for_officer, priya, cast.linde, row.uuid) is NotFound
    assert refused(access_representing.for_officer, priya, cast.linde, cast.els.uuid) is NotFound
