"""A look in an emergency, refused, ended and judged: which rows are meant, who is outside the case,
and that nothing is judged before the resident knows (P5, H5)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.cast import BEGUN, NOW, SYSTEM, TODAY, Cast
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models import LogEntry, OutgoingMail
from wijknetwerk.networks.models import Membership, MembershipRole
from wijknetwerk.plans.errors import NoEmergency, NotTold, ReadsAlready
from wijknetwerk.plans.models import EmergencyLook, PlanSettings, ResidentPlan
from wijknetwerk.plans.services import emergency
from wijknetwerk.plans.tests.acting import begun, parts, place, row, shares
from wijknetwerk.plans.tests.test_emergency import WHY, look

HOUR = timedelta(hours=1)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan, where a network wants looks in an emergency."""
    with scope.acting(SYSTEM):
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    return begun(cast)


def ends(cast: Cast, made: EmergencyLook, **fields: Any) -> None:
    with scope.acting(SYSTEM):
        which = {"actor": cast.actor("els"), "network": cast.linde, "look": made.uuid}
        emergency.end_look(**{**which, **fields})


def review(cast: Cast, made: EmergencyLook, *, told: bool = False) -> EmergencyLook:
    which: dict[str, Any] = {"network": cast.linde, "look": made.uuid}
    said = {"verdict": "right", "findings": "Terecht."}
    with scope.acting(SYSTEM):
        return emergency.review(actor=cast.actor("priya"), told=told, **which, **said)


def without_mail(cast: Cast) -> None:
    type(cast.amina).objects.filter(pk=cast.amina.pk).update(email=None)


def test_off_ends_what_runs_in_that_network_alone(cast: Cast, plan: ResidentPlan) -> None:
    ended = look(cast)
    ends(cast, ended)
    elsewhere = look(cast)
    with scope.acting(SYSTEM):
        EmergencyLook.objects.filter(pk=elsewhere.pk).update(network=cast.oosterpoort)
    with clock.frozen(NOW + HOUR), scope.acting(SYSTEM):
        here = {"network": cast.linde, "on": False}
        kept = emergency.switch(actor=cast.actor("dewi"), **here)  # type: ignore[arg-type]
    assert (kept.network_id, kept.emergency_on) == (cast.linde.pk, False)
    assert row(EmergencyLook, pk=ended.pk).ended_at == NOW
    assert row(EmergencyLook, pk=elsewhere.pk).ended_at is None


def test_a_plan_of_elsewhere_opens_for_no_emergency_here(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)
    assert made.network is cast.linde
    with scope.acting(SYSTEM):
        ResidentPlan.objects.filter(pk=plan.pk).update(network=cast.oosterpoort)
        Membership.objects.create(network=cast.oosterpoort, person=cast.els, from_on=BEGUN)
    with pytest.raises(NoEmergency):
        look(cast)


def test_who_left_their_party_a_second_ago_opens_nothing(cast: Cast, plan: ResidentPlan) -> None:
    els = cast.actor("els")
    with scope.acting(SYSTEM):
        Membership.objects.filter(person=cast.els).update(partner=None, organisation=None)
        which: dict[str, Any] = {"network": cast.linde, "resident": cast.members["amina"].uuid}
        with pytest.raises(NoEmergency):
            emergency.open_look(actor=els, why=WHY, **which)


def test_who_reads_it_already_needs_no_emergency(cast: Cast, plan: ResidentPlan) -> None:
    shares(cast, plan, place(cast, plan, "els", "professional"))
    with pytest.raises(ReadsAlready):
        look(cast)


def test_nobody_looks_whom_only_they_themselves_would_judge(cast: Cast, plan: ResidentPlan) -> None:
    which = {"network": cast.linde, "membership": cast.members["els"], "person": cast.els}
    with scope.acting(SYSTEM):
        MembershipRole.objects.filter(role="privacy_officer").update(until_on=TODAY)
        MembershipRole.objects.create(role="privacy_officer", from_on=TODAY, **which)
    with pytest.raises(NoEmergency):
        look(cast)
    assert parts(cast, plan, "els") == set()


def test_who_looked_shuts_it_where_they_looked(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)
    with scope.acting(SYSTEM):
        Membership.objects.create(network=cast.oosterpoort, person=cast.els, from_on=BEGUN)
    els = cast.actor("els")
    for fields in (
        {"network": cast.oosterpoort},
        {"actor": replace(els, standings=())},
    ):
        with pytest.raises(NotFound):
            ends(cast, made, **fields)
    ends(cast, made)


def test_a_refused_look_is_on_record_with_as_what_they_tried(
    cast: Cast, plan: ResidentPlan
) -> None:
    els, member = cast.actor("els"), cast.members["amina"].uuid
    with scope.acting(els):
        emergency.refused(actor=els, network=cast.linde, resident=member)
    line = row(LogEntry, event="plans.emergency_refused")
    assert (line.role_codes, line.relation_uuid) == ("professional", cast.members["els"].uuid)


def test_nothing_is_judged_before_she_knows(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)
    without_mail(cast)
    with pytest.raises(NotTold):
        review(cast, made)
    assert row(EmergencyLook, pk=made.pk).reviewed_at is None
    found = review(cast, made, told=True)
    kept = row(EmergencyLook, pk=made.pk)
    assert (found.pk, kept.told_at, kept.told_by_id) == (made.pk, NOW, cast.priya.pk)


def test_who_told_her_stays_who_told_her(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)
    without_mail(cast)
    with scope.acting(SYSTEM):
        which = EmergencyLook.objects.filter(pk=made.pk)
        which.update(told_at=NOW - HOUR, told_by=cast.bas)
    review(cast, made, told=True)
    kept = row(EmergencyLook, pk=made.pk)
    assert (kept.told_at, kept.told_by_id) == (NOW - HOUR, cast.bas.pk)


def test_she_hears_what_was_found(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)

    def mails() -> int:
        with scope.acting(SYSTEM):
            return OutgoingMail.objects.filter(to_address=cast.amina.email).count()

    before = mails()
    review(cast, made)
    assert mails() == before + 1
    assert row(EmergencyLook, pk=made.pk).told_at is None  # who is reached says so themselves
