"""Kept, late and let go are counted for a whole network, and for nobody less (rules P7, E2)."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.services import facts
from wijknetwerk.plans import agreement_facts
from wijknetwerk.plans.models import Agreement, AgreementStep, EmergencyLook, ResidentPlan
from wijknetwerk.plans.personal_data import PlansData
from wijknetwerk.plans.services import agreements, circle
from wijknetwerk.plans.tests.acting import do, hand, row
from wijknetwerk.plans.tests.agreeing import agreed, at, worked_from

DUE = date(2026, 10, 20)
KEPT: dict[str, Any] = {"state": "done", "done_on": DUE}
LATE: dict[str, Any] = {"state": "agreed"}
DONE_LATE: dict[str, Any] = {"state": "done", "done_on": DUE + timedelta(days=1)}
DROPPED: dict[str, Any] = {"state": "dropped"}
NAMES = ("amina", "bas", "dewi", "ad", "joost", "els")


def counted(cast: Cast, *plans: list[dict[str, Any]]) -> dict[str, Any]:
    """What is counted with these agreements, each list of another plan."""
    with scope.acting(SYSTEM):
        for name, rows in zip(NAMES, plans, strict=False):
            plan = ResidentPlan.objects.create(
                network=cast.linde,
                resident=cast.people[name],
                begun_at=clock.now(),
                begun_how="self",
            )
            for fields in rows:
                made = Agreement.of(plan, owner="resident", **{"due_on": DUE, **fields})
                made.what = "Bellen"
                made.save()
        return dict(agreement_facts.count(cast.linde.pk))


def test_three_numbers_of_five_plans_or_more(cast: Cast) -> None:
    rows = [KEPT, KEPT, LATE, DONE_LATE, DROPPED]
    found = counted(cast, *[rows for _name in range(5)])
    assert found == {
        "agreements_kept_year": 10,
        "agreements_late_year": 10,
        "agreements_dropped_year": 5,
    }


@pytest.mark.parametrize(
    "plans",
    [
        [[KEPT]] * 4,
        [[KEPT] * 9] * 4 + [[LATE]],
        [[KEPT]] * 5 + [[DROPPED]],
        [[KEPT, LATE]] * 4 + [[KEPT]],
    ],
)
def test_nothing_shows_while_a_number_is_of_fewer(plans: Any, cast: Cast) -> None:
    assert counted(cast, *plans) == {}


def test_who_leads_reads_the_three_numbers_and_nobody_else(cast: Cast, sign_in: SignIn) -> None:
    counted(cast, *[[KEPT, LATE, DROPPED]] * 5)
    with scope.acting(SYSTEM):
        facts.store_facts(cast.linde.pk)
    here = reverse("plans:circles", args=["de-linde"])
    sentence = "Afspraken met bewoners"
    assert sentence in sign_in("dewi").get(here).content.decode()
    for name in ("els", "amina"):
        assert sentence not in sign_in(name).get(here).content.decode()


def test_a_number_never_changes_on_the_day_that_somebody_does_something(cast: Cast) -> None:
    before = counted(cast, *[[KEPT, {**LATE, "due_on": TODAY.replace(day=1)}]] * 5)
    assert before["agreements_late_year"] == 0


def test_who_looks_in_an_emergency_ticks_nothing(cast: Cast) -> None:
    plan = worked_from(cast)
    made = agreed(cast, plan, "amina")
    member = cast.members["dewi"]
    with scope.acting(SYSTEM):
        party = cast.members["els"]
        member.partner, member.organisation = party.partner, party.organisation
        member.save()
        look = EmergencyLook.of(
            plan,
            membership=member,
            organisation=party.organisation,
            reason="danger",
            opened_at=clock.now(),
            review_by=TODAY,
        )
        look.words = "Zij deed niet open."
        look.save()
    assert hand(cast, plan, "dewi").parts
    with pytest.raises(NotAllowed):
        do(cast, plan, "dewi", agreements.done, uuid=made.uuid)
    with pytest.raises(NotAllowed):
        do(cast, plan, "dewi", agreements.drop, uuid=made.uuid, reason="x")


def test_it_goes_along_and_is_erased_with_the_plan(cast: Cast) -> None:
    plan = worked_from(cast)
    made = agreed(cast, plan)
    do(cast, plan, "amina", agreements.wrong, uuid=made.uuid, words="Elke dag, zei u.")
    do(cast, plan, "amina", circle.appoint, place=at(plan, cast, "bas").uuid)
    data = PlansData()
    taken = str([one.fields for one in data.export(person_uuid=cast.amina.uuid)])
    assert "Verband om de dag" in taken
    assert "Elke dag, zei u." in taken
    others = str([one.fields for one in data.export(person_uuid=cast.els.uuid)])
    assert "Verband" not in others
    with scope.acting(SYSTEM):
        list(data.erase(actor=SYSTEM, person_uuid=cast.els.uuid))
        assert row(Agreement, uuid=made.uuid).written_by is None
        list(data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid))
        assert not Agreement.objects.exists()
        assert not AgreementStep.objects.exists()
    with pytest.raises(NotFound):
        hand(cast, plan, "amina")
