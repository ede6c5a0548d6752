"""A plan in somebody's hand: what it lets do, who decides, what a look leaves on record (P4)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import Membership, MembershipRole, Organisation
from wijknetwerk.networks.services import leaving
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.decision import Known, Place, Scope, Yes
from wijknetwerk.plans.models import CircleMember, EmergencyLook, Representative, ResidentPlan
from wijknetwerk.plans.parts import ALL, Part, one
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, sharing
from wijknetwerk.plans.tests.acting import begun, do, hand, place, shares
from wijknetwerk.privacy.purposes import PLAN_CARE, Deed, Ground, PartyKind

ME, PLAN = UUID(int=1), UUID(int=2)
DAY = timedelta(days=1)


def of(known: Known) -> Hand:
    return Hand(SYSTEM, None, known)  # type: ignore[arg-type]  what is asked here knows no plan


def speaking(*scopes: Scope, **fields: Any) -> Hand:
    known = {"plan_open": True, "network_runs": True, "scopes": scopes, **fields}
    return of(Known(ME, PLAN, **known))


def about(*parts: Part, kind: str = "mentor", runs: bool = True) -> Scope:
    return Scope(uuid4(), kind, parts, runs)


@pytest.mark.once
def test_who_decides_about_what() -> None:
    mine = of(Known(ME, PLAN, is_resident=True))
    assert mine.decides(Part)
    assert mine.decides()
    words, needs = about(Part.WORDS), about(Part.NEEDS)
    both = (Part.WORDS, Part.NEEDS)
    assert speaking(words).decides([Part.WORDS])
    assert speaking(about(*both)).decides(both)
    assert speaking(needs, words).decides([Part.WORDS])
    assert speaking(words).decides()
    for no in (
        speaking(),
        speaking(words, learns=True),
        speaking(words, network_runs=False),
        speaking(about(Part.WORDS, runs=False)),
        speaking(needs),
        speaking(about(Part.WORDS, kind="bewindvoerder")),
    ):
        assert no.decides([Part.WORDS]) is False
    assert not speaking(words).decides(both)
    assert not speaking(words, needs).decides(both)  # two halves are no whole
    assert not speaking().decides()


@pytest.mark.once
def test_what_may_not_be_read_is_not_there_and_what_may_is_refused() -> None:
    nurse = Place(uuid4(), "professional", True, None, True, None)
    goal = one("goal", uuid4())

    def reads(*named: str, deeds: tuple[Deed, ...] = (Deed.READ,)) -> Hand:
        yes = Yes(uuid4(), PLAN_CARE.code, PartyKind.PERSON, ME, named, [*deeds], Ground.CONSENT)
        known = Known(ME, PLAN, plan_open=True, network_runs=True, places=(nurse,), yeses=(yes,))
        return of(known)

    words = reads(Part.WORDS)
    assert words.require(Part.WORDS, Deed.READ)
    with pytest.raises(NotAllowed):
        words.require(Part.WORDS, Deed.WRITE)
    for deed in Deed:
        with pytest.raises(NotFound):
            words.require(Part.MONEY, deed)
    assert reads(Part.WORDS, deeds=(Deed.WRITE,)).require(Part.WORDS, Deed.WRITE)
    assert (words.parts, words.things) == ({Part.WORDS}, frozenset())
    alone = reads(goal)
    assert alone.require(Part.GOALS, Deed.READ, goal)
    assert (alone.parts, alone.things) == (frozenset(), {goal})
    with pytest.raises(NotAllowed):
        alone.require(Part.GOALS, Deed.WRITE, goal)
    with pytest.raises(NotFound):
        alone.require(Part.GOALS, Deed.READ)
    assert not words.is_resident
    assert of(Known(ME, PLAN, is_resident=True)).is_resident


@pytest.mark.once
@pytest.mark.parametrize(
    ("fields", "signs"),
    [
        ({"email": "a@voorbeeld.example"}, True),
        ({"login_name": "amina"}, True),
        ({}, False),
        ({"email": "a@voorbeeld.example", "is_active": False}, False),
        ({"login_name": "amina", "is_active": False}, False),
    ],
)
def test_who_says_yes_and_no_by_themselves(fields: dict[str, Any], signs: bool) -> None:
    assert access.signs_in(Person(**fields)) is signs


def test_ones_own_plan_is_the_open_one_in_that_network(cast: Cast) -> None:
    plan, _other = begun(cast), begun(cast, "bas")
    amina = cast.actor("amina")
    with scope.acting(SYSTEM):
        mine = access.own_plan(amina, cast.linde.pk)
        assert mine is not None
        assert (mine.plan.pk, mine.is_resident) == (plan.pk, True)
        assert mine.resident_uuid == cast.amina.uuid
        assert access.own_plan(amina, cast.oosterpoort.pk) is None
        assert access.own_plan(cast.actor("dewi"), cast.linde.pk) is None
        ResidentPlan.objects.filter(pk=plan.pk).update(state="closed", closed_at=NOW, taken="taken")
        assert access.own_plan(amina, cast.linde.pk) is None
        assert access.plan_for(amina, plan.uuid).plan.pk == plan.pk
        with pytest.raises(NotFound):
            access.plan_for(amina, uuid4())


def test_a_hand_is_taken_anew_under_the_lock(cast: Cast) -> None:
    """What was withdrawn since the page was fetched counts (P2)."""
    plan = begun(cast)
    at = place(cast, plan, "bas", "carer")
    shares(cast, plan, at, Sharing((Part.WORDS, Part.NEEDS)))
    before = hand(cast, plan, "bas")
    shares(cast, plan, at, Sharing((Part.WORDS,)))
    with scope.acting(SYSTEM):
        assert before.parts == {Part.WORDS, Part.NEEDS}
        assert access.locked(before).parts == {Part.WORDS}
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=at.uuid)
    with scope.acting(SYSTEM), pytest.raises(NotFound):
        access.locked(before)


def test_ones_own_places_asked_or_in(cast: Cast) -> None:
    plan = begun(cast)
    at, _els = place(cast, plan, "bas", "carer"), place(cast, plan, "els", "professional")
    bas = cast.actor("bas")
    with scope.acting(SYSTEM):
        rows = CircleMember.objects.filter(pk=at.pk)
        for state, until, expected in (
            ("in", None, [at.pk]),
            ("asked", None, [at.pk]),
            ("left", TODAY, []),
            ("refused", TODAY, []),
        ):
            rows.update(state=state, until_on=until)
            assert [one.pk for one in access.own_places(bas)] == expected


def _second_officer(cast: Cast, name: str) -> None:
    with scope.acting(SYSTEM):
        MembershipRole.objects.create(
            network=cast.linde,
            membership=cast.members[name],
            person=cast.people[name],
            role="privacy_officer",
            from_on=TODAY,
        )


def test_who_is_outside_the_case(cast: Cast) -> None:
    plan, other = begun(cast), begun(cast, "bas")
    for name in ("amina", "dewi", "ben", "joost"):
        _second_officer(cast, name)
    at = place(cast, plan, "dewi", "volunteer")
    both = sorted([cast.priya.pk, cast.joost.pk])
    with scope.acting(SYSTEM):
        speaks = Representative.objects.create(
            network=cast.linde,
            resident=cast.amina,
            membership=cast.members["ben"],
            kind="child",
            parts=["words"],
            from_on=TODAY,
            noted_by=cast.amina,
        )
        assert access.outside(plan) == both
        assert access.outside(plan, but={cast.priya.pk}) == [cast.joost.pk]
        CircleMember.objects.filter(pk=at.pk).update(state="asked")
        assert access.outside(plan) == both
        everybody = sorted(cast.people[it].pk for it in ("amina", "dewi", "ben", "priya", "joost"))
        assert access.outside(other) == everybody
        CircleMember.objects.filter(pk=at.pk).update(state="left", until_on=TODAY)
        Representative.objects.filter(pk=speaks.pk).update(ended_at=NOW)
        assert set(access.outside(plan)) == {*both, cast.dewi.pk, cast.ben.pk}


def test_a_look_is_reviewed_once_in_its_network_by_who_is_outside(cast: Cast) -> None:
    plan = begun(cast)
    _second_officer(cast, "els")
    with scope.acting(SYSTEM):
        look = EmergencyLook.of(
            plan,
            membership=cast.members["els"],
            organisation=Organisation.objects.get(),
            reason="danger",
            opened_at=NOW,
            review_by=TODAY,
        )
        look.save()
        priya = cast.actor("priya")
        for lock in (False, True):
            found = access.look_to_review(priya, cast.linde, look.uuid, lock=lock)
            assert (found.pk, found.network) == (look.pk, cast.linde)
        assert access.officers_for(look) == [cast.priya.pk]
        refused: list[tuple[Any, Any, UUID]] = [
            (cast.actor("els"), cast.linde, look.uuid),  # her own
            (cast.actor("dewi"), cast.linde, look.uuid),
            (replace(priya, noting_for=cast.bakker.uuid), cast.linde, look.uuid),
            (priya, cast.linde, uuid4()),
            (priya, cast.oosterpoort, look.uuid),
        ]
        for actor, network, uuid in refused:
            with pytest.raises(NotFound):
                access.look_to_review(actor, network, uuid)
        with pytest.raises(NotFound):
            access.require_officer(replace(priya, noting_for=cast.bakker.uuid), cast.linde)
        with pytest.raises(NotFound):
            access.require_officer(priya, cast.oosterpoort)
        EmergencyLook.objects.filter(pk=look.pk).update(network=cast.oosterpoort)
        with pytest.raises(NotFound):
            access.look_to_review(priya, cast.linde, look.uuid)
        EmergencyLook.objects.filter(pk=look.pk).update(
            network=cast.linde, verdict="right", reviewed_at=NOW
        )
        with pytest.raises(NotFound):
            access.look_to_review(priya, cast.linde, look.uuid)


def _look(cast: Cast, plan: ResidentPlan, name: str, *which: Any, **detail: Any) -> LogEntry:
    mine = hand(cast, plan, name)
    with scope.acting(mine.actor):
        access.note_look(mine, "plans.read", *which, **detail)
    with scope.acting(SYSTEM):
        return LogEntry.objects.filter(event="plans.read").order_by("seq").last()  # type: ignore[return-value]


def test_a_look_is_on_record_with_the_consent_it_rests_on(cast: Cast) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    bas = place(cast, plan, "bas", "carer")
    consent = shares(cast, plan, els, Sharing((Part.NEEDS, Part.CARD)))
    thing = one("goal", cast.sam.uuid)
    alone = shares(cast, plan, bas, Sharing((Part.GOALS,), (Deed.READ,), thing))
    line = _look(cast, plan, "els", Part.CARD, n=3)
    assert (line.client_uuid, line.object_uuid) == (cast.amina.uuid, str(plan.uuid))
    assert (line.user_uuid, line.action) == (cast.els.uuid, "R")
    assert (line.consent_uuid, line.purpose_code) == (consent, "plan_care")
    assert line.checks == "circle:role,relation,consent,place"
    assert line.detail == {"part": "card", "n": 3}
    line = _look(cast, plan, "els")
    assert (line.consent_uuid, line.detail) == (consent, {})
    line = _look(cast, plan, "els", Part.WORDS)  # another part is why she is in at all
    assert (line.consent_uuid, line.detail) == (consent, {"part": "words"})
    line = _look(cast, plan, "bas")
    assert (line.consent_uuid, line.purpose_code) == (alone, "plan_one_thing")
    line = _look(cast, plan, "amina", Part.WORDS)
    assert (line.consent_uuid, line.purpose_code) == (None, "")
    assert line.checks == "resident:role,relation,consent,place"


def test_the_resident_who_left_still_reaches_the_rows_of_the_plan(cast: Cast) -> None:
    plan = begun(cast)
    at = place(cast, plan, "bas", "carer")
    actor = cast.actor("amina")
    with scope.acting(actor):
        leaving.leave(actor=actor, network=cast.linde)
    gone = cast.actor("amina")
    with scope.acting(gone):
        found = access.plan_for(gone, plan.uuid)
        assert not Membership.objects.filter(person=cast.bas).exists()
        with access.reach(found.plan):
            assert Membership.objects.filter(person=cast.bas).exists()
    with clock.frozen(NOW + DAY):
        do(cast, plan, "amina", circle.take_out, place=at.uuid)
    assert set(hand(cast, plan, "amina").parts) == set(ALL)
