"""A look in an emergency at its edges: who, how long ago, of whom; who hears, judges and counts."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.models import MembershipRole
from wijknetwerk.plans import access_emergency
from wijknetwerk.plans.errors import ConfirmFirst, NoEmergency
from wijknetwerk.plans.models import (
    CircleMember,
    EmergencyLook,
    PlanSettings,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import circle, emergency
from wijknetwerk.plans.services.emergency import Why
from wijknetwerk.plans.tests.acting import begun, do, hand, place, row, shares
from wijknetwerk.plans.tests.test_emergency import WHY, look
from wijknetwerk.plans.tests.test_noting import bakkers

TICK, QUARTER = timedelta(microseconds=1), timedelta(minutes=15)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan, where a network wants looks in an emergency."""
    with scope.acting(SYSTEM):
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    return begun(cast)


def test_a_look_keeps_who_for_whom_and_why(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast, why=Why("danger", "  Tien teken  "), second_factor_at=NOW - QUARTER + TICK)
    kept = row(EmergencyLook, pk=made.pk)
    els = cast.members["els"]
    assert (kept.plan_id, kept.resident_id) == (plan.pk, cast.amina.pk)
    assert (kept.membership_id, kept.organisation_id) == (els.pk, els.organisation_id)
    assert (kept.reason, kept.words.read(), kept.opened_at) == ("danger", "Tien teken", NOW)
    assert (kept.ended_at, kept.reviewed_at, kept.told_at) == (None, None, None)
    line = row(LogEntry, event="plans.emergency_opened")
    assert (line.action, line.user_uuid, line.object_uuid) == ("E", cast.els.uuid, str(made.uuid))
    assert line.detail == {"reason": "danger"}


@pytest.mark.parametrize("words", ["Negen tek", "  Negen tek  ", ""])
def test_why_is_a_sentence(cast: Cast, plan: ResidentPlan, words: str) -> None:
    with pytest.raises(InvalidInput):
        look(cast, why=Why("danger", words))


def test_a_second_factor_of_a_quarter_of_an_hour_ago_is_too_old(
    cast: Cast, plan: ResidentPlan
) -> None:
    for at in (None, NOW - QUARTER):
        with pytest.raises(ConfirmFirst):
            look(cast, second_factor_at=at)
    with pytest.raises(NotFound):
        look(cast, noting_for=cast.bakker.uuid)


def test_who_may_ask_and_where(cast: Cast, plan: ResidentPlan) -> None:
    els = cast.actor("els")
    standing = els.standings[0]

    def may(**fields: Any) -> bool:
        return access_emergency.may_ask(
            replace(els, standings=(replace(standing, **fields),)), cast.linde
        )

    assert may()
    assert not may(roles=frozenset())
    assert not may(roles=frozenset({"professional", "learner"}))
    assert not may(organisation_uuid=None)
    assert not access_emergency.may_ask(replace(els, noting_for=cast.sam.uuid), cast.linde)
    assert not access_emergency.may_ask(els, cast.oosterpoort)
    with scope.acting(SYSTEM):
        assert access_emergency.may_look(els, cast.linde)
        assert not access_emergency.may_look(cast.actor("dewi"), cast.linde)
        PlanSettings.objects.update(emergency_on=False)
        assert not access_emergency.may_look(els, cast.linde)
        PlanSettings.objects.update(emergency_on=True, network=cast.oosterpoort)
        assert not access_emergency.is_on(cast.linde)


def test_of_whom_there_is_nothing_to_open(cast: Cast, plan: ResidentPlan) -> None:
    els = cast.actor("els")

    def opens(whom: str) -> EmergencyLook:
        member = cast.members[whom].uuid
        with scope.acting(els):
            return emergency.open_look(actor=els, network=cast.linde, resident=member, why=WHY)

    begun(cast, "els")
    for whom in ("bas", "els"):  # no plan; one's own
        with pytest.raises(NoEmergency):
            opens(whom)
    with scope.acting(SYSTEM):
        ResidentPlan.objects.filter(pk=plan.pk).update(state="closed", closed_at=NOW, taken="taken")
    with pytest.raises(NoEmergency):
        opens("amina")
    with scope.acting(SYSTEM):
        assert not EmergencyLook.objects.exists()
    with scope.acting(els):
        emergency.refused(actor=els, network=cast.linde, resident=cast.members["amina"].uuid)
    line = row(LogEntry, event="plans.emergency_refused")
    assert (line.client_uuid, line.network_uuid) == (cast.amina.uuid, cast.linde.uuid)


def test_who_opened_it_shuts_it_once(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)

    def ends(name: str, network: Any, uuid: Any) -> None:
        actor = cast.actor(name)
        with scope.acting(actor):
            emergency.end_look(actor=actor, network=network, look=uuid)

    for name, network, uuid in (
        ("dewi", cast.linde, made.uuid),
        ("amina", cast.linde, made.uuid),
        ("els", cast.oosterpoort, made.uuid),
        ("els", cast.linde, plan.uuid),
    ):
        with pytest.raises(NotFound):
            ends(name, network, uuid)
    els = cast.actor("els")
    with scope.acting(SYSTEM):
        assert [one.pk for one in access_emergency.own_looks(els, cast.linde)] == [made.pk]
        assert access_emergency.own_look(els, cast.linde, made.uuid).pk == made.pk
        assert access_emergency.own_looks(els, cast.oosterpoort) == []
        assert access_emergency.own_looks(cast.actor("dewi"), cast.linde) == []
        with pytest.raises(NotFound):
            access_emergency.own_look(els, cast.linde, plan.uuid)
    with clock.frozen(NOW + TICK):
        ends("els", cast.linde, made.uuid)
        with pytest.raises(NotFound):
            ends("els", cast.linde, made.uuid)
    assert row(EmergencyLook, pk=made.pk).ended_at == NOW + TICK
    line = row(LogEntry, event="plans.emergency_ended")
    assert (line.client_uuid, line.object_uuid) == (cast.amina.uuid, str(made.uuid))
    with scope.acting(SYSTEM):
        assert access_emergency.own_looks(els, cast.linde) == []


def test_a_review_says_what_it_was_and_why(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)
    priya = cast.actor("priya")
    said = {"actor": priya, "network": cast.linde, "look": made.uuid}
    with scope.acting(SYSTEM):
        for verdict, findings in (("splendid", "Terecht."), ("right", "  "), ("", "Terecht.")):
            with pytest.raises(InvalidInput):
                emergency.review(**said, verdict=verdict, findings=findings)  # type: ignore[arg-type]
        assert access_emergency.look_for_officer(priya, cast.linde, made.uuid).pk == made.pk
        emergency.review(**said, verdict="right", findings=" Terecht. ")  # type: ignore[arg-type]
        assert access_emergency.look_for_officer(priya, cast.linde, made.uuid).pk == made.pk
        for actor, network in ((cast.actor("els"), cast.linde), (priya, cast.oosterpoort)):
            with pytest.raises(NotFound):
                access_emergency.look_for_officer(actor, network, made.uuid)
        with pytest.raises(NotFound):
            access_emergency.look_for_officer(priya, cast.linde, plan.uuid)
    kept = row(EmergencyLook, pk=made.pk)
    assert (kept.verdict, kept.findings.read()) == ("right", "Terecht.")
    assert (kept.reviewed_at, kept.reviewed_by_id) == (NOW, cast.priya.pk)
    line = row(LogEntry, event="plans.emergency_reviewed")
    assert (line.client_uuid, line.detail) == (cast.amina.uuid, {"verdict": "right"})


def test_no_network_looks_without_an_officer(cast: Cast) -> None:
    dewi = cast.actor("dewi")

    def switched(*, on: bool) -> bool:
        with scope.acting(SYSTEM):
            emergency.switch(actor=dewi, network=cast.linde, on=on)
            return access_emergency.is_on(cast.linde)

    assert switched(on=True)
    assert not switched(on=False)
    with scope.acting(SYSTEM):
        lines = LogEntry.objects.filter(event="plans.emergency_switched").order_by("seq")
        assert [line.detail for line in lines] == [{"on": True}, {"on": False}]
        MembershipRole.objects.filter(role="privacy_officer").update(until_on=TODAY)
    with pytest.raises(InvalidInput):
        switched(on=True)
    assert not switched(on=False)


def test_who_reads_how_often(cast: Cast) -> None:
    with scope.acting(SYSTEM):
        priya = cast.actor("priya")
        assert access_emergency.counts_exactly(priya, cast.linde)
        assert access_emergency.counts_exactly(cast.actor("dewi"), cast.linde) is False
        noting = replace(priya, noting_for=cast.bakker.uuid)
        for actor in (cast.actor("els"), cast.actor("bas"), noting):
            with pytest.raises((NotAllowed, NotFound)):
                access_emergency.counts_exactly(actor, cast.linde)


def test_who_hears_in_her_place(cast: Cast) -> None:
    """Who is called first and reads the circle, else who decides for her; never who looked."""
    plan = bakkers(cast)

    def tellers(*, but: int = 0) -> list[Any]:
        with scope.acting(SYSTEM):
            fresh = ResidentPlan.objects.select_related("resident").get(pk=plan.pk)
            return access_emergency.tellers(fresh, but=but)

    assert tellers() == [cast.bas]
    assert tellers(but=cast.bas.pk) == []
    mine = hand(cast, plan, "bas")
    with scope.acting(mine.actor):
        assert access_emergency.hears(mine)
        access_emergency.require_hears(mine)
    with scope.acting(SYSTEM):
        speaks = Representative.objects.create(
            network=cast.linde,
            resident=cast.bakker,
            membership=cast.members["dewi"],
            kind="child",
            parts=["circle"],
            from_on=TODAY,
            noted_by=cast.joost,
            seen_by=cast.priya,
            seen_at=NOW,
        )
    assert tellers() == [cast.bas]
    assert tellers(but=cast.bas.pk) == [cast.dewi]
    with scope.acting(SYSTEM):
        CircleMember.objects.update(is_contact=False)
        rows = Representative.objects.filter(pk=speaks.pk)
        assert tellers() == [cast.dewi]
        for changes in (
            {"seen_at": None},
            {"ended_at": NOW},
            {"until_on": TODAY},
            {"resident": cast.amina},
            {"network": cast.oosterpoort},
            {"parts": ["words"]},
        ):
            was = {name: getattr(rows.get(), name) for name in changes}
            rows.update(**changes)
            assert (changes, tellers()) == (changes, [])
            rows.update(**was)
    mine = hand(cast, plan, "bas")
    with scope.acting(mine.actor):
        assert not access_emergency.hears(mine)
        with pytest.raises(NotAllowed):
            access_emergency.require_hears(mine)


def test_who_is_reached_hears_it_themselves(cast: Cast, plan: ResidentPlan) -> None:
    at = place(cast, plan, "bas", "family")
    shares(cast, plan, at, Sharing((Part.CIRCLE,)))
    do(cast, plan, "amina", circle.appoint, place=at.uuid)
    assert access_emergency.hears(hand(cast, plan, "amina"))
    mine = hand(cast, plan, "bas")
    with scope.acting(mine.actor):
        assert not access_emergency.hears(mine)
    with scope.acting(SYSTEM):
        assert access_emergency.tellers(plan, but=0) == []
    for fields, reached in (
        ({"email": "a@voorbeeld.example", "is_active": True}, True),
        ({"email": "a@voorbeeld.example", "is_active": False}, False),
        ({"email": None, "is_active": True}, False),
    ):
        assert access_emergency.is_reached(type(cast.amina)(**fields)) is reached
