"""*Mijn plan* and the list of circles: what stands there for whom, and leaving (P1, P2, P7)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.plans.services import agreements, circle, sharing
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.tests.acting import EVERYTHING, begun, do, place, shares
from wijknetwerk.privacy.purposes import PartyKind


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


def read(client: Client, name: str, *parts: Any) -> str:
    answer = client.get(at(name, *parts))
    assert answer.status_code == 200
    return answer.content.decode()


def test_whom_to_call_and_what_was_agreed_stand_before_the_words(
    cast: Cast, sign_in: SignIn
) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    do(cast, plan, "amina", circle.appoint, place=els.uuid)
    shares(cast, plan, els, EVERYTHING)
    deal = Deal("Els belt de gemeente", TODAY + timedelta(days=3), Who(place=els.uuid))
    do(cast, plan, "els", agreements.make, deal=deal)
    amina = sign_in("amina", second_factor=False)
    page = read(amina, "plan", plan.uuid)
    call, agreed, words = (
        page.index(it) for it in ("Wie kan ik bellen?", "Els belt de", ">Ik wil<")
    )
    assert call < agreed < words
    assert "Dit klopt niet" in page
    assert "Dit klopt niet" not in read(sign_in("els"), "plan", plan.uuid)
    assert "Las in uw plan" in read(amina, "plan", plan.uuid)


def test_the_list_names_whom_it_opens_for_now_and_nobody_else(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    shares(cast, plan, els, EVERYTHING)
    page = read(sign_in("els"), "circles", "de-linde")
    assert cast.amina.name in page
    assert at("leave", els.uuid) in page
    for other in ("dewi", "joost", "priya", "bas"):
        assert cast.amina.name not in read(sign_in(other), "circles", "de-linde")
    amina = sign_in("amina")
    amina.post(at("stop", plan.uuid, els.uuid))
    withdrawn = read(sign_in("els"), "circles", "de-linde")
    assert cast.amina.name not in withdrawn
    assert at("leave", els.uuid) in withdrawn
    with scope.acting(SYSTEM):
        assert LogEntry.objects.filter(event="plans.listed").exclude(client_uuid=None).count() == 0


def test_who_leaves_sees_nothing_from_the_next_request_on(cast: Cast, sign_in: SignIn) -> None:
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    shares(cast, plan, els, EVERYTHING)
    nurse = sign_in("els")
    assert sign_in("dewi").post(at("leave", els.uuid)).status_code == 404
    assert nurse.get(at("plan", plan.uuid)).status_code == 200
    nurse.post(at("leave", els.uuid))
    assert nurse.get(at("plan", plan.uuid)).status_code == 404
    assert at("leave", els.uuid) not in read(nurse, "circles", "de-linde")
    assert "Stopte een plek in uw kring" in read(sign_in("amina"), "plan", plan.uuid)


@pytest.mark.parametrize(
    ("who", "there", "not_there"), [("amina", "own", "circles"), ("els", "circles", "own")]
)
def test_the_menu_leads_to_a_plan_or_to_the_list(
    who: str, there: str, not_there: str, cast: Cast, sign_in: SignIn
) -> None:
    page = sign_in(who).get("/vandaag/").content.decode()
    menu = page[: page.index("<main")]
    assert at(there, "de-linde") in menu
    assert at(not_there, "de-linde") not in menu


def test_the_list_asks_as_much_for_four_plans_as_for_one(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    shares(cast, (plan := begun(cast)), place(cast, plan, "els", "professional"), EVERYTHING)
    els = sign_in("els")
    els.get(at("circles", "de-linde"))
    with count_queries() as asked:
        els.get(at("circles", "de-linde"))
    assert asked.count <= 12, asked.statements
    for other in ("bas", "dewi", "joost"):
        _shown_by(cast, other)
    with count_queries() as of_four:
        page = read(els, "circles", "de-linde")
    assert page.count("/verlaten/") == 4
    assert of_four.count == asked.count, of_four.statements


def _shown_by(cast: Cast, name: str) -> None:
    """Somebody begins a plan and shows it to Els."""
    plan = begun(cast, name)
    member = cast.members["els"].uuid
    put = do(cast, plan, name, circle.add, member=member, role="professional")
    given = {"kind": PartyKind.PERSON, "place": put.uuid, "chosen": EVERYTHING}
    do(cast, plan, name, sharing.give, **given)
