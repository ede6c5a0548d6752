"""The pages of the card, messages, documents, the carer and the circle (A1, A2, K1)."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.plans.drawing_web import Day, web
from wijknetwerk.plans.models import (
    CircleMember,
    Message,
    PlanDocument,
    PlanGoal,
    ResidentPlan,
    WellbeingSnapshot,
)
from wijknetwerk.plans.services import circle, message, plans, sharing
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, place, row, shares
from wijknetwerk.privacy.purposes import PartyKind


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan; Els, a nurse, sees all but money; Bas, who cares for her, sees nothing yet."""
    made = begun(cast)
    shares(cast, made, place(cast, made, "els", "professional"), BUT_MONEY)
    place(cast, made, "bas", "carer")
    return made


def test_a_card_is_a_web_with_its_table_and_becomes_a_goal(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    amina = sign_in("amina", second_factor=False)
    nothing = amina.post(at("card_new", plan.uuid), {"why": "zomaar"})
    assert "Kies een cijfer van 0 tot 10" in nothing.content.decode()
    amina.post(at("card_new", plan.uuid), {"body": "4", "meaning": "8", "why": "Mijn knie"})
    amina.post(at("card_new", plan.uuid), {"body": "0", "mind": "6"})
    card = WellbeingSnapshot
    with scope.acting(SYSTEM):
        first = card.objects.order_by("pk").first()
    page = sign_in("els").get(at("card", plan.uuid)).content.decode()
    assert page.count("<polygon") == 4 + 2
    assert "Mijn knie" in page
    assert "geen iPH-instrument" in page
    assert first is not None
    amina.post(at("card_goal", plan.uuid, first.uuid), {"side": "body", "text": "Weer fietsen"})
    assert row(PlanGoal, plan=plan).text.read() == "Weer fietsen"
    assert "Weer fietsen" in amina.get(at("card", plan.uuid)).content.decode()


@pytest.mark.once
def test_a_web_says_each_day_by_itself() -> None:
    drawn = str(web([Day("12 november", {"body": 0}), Day("1 mei <b>", {"body": 10})]))
    assert "168,146" in drawn.replace(".0", "")
    assert "168,41" in drawn.replace(".0", "")
    assert "1 mei &lt;b&gt;" in drawn


def test_messages_say_to_the_resident_who_was_left_out(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    bas = row(CircleMember, membership=cast.members["bas"])
    els = sign_in("els")
    sent = {"text": "De wond is dicht", "without": [str(bas.uuid)]}
    assert els.post(at("messages", plan.uuid), sent).status_code == 302
    page = sign_in("amina").get(at("messages", plan.uuid)).content.decode()
    assert "De wond is dicht" in page
    assert "Niet voor: Bas van der Meer" in page
    look = row(LogEntry, event="plans.messages_read", user_uuid=cast.amina.uuid)
    assert look.client_uuid == cast.amina.uuid
    assert sign_in("bas").get(at("messages", plan.uuid)).status_code == 404
    do(cast, plan, "amina", circle.take_out, place=row(CircleMember, role="professional").uuid)
    assert els.get(at("messages", plan.uuid)).status_code == 404
    assert els.post(at("messages", plan.uuid), {"text": "Nog iets"}).status_code == 404


def test_a_document_is_downloaded_on_record_and_never_kept(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    els = sign_in("els")
    file = SimpleUploadedFile("brief.pdf", b"%PDF-1.7 brief", "application/pdf")
    els.post(at("document_add", plan.uuid), {"title": "Ontslagbrief", "file": file})
    made = row(PlanDocument, plan=plan)
    here = at("document", plan.uuid, made.uuid)
    answer = els.get(here)
    assert answer.content == b"%PDF-1.7 brief"
    assert "no-store" in answer["Cache-Control"]
    look = row(LogEntry, event="plans.document_read", user_uuid=cast.els.uuid)
    assert look.consent_uuid is not None
    assert look.object_uuid == str(made.uuid)
    refused = els.get(at("document_readers", plan.uuid, made.uuid))
    assert refused.status_code == 403
    for name in ("bas", "dewi", "ad", "joost", "priya", "lena"):
        assert sign_in(name).get(here).status_code == 404
    nurse = row(CircleMember, role="professional").uuid
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=nurse)
    assert els.get(here).status_code == 404
    assert els.post(at("document_remove", plan.uuid, made.uuid)).status_code == 404
    amina = sign_in("amina", second_factor=False)
    assert amina.post(at("document_remove", plan.uuid, made.uuid)).status_code == 302
    assert amina.get(here).status_code == 404


def test_a_carer_answers_a_question_of_their_own(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    mine = row(CircleMember, membership=cast.members["bas"])
    bas = sign_in("bas", second_factor=False)
    here = at("carer_own", mine.uuid)
    bas.post(here, {"holds_up": "hard", "words": "Ik slaap slecht"})
    assert "Ik slaap slecht" in bas.get(here).content.decode()
    shown = at("carer", plan.uuid, mine.uuid)
    for name in ("amina", "els", "dewi"):
        assert sign_in(name).get(shown).status_code == 404
        assert sign_in(name).get(here).status_code == 404
    assert "Ik slaap slecht" not in sign_in("amina").get(at("take", plan.uuid)).content.decode()
    els = row(CircleMember, role="professional")
    nurse = {"readers": [str(els.uuid)]}
    assert "Els Vos" not in bas.get(at("carer_readers", mine.uuid)).content.decode()
    shares(cast, plan, mine)
    assert "tweede-stap" in bas.get(at("carer_readers", mine.uuid))["Location"]  # names of a circle
    sign_in("bas").post(at("carer_readers", mine.uuid), nurse)
    assert "Ik slaap slecht" in sign_in("els").get(shown).content.decode()
    assert row(LogEntry, event="plans.carer_read").client_uuid == cast.bas.uuid


def test_the_circle_and_the_sheet_are_papers_too(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    amina = sign_in("amina", second_factor=False)
    do(cast, plan, "amina", circle.appoint, place=row(CircleMember, role="carer").uuid)
    page = amina.get(at("circle_drawing", plan.uuid)).content.decode()
    assert "Bas van der Meer" in page
    assert "<svg" in page
    assert amina.get(at("circle_paper", plan.uuid)).content.startswith(b"%PDF")
    assert amina.get(at("kitchen", "de-linde")).content.startswith(b"%PDF")
    assert sign_in("dewi").get(at("circle_paper", plan.uuid)).status_code == 404


def test_one_tap_at_the_end(cast: Cast, sign_in: SignIn, plan: ResidentPlan) -> None:
    amina = sign_in("amina", second_factor=False)
    assert amina.get(at("otherwise", plan.uuid)).status_code == 404
    do(cast, plan, "amina", plans.close, words="Klaar", taken="not_needed")
    assert amina.get(at("otherwise", plan.uuid)).status_code == 200
    assert amina.post(at("otherwise", plan.uuid), {"where": "gp"}).status_code == 302


def test_fifty_messages_ask_no_more_than_one(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan, count_queries: Any
) -> None:
    els = sign_in("els")
    found = []
    for more in (1, 12):
        for number in range(more):
            do(cast, plan, "els", message.write, text=f"Bericht {number}")
        els.get(at("messages", plan.uuid))
        with count_queries() as asked:
            els.get(at("messages", plan.uuid))
        found.append(asked.count)
    assert found[0] == found[1] <= 15


def test_older_messages_are_a_page_further(cast: Cast, sign_in: SignIn, plan: ResidentPlan) -> None:
    with scope.acting(SYSTEM):
        for number in range(21):
            one = Message.of(plan, written_at=NOW + timedelta(minutes=number), written_by=cast.bas)
            one.text = f"Bericht nummer {number}."
            one.save()
    here = reverse("plans:messages", args=[plan.uuid])
    amina = sign_in("amina", second_factor=False)
    first, older = (amina.get(f"{here}?bladzijde={n}").content.decode() for n in (1, 2))
    assert "Bericht nummer 20." in first
    assert "Bericht nummer 0." not in first
    assert "Bericht nummer 0." in older
    assert "Bericht nummer 20." not in older
