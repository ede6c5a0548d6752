"""The pages: begin, three taps to share, one to stop, and who looked (rules A1, A2, P2, P4)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import ResidentPlan
from wijknetwerk.plans.services import circle, words
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, place, row, shares
from wijknetwerk.privacy.purposes import PartyKind


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


def test_a_resident_begins_asks_her_daughter_shares_and_stops(cast: Cast, sign_in: SignIn) -> None:
    amina = sign_in("amina", second_factor=False)
    assert amina.get(at("own", "de-linde")).status_code == 200
    amina.post(at("begin", "de-linde"))
    plan = row(ResidentPlan, resident=cast.amina)
    amina.post(at("write", plan.uuid, "want"), {"text": "Weer naar het koor"})
    who = {"member": str(cast.members["bas"].uuid), "role": "family", "relation": "mijn zoon"}
    to_share = amina.post(at("circle_add", plan.uuid), who)["Location"]
    bas = sign_in("bas")
    assert bas.get(at("plan", plan.uuid)).status_code == 404
    assert (
        "Eén persoon in uw kring ziet van uw plan: alles." in amina.get(to_share).content.decode()
    )
    amina.post(to_share, {"preset": "everything"})
    page = bas.get(at("plan", plan.uuid)).content.decode()
    assert "Weer naar het koor" in page
    shown = amina.get(at("sharing", plan.uuid)).content.decode()
    assert "Bas van der Meer" in shown
    assert "Las in uw plan" in shown
    amina.post(to_share.replace("zien", "stoppen"))
    assert bas.get(at("plan", plan.uuid)).status_code == 404
    refused = row(LogEntry, event="core.refused.not_found", object_type="plans:plan", seq=2)
    assert refused.object_uuid == str(plan.uuid)


def test_others_than_the_resident_need_a_second_factor(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)
    answer = sign_in("els", second_factor=False).get(at("plan", plan.uuid))
    assert answer.status_code == 302
    assert sign_in("dewi", second_factor=False).get(at("plan", plan.uuid)).status_code == 404
    assert sign_in("els").get(at("plan", plan.uuid)).status_code == 200
    look = row(LogEntry, event="plans.read", user_uuid=cast.els.uuid)
    assert look.client_uuid == cast.amina.uuid
    assert look.consent_uuid is not None
    assert look.purpose_code == "plan_care"


def test_a_nurse_sees_no_money_and_takes_nothing_along(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"), BUT_MONEY)
    do(cast, plan, "amina", words.write, thing="need", said=Said("De schuld", money=True))
    els = sign_in("els")
    assert "De schuld" not in els.get(at("plan", plan.uuid)).content.decode()
    for name in ("take", "sharing"):
        assert els.get(at(name, plan.uuid)).status_code in (403, 404)
    amina = sign_in("amina")
    assert "De schuld" in amina.get(at("take", plan.uuid)).content.decode()


def test_what_waits_says_nothing_and_goes_when_it_is_answered(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "bas", "family"))
    member = cast.members["els"].uuid
    asked = do(cast, plan, "bas", circle.add, member=member, role="professional")
    waits = row(Waiting, kind="plans.asked", done_at=None)
    assert (waits.person_id, waits.words) == (cast.amina.pk, {})
    amina = sign_in("amina")
    today = amina.get(reverse("front:today")).content.decode()
    assert "Er wacht iets in een plan" in today
    assert "Els" not in today
    amina.post(at("circle_act", plan.uuid, asked.uuid, "ja"))
    with scope.acting(SYSTEM):
        assert not Waiting.objects.filter(kind="plans.asked", done_at=None).exists()


@pytest.mark.parametrize("lines", [1, 12])
def test_a_plan_page_asks_few_statements(
    lines: int, cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    plan = begun(cast)
    shares(cast, plan, place(cast, plan, "els", "professional"))
    for number in range(lines):
        do(cast, plan, "amina", words.write, thing="need", said=Said(f"Iets {number}"))
    els: Client = sign_in("els")
    els.get(at("plan", plan.uuid))
    with count_queries() as asked:
        els.get(at("plan", plan.uuid))
    assert asked.count <= 15, asked.statements


def test_stopping_says_when_somebody_still_sees_by_their_team(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    nurse = place(cast, plan, "els", "professional")
    shares(cast, plan, nurse)
    shares(cast, plan, None, BUT_MONEY, PartyKind.TEAM)
    amina, els = sign_in("amina"), sign_in("els")
    stopped = amina.post(at("stop", plan.uuid, nurse.uuid), follow=True).content.decode()
    assert "ziet deze persoon nog wel iets" in stopped
    assert els.get(at("plan", plan.uuid)).status_code == 200
    amina.post(at("circle_act", plan.uuid, nurse.uuid, "eruit"))
    assert els.get(at("plan", plan.uuid)).status_code == 404
