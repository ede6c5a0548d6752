"""Closing a plan: taken along first, in own words, and erased on its day (P6, K2, K3)."""

import json
from datetime import timedelta
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, files, registries, scope
from wijknetwerk.core.errors import Damaged, NotAllowed
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.models import HelpRequest
from wijknetwerk.mutual_aid.services.neighbours import Reach
from wijknetwerk.mutual_aid.services.requests import Asked
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import (
    LookedBack,
    OtherwiseSaid,
    PlanDocument,
    PlanRow,
    ResidentPlan,
)
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.plans.services import (
    agreements,
    document,
    looking_back,
    message,
    need_help,
    plans,
    representatives,
    words,
)
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.document import Sent
from wijknetwerk.plans.services.words import Card, Said
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, place, row, shares
from wijknetwerk.privacy.models import Consent


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


def full_plan(cast: Cast) -> ResidentPlan:
    """Amina's plan with something in each part; Els, a nurse, sees all but money."""
    plan = begun(cast)
    els = place(cast, plan, "els", "professional")
    shares(cast, plan, els, BUT_MONEY)
    for thing in ("want", "strength", "need"):
        do(cast, plan, "amina", words.write, thing=thing, said=Said(f"Mijn woorden: {thing}"))
    due = Said("Weer fietsen", look_back_on=TODAY)
    goal = do(cast, plan, "amina", words.write, thing="goal", said=due)
    back = {"words": "Tot de brug", "went": "go_on"}
    do(cast, plan, "amina", looking_back.look_back, goal=goal.uuid, **back)
    do(cast, plan, "amina", words.keep_card, card=Card({"body": 6}, why="Mijn knie"))
    deal = Deal("Els belt de dokter", TODAY + timedelta(days=3), Who(place=els.uuid))
    do(cast, plan, "els", agreements.make, deal=deal)
    do(cast, plan, "els", message.write, text="De wond is dicht")
    sent = Sent("brief.pdf", b"%PDF-1.7", "Ontslagbrief", readers=[els.uuid])
    do(cast, plan, "amina", document.add, sent=sent)
    return plan


def text_of(answer: Any) -> str:
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


WHOLE = (
    "Mijn woorden: want",
    "Mijn woorden: need",
    "Weer fietsen",
    "Tot de brug",
    "Mijn knie",
    "Els belt de dokter",
    "De wond is dicht",
    "Ontslagbrief",
    "alles, behalve wat over geld gaat",
    "geen iPH-instrument",
)


def test_everything_goes_along_on_paper_and_as_a_file(cast: Cast, sign_in: SignIn) -> None:
    plan = full_plan(cast)
    sign_in("els").get(at("plan", plan.uuid))
    amina = sign_in("amina", second_factor=False)
    paper = text_of(amina.get(at("take_paper", plan.uuid)))
    file = json.dumps(amina.get(at("take", plan.uuid)).json(), ensure_ascii=False)
    for said in WHOLE[:-2]:
        assert said in paper, said
        assert said in file, said
    assert WHOLE[-1] in paper
    for said in (cast.els.name, "Las in uw plan", "Wie mocht wat zien"):
        assert said in paper
        assert said in file
    assert sign_in("els").get(at("take_paper", plan.uuid)).status_code == 404


def test_a_resident_closes_in_own_words_and_may_say_where_else(cast: Cast, sign_in: SignIn) -> None:
    plan = full_plan(cast)
    amina, els = sign_in("amina", second_factor=False), sign_in("els")
    page = amina.get(at("close", plan.uuid)).content.decode()
    assert at("take_paper", plan.uuid) in page
    assert "14 mei 2027" in page
    nothing = amina.post(at("close", plan.uuid), {"words": "Klaar"})
    assert "Kies of u alles heeft meegenomen" in nothing.content.decode()
    assert els.get(at("plan", plan.uuid)).status_code == 200
    said = {"words": "Ik kan het zelf weer.", "taken": "taken"}
    after = amina.post(at("close", plan.uuid), said)["Location"]
    assert after == at("otherwise", plan.uuid)
    assert els.get(at("plan", plan.uuid)).status_code == 404
    amina.post(after, {"where": "gp"})
    assert row(OtherwiseSaid).plan_id == plan.pk
    mine = amina.get(at("plan", plan.uuid)).content.decode()
    assert "Ik kan het zelf weer." in mine
    assert "Wie kan ik bellen?" not in mine
    assert "14 mei 2027" in mine
    assert at("plan", plan.uuid) in amina.get(at("own", "de-linde")).content.decode()
    assert amina.get(at("close", plan.uuid)).status_code in (302, 409)
    with scope.acting(SYSTEM):
        waits = Waiting.objects.filter(kind__startswith="plans.", done_at=None)
        assert not waits.exists()


@pytest.mark.parametrize(("parts", "may"), [(ALL, True), ([Part.MONEY, Part.WORDS], False)])
def test_who_decides_about_everything_closes_and_nobody_with_less(
    parts: Any, may: bool, cast: Cast, sign_in: SignIn
) -> None:
    plan = full_plan(cast)
    claim = representatives.Claim(
        member=cast.members["bas"].uuid, kind="mentor", parts=tuple(parts), proof="Akte 12"
    )
    noted = do(cast, plan, "amina", representatives.note, claim=claim)
    with scope.acting(actor := cast.actor("priya")):
        representatives.see_proof(actor=actor, network=cast.linde, uuid=noted.uuid)
    bas: Client = sign_in("bas")
    assert bas.get(at("close", plan.uuid)).status_code == (200 if may else 404)
    if may:
        assert "De wond is dicht" in text_of(bas.get(at("take_paper", plan.uuid)))
        assert "Akte 12" not in text_of(bas.get(at("take_paper", plan.uuid)))
        bas.post(at("close", plan.uuid), {"words": "", "taken": "not_needed"})
        assert not row(ResidentPlan).is_open
    else:
        with pytest.raises(NotAllowed):
            do(cast, plan, "bas", plans.close, words="", taken="taken")


def test_on_its_day_all_of_it_is_erased_and_the_rest_stays(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    committed = partial(django_capture_on_commit_callbacks, execute=True)
    plan = full_plan(cast)
    need = do(cast, plan, "amina", words.write, thing="need", said=Said("Boodschappen"))
    ask = {"need": need.uuid, "asked": Asked("Boodschappen"), "reach": Reach("phone", "", "")}
    do(cast, plan, "amina", need_help.ask, **ask)
    kept_file = row(PlanDocument).file
    do(cast, plan, "amina", plans.close, words="Klaar", taken="taken")
    entry = registries.retention["plans.closed"]
    day = plan.erased_on(NOW)
    with clock.frozen(NOW + (day - TODAY) - timedelta(days=1)):
        assert entry.expire(before=clock.now() - entry.keep) == 0
    with scope.acting(SYSTEM):
        assert files.content_of(kept_file) == b"%PDF-1.7"
    with clock.frozen(NOW + (day - TODAY) + timedelta(minutes=1)), committed():
        assert entry.expire(before=clock.now() - entry.keep) == 1
    with scope.acting(SYSTEM):
        assert not ResidentPlan.objects.exists()
        left = [model.__name__ for model in _models() if model._default_manager.exists()]
        assert left == []
        with pytest.raises(Damaged):
            files.content_of(kept_file)
        assert HelpRequest.objects.get().words.read() == "Boodschappen"
        assert Consent.objects.filter(person=cast.amina).exists()
        assert LogEntry.objects.filter(event="plans.closed").exists()
    assert LookedBack in _models()


def _models() -> list[Any]:
    """Every model that holds a row of a plan."""

    def below(model: Any) -> list[Any]:
        return [one for sub in model.__subclasses__() for one in (sub, *below(sub))]

    return [one for one in below(PlanRow) if not one._meta.abstract]
