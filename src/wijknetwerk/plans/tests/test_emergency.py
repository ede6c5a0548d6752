"""A look in an emergency (rule P5), and who may decide for a resident (design 3)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans import access
from wijknetwerk.plans.errors import NoEmergency, NotYours
from wijknetwerk.plans.models import EmergencyLook, PlanSettings, ResidentPlan
from wijknetwerk.plans.parts import EMERGENCY, Part
from wijknetwerk.plans.presets import Sharing
from wijknetwerk.plans.services import emergency, emergency_telling, representatives, words
from wijknetwerk.plans.services.emergency import Why
from wijknetwerk.plans.services.representatives import Claim
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import begun, do, parts, place, shares

WHY = Why("danger", "Zij doet niet open en het licht brandt al dagen.")


def look(cast: Cast, name: str = "els", why: Why = WHY, **changes: Any) -> EmergencyLook:
    actor = replace(cast.actor(name), **changes)
    with scope.acting(actor):
        return emergency.open_look(
            actor=actor, network=cast.linde, resident=cast.members["amina"].uuid, why=why
        )


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan, where a network wants looks in an emergency."""
    with scope.acting(SYSTEM):
        PlanSettings.objects.create(network=cast.linde, emergency_on=True)
    return begun(cast)


def test_what_only_an_emergency_opens_is_read_under_its_own_name(
    cast: Cast, plan: ResidentPlan, sign_in: SignIn
) -> None:
    """Also by somebody of the circle, who may read less than that (P4)."""
    seat = place(cast, plan, "els", "professional")
    shares(cast, plan, seat, Sharing((Part.WORDS,)))
    look(cast)
    assert sign_in("els").get(f"/plan/{plan.uuid}/").status_code == 200
    assert LogEntry.objects.filter(event="plans.emergency_read", user_uuid=cast.els.uuid).exists()


def test_it_is_off_by_default_and_only_leaders_switch_it_on(cast: Cast) -> None:
    begun(cast)
    with pytest.raises(NoEmergency):
        look(cast)
    with pytest.raises(NotAllowed):
        _switch(cast, "els")
    _switch(cast, "dewi")
    look(cast)


def _switch(cast: Cast, name: str, *, on: bool = True) -> None:
    actor = cast.actor(name)
    with scope.acting(actor):
        emergency.switch(actor=actor, network=cast.linde, on=on)


def test_switching_it_off_ends_what_is_open(cast: Cast, plan: ResidentPlan) -> None:
    look(cast)
    assert parts(cast, plan, "els") == EMERGENCY
    _switch(cast, "dewi", on=False)
    assert not parts(cast, plan, "els")
    assert LogEntry.objects.filter(
        event="plans.emergency_ended", client_uuid=cast.amina.uuid
    ).exists()


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("dewi", {}),
        ("joost", {}),
        ("lena", {}),
        ("priya", {}),
        ("els", {"second_factor_at": None}),
        ("els", {"second_factor_at": NOW - timedelta(minutes=16)}),
    ],
)
def test_who_may_not(cast: Cast, plan: ResidentPlan, name: str, changes: dict[str, Any]) -> None:
    with pytest.raises(NoEmergency):
        look(cast, name, **changes)
    assert parts(cast, plan, name) == set()


def test_it_reads_less_for_four_hours_and_says_so_at_once(cast: Cast, plan: ResidentPlan) -> None:
    for why in (Why("danger", "kort"), Why("nieuwsgierig", WHY.words)):
        with pytest.raises(InvalidInput):
            look(cast, why=why)
    made = look(cast)
    assert parts(cast, plan, "els") == EMERGENCY
    with pytest.raises(NotFound):
        do(cast, plan, "els", words.write, thing="want", said=Said("Iets"))
    with clock.frozen(NOW + timedelta(hours=4) - timedelta(seconds=1)):
        assert parts(cast, plan, "els") == EMERGENCY
    with clock.frozen(NOW + timedelta(hours=4)):
        assert parts(cast, plan, "els") == set()
    assert made.review_by == date(2026, 11, 19)  # five working days after a Thursday
    with scope.acting(SYSTEM):
        waits = Waiting.objects.filter(kind__startswith="plans.", done_at=None)
        told = {(one.kind, one.person_id, str(one.words)) for one in waits}
        assert told == {
            ("plans.looked", cast.amina.pk, "{}"),
            ("plans.review", cast.priya.pk, "{}"),
        }
        line = LogEntry.objects.get(event="plans.emergency_opened")
        assert (line.client_uuid, line.purpose_code) == (cast.amina.uuid, "BTG")
        assert "licht" not in str(line.detail)


def test_it_is_reviewed_by_an_officer_outside_the_case(cast: Cast, plan: ResidentPlan) -> None:
    made = look(cast)
    said = {"network": cast.linde, "look": made.uuid, "verdict": "right", "findings": "Terecht."}
    for name in ("els", "dewi", "amina"):
        actor = cast.actor(name)
        with scope.acting(actor), pytest.raises(NotFound):
            emergency.review(actor=actor, **said)
    actor = cast.actor("priya")
    with scope.acting(actor):
        emergency.review(actor=actor, **said)
        with pytest.raises(NotFound):
            emergency.review(actor=actor, **said)
    with scope.acting(SYSTEM):
        left = Waiting.objects.filter(kind__startswith="plans.", done_at=None)
        assert [one.kind for one in left] == ["plans.looked"]  # Amina reads it first
    do(cast, plan, "amina", emergency_telling.heard, look=made.uuid)
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(kind__startswith="plans.", done_at=None).exists()
    assert parts(cast, plan, "priya") == set()


def test_without_an_officer_outside_the_case_it_does_not_open(
    cast: Cast, plan: ResidentPlan
) -> None:
    place(cast, plan, "priya", "family")
    with pytest.raises(NoEmergency):
        look(cast)


def test_a_representative_counts_once_somebody_else_saw_the_proof(
    cast: Cast, plan: ResidentPlan
) -> None:
    claim = Claim(cast.members["bas"].uuid, "mentor", (Part.WORDS, Part.NEEDS), proof="Beschikking")
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    assert parts(cast, plan, "bas") == set()
    with pytest.raises(NotAllowed):
        do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    for name, error in (("dewi", NotFound), ("priya", None)):
        _sees(cast, name, made, error)
    assert parts(cast, plan, "bas") == {Part.WORDS, Part.NEEDS}
    with pytest.raises(NotAllowed):
        do(cast, plan, "amina", representatives.end, uuid=made.uuid)
    do(cast, plan, "bas", representatives.end, uuid=made.uuid)
    assert parts(cast, plan, "bas") == set()


def test_an_officer_does_not_see_their_own_proof(cast: Cast, plan: ResidentPlan) -> None:
    claim = Claim(cast.members["priya"].uuid, "child")
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    _sees(cast, "priya", made, NotYours)
    do(cast, plan, "amina", representatives.confirm, uuid=made.uuid)
    assert parts(cast, plan, "priya") == set(Part)


def test_an_administrator_of_money_sees_money(cast: Cast, plan: ResidentPlan) -> None:
    claim = Claim(cast.members["bas"].uuid, "bewindvoerder")
    made = do(cast, plan, "amina", representatives.note, claim=claim)
    _sees(cast, "priya", made, None)
    assert parts(cast, plan, "bas") == {Part.MONEY}
    actor = cast.actor("bas")
    with scope.acting(actor):
        assert not access.readable(actor, Part.WORDS).exists()
        assert access.readable(actor, Part.MONEY).exists()


def _sees(cast: Cast, name: str, made: Any, error: type[DomainError] | None) -> None:
    actor = cast.actor(name)
    with scope.acting(actor):
        if error is None:
            representatives.see_proof(actor=actor, network=cast.linde, uuid=made.uuid)
            return
        with pytest.raises(error):
            representatives.see_proof(actor=actor, network=cast.linde, uuid=made.uuid)
