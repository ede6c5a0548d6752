"""Changing and letting go a line, choosing for a need, looking back (P8, H1, P1, P7)."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import clock, scope
from wijknetwerk.core.errors import InvalidInput, NotAllowed, NotFound
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.models import HelpRequest
from wijknetwerk.mutual_aid.services import requests as help_requests
from wijknetwerk.mutual_aid.services.neighbours import Reach
from wijknetwerk.mutual_aid.services.requests import Asked
from wijknetwerk.notices.models import Waiting
from wijknetwerk.plans.models import CircleMember, LookedBack, Need, PlanGoal, ResidentPlan
from wijknetwerk.plans.services import (
    agreements,
    circle,
    look_backs,
    looking_back,
    need_help,
    plans,
    sharing,
    words,
)
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import BUT_MONEY, begun, do, place, row, shares
from wijknetwerk.privacy.purposes import PartyKind


def at(name: str, *parts: Any) -> str:
    return reverse(f"plans:{name}", args=parts)


def read(client: Client, name: str, *parts: Any) -> str:
    answer = client.get(at(name, *parts))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def plan(cast: Cast) -> ResidentPlan:
    """Amina's plan; Els, a nurse, sees and writes all but money."""
    made = begun(cast)
    shares(cast, made, place(cast, made, "els", "professional"), BUT_MONEY)
    return made


def written(cast: Cast, plan: ResidentPlan, thing: str, text: str, **more: Any) -> Any:
    return do(cast, plan, "amina", words.write, thing=thing, said=Said(text, **more))


def test_of_two_who_change_a_line_the_second_sees_both_texts(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    want = written(cast, plan, "want", "Naar het koor")
    here = (plan.uuid, "want", want.uuid)
    amina, els = sign_in("amina", second_factor=False), sign_in("els")
    assert "Naar het koor" in read(els, "line_change", *here)
    amina.post(at("line_change", *here), {"text": "Naar het kerkkoor", "version": "1"})
    stale = els.post(at("line_change", *here), {"text": "Weer zingen", "version": "1"})
    both = stale.content.decode()
    assert "Naar het kerkkoor" in both
    assert "Weer zingen" in both
    assert 'name="version" value="2"' in both
    els.post(at("line_change", *here), {"text": "Weer zingen in het koor", "version": "2"})
    page = read(amina, "line", *here)
    assert page.index("Weer zingen in het koor") < page.index("Naar het kerkkoor")
    assert page.count("Naar het koor") == 1


def test_what_is_let_go_leaves_the_page_and_can_be_put_back(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    want = written(cast, plan, "want", "Een hond")
    debt = written(cast, plan, "need", "De schuld", money=True)
    amina, els = sign_in("amina", second_factor=False), sign_in("els")
    for line in (want, debt):
        amina.post(at("line_gone", plan.uuid, line.THING, line.uuid))
    assert "Een hond" not in read(amina, "plan", plan.uuid)
    assert "De schuld" in read(amina, "gone", plan.uuid)
    seen_by_els = read(els, "gone", plan.uuid)
    assert "Een hond" in seen_by_els
    assert "De schuld" not in seen_by_els
    assert els.post(at("line_back", plan.uuid, "need", debt.uuid)).status_code == 404
    amina.post(at("line_back", plan.uuid, "want", want.uuid))
    assert "Een hond" in read(amina, "plan", plan.uuid)


def test_words_that_were_about_money_stay_with_who_sees_money(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    need = written(cast, plan, "need", "Schuld bij de bank", money=True)
    changed = {"thing": "need", "uuid": need.uuid, "read_version": 1}
    do(cast, plan, "amina", words.change, said=Said("Hulp met papieren"), **changed)
    assert "Schuld bij de bank" in read(sign_in("amina"), "line", plan.uuid, "need", need.uuid)
    nurse = read(sign_in("els"), "line", plan.uuid, "need", need.uuid)
    assert "Hulp met papieren" in nurse
    assert "Schuld" not in nurse


def test_a_need_becomes_a_request_for_help_in_the_words_that_were_let_go_of(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    need = written(cast, plan, "need", "Ik kan de trap niet op door mijn heup")
    amina, els = sign_in("amina", second_factor=False), sign_in("els")
    form = at("need_help", plan.uuid, need.uuid)
    assert "door mijn heup" in amina.get(form).content.decode()
    assert els.get(form).status_code == 404
    sent = {"words": "Wie haalt boodschappen?", "reached_by": "phone", "address": ""}
    assert els.post(form, sent).status_code == 404
    answer = amina.post(form, sent)
    made = row(HelpRequest)
    assert answer["Location"] == reverse("mutual_aid:request_told", args=["de-linde", made.uuid])
    assert made.words.read() == "Wie haalt boodschappen?"
    assert (made.told.read(), made.asker.person_id) == ("", cast.amina.pk)
    there = reverse("mutual_aid:request", args=["de-linde", made.uuid])
    mine = read(amina, "line", plan.uuid, "need", need.uuid)
    assert there in mine
    assert "Het is binnen" in mine
    assert there not in read(els, "line", plan.uuid, "need", need.uuid)
    assert at("line", plan.uuid, "need", need.uuid) in amina.get(there).content.decode()
    desk = sign_in("dewi").get(there).content.decode()
    assert "heup" not in desk
    assert "/plan/" not in desk


def test_only_the_resident_lets_words_leave_the_plan(cast: Cast, plan: ResidentPlan) -> None:
    need = written(cast, plan, "need", "Boodschappen")
    ask = {"need": need.uuid, "asked": Asked("Boodschappen"), "reach": Reach("phone", "", "")}
    with pytest.raises(NotAllowed):
        do(cast, plan, "els", need_help.ask, **ask)
    do(cast, plan, "amina", plans.close, words="", taken="not_needed")
    with pytest.raises(NotFound):
        do(cast, plan, "els", need_help.ask, **ask)
    with scope.acting(SYSTEM):
        assert not HelpRequest.objects.exists()


def test_a_need_shows_how_it_goes_with_what_was_chosen(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    need = written(cast, plan, "need", "Hulp bij het douchen")
    amina = sign_in("amina", second_factor=False)
    amina.post(at("need_chosen", plan.uuid, need.uuid, "eigen-mensen"))
    assert "Mijn eigen mensen" in read(amina, "plan", plan.uuid)
    deal = Deal("Wij douchen op maandag", TODAY + timedelta(days=3), Who(), need=need.uuid)
    made = do(cast, plan, "amina", agreements.make, deal=deal)
    page = read(amina, "line", plan.uuid, "need", need.uuid)
    assert at("agreement", plan.uuid, made.uuid) in page
    assert at("felt", plan.uuid, need.uuid) in page
    back = read(amina, "agreement", plan.uuid, made.uuid)
    assert at("line", plan.uuid, "need", need.uuid) in back
    amina.post(at("need_chosen", plan.uuid, need.uuid, "nog-niets"))
    assert row(Need).choice == ""
    foreign = sign_in("priya").post(at("need_chosen", plan.uuid, need.uuid, "nog-niets"))
    assert foreign.status_code == 404


def test_needs_with_what_was_chosen_ask_as_much_for_ten_as_for_one(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan, count_queries: Any
) -> None:
    for number in range(10):
        need = written(cast, plan, "need", f"Iets {number}")
        if number % 2:
            ask = {"asked": Asked(f"Iets {number}"), "reach": Reach("phone", "", "")}
            do(cast, plan, "amina", need_help.ask, need=need.uuid, **ask)
        else:
            deal = Deal(f"Doen {number}", TODAY + timedelta(days=3), Who(), need=need.uuid)
            do(cast, plan, "amina", agreements.make, deal=deal)
    amina = sign_in("amina")
    for name in ("plan", "sheet"):
        amina.get(at(name, plan.uuid))
        with count_queries() as asked:
            amina.get(at(name, plan.uuid))
        assert asked.count <= 15, asked.statements


def test_an_existing_request_can_be_the_answer_and_ends_by_itself(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    need = written(cast, plan, "need", "Boodschappen")
    amina = sign_in("amina", second_factor=False)
    sent = {"words": "Boodschappen", "reached_by": "phone", "rhythm": "", "pc4": ""}
    amina.post(reverse("mutual_aid:ask", args=["de-linde"]), sent)
    made = row(HelpRequest)
    assert str(made.uuid) in read(amina, "need_choose", plan.uuid, need.uuid)
    assert str(made.uuid) not in read(sign_in("els"), "need_choose", plan.uuid, need.uuid)
    chosen = at("need_chosen", plan.uuid, need.uuid, "hulpvraag")
    amina.post(chosen, {"request": str(made.uuid)})
    assert row(Need).help_request_id == made.pk
    back, asked = (
        at("line", plan.uuid, "need", need.uuid),
        reverse("mutual_aid:request", args=["de-linde", made.uuid]),
    )
    assert back in amina.get(asked).content.decode()
    assert back not in sign_in("joost").get(asked).content.decode()  # at the desk
    actor = cast.actor("amina")
    with scope.acting(actor):
        help_requests.withdraw(actor=actor, network=cast.linde, request=made.uuid)
    assert "niet meer nodig" in read(amina, "line", plan.uuid, "need", need.uuid)


def test_who_keeps_the_desk_and_writes_in_the_plan_chooses_a_request_of_this_resident_only(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    need = written(cast, plan, "need", "Boodschappen")
    sent = {"words": "Boodschappen", "reached_by": "phone", "rhythm": "", "pc4": ""}
    made = {}
    for name in ("amina", "bas"):
        sign_in(name).post(reverse("mutual_aid:ask", args=["de-linde"]), sent)
        made[name] = row(HelpRequest, asker__person=cast.people[name])
    choose = at("need_choose", plan.uuid, need.uuid)
    dewi = sign_in("dewi")
    assert dewi.get(choose).status_code == 404
    shares(cast, plan, place(cast, plan, "dewi", "volunteer"), BUT_MONEY)
    page = dewi.get(choose).content.decode()
    assert str(made["amina"].uuid) in page
    assert str(made["bas"].uuid) not in page
    chosen = at("need_chosen", plan.uuid, need.uuid, "hulpvraag")
    assert dewi.post(chosen, {"request": str(made["bas"].uuid)}).status_code == 404
    dewi.post(chosen, {"request": str(made["amina"].uuid)})
    assert row(Need).help_request_id == made["amina"].pk


def test_a_goal_waits_on_its_day_for_the_resident_and_who_is_called_first(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    goal = written(cast, plan, "goal", "Naar de winkel", look_back_on=TODAY + timedelta(days=7))
    others = place(cast, plan, "bas", "family")
    do(cast, plan, "amina", circle.appoint, place=others.uuid)
    assert _waits() == set()
    with clock.frozen(NOW + timedelta(days=7)):
        look_backs_due()
        assert _waits() == {cast.amina.pk}  # Bas is called first, and sees nothing
        shares(cast, plan, others)
        look_backs_due()
        assert _waits() == {cast.amina.pk, cast.bas.pk}
        do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=others.uuid)
        look_backs_due()
        assert _waits() == {cast.amina.pk}
        amina = sign_in("amina", second_factor=False)
        assert at("look_back", plan.uuid, goal.uuid) in read(amina, "plan", plan.uuid)
        said = {"words": "Het lukt tot de hoek", "went": "go_on", "again_on": "2026-12-24"}
        amina.post(at("look_back", plan.uuid, goal.uuid), said)
        assert _waits() == set()
        again = {"words": "Ik ben er", "went": "enough"}
        amina.post(at("look_back", plan.uuid, goal.uuid), again)
    page = read(amina, "line", plan.uuid, "goal", goal.uuid)
    assert page.index("Ik ben er") < page.index("Het lukt tot de hoek")
    kept = row(PlanGoal)
    assert (kept.went, kept.look_back_on) == ("enough", None)
    with scope.acting(SYSTEM):
        assert LookedBack.objects.count() == 2
        assert not LogEntry.objects.filter(detail__icontains="winkel").exists()


def test_looking_back_is_for_who_may_write_and_again_only_later(
    cast: Cast, plan: ResidentPlan
) -> None:
    goal = written(cast, plan, "goal", "Fietsen")
    said = {"goal": goal.uuid, "words": "Goed", "went": "go_on"}
    with pytest.raises(InvalidInput):
        do(cast, plan, "amina", looking_back.look_back, **said, again_on=TODAY)
    with pytest.raises(NotFound):
        do(cast, plan, "priya", looking_back.look_back, **said)
    do(cast, plan, "els", looking_back.look_back, **said)


def test_what_was_open_when_the_permission_ended_changes_nothing(
    cast: Cast, sign_in: SignIn, plan: ResidentPlan
) -> None:
    want = written(cast, plan, "want", "Zingen")
    need = written(cast, plan, "need", "Boodschappen")
    goal = written(cast, plan, "goal", "Naar de winkel", look_back_on=TODAY)
    line = (plan.uuid, "want", want.uuid)
    ways: dict[str, dict[str, str]] = {
        at("line_change", *line): {"text": "Iets anders", "version": "1"},
        at("line_gone", *line): {},
        at("write", plan.uuid, "want"): {"text": "Nog iets"},
        at("need_chosen", plan.uuid, need.uuid, "eigen-mensen"): {},
        at("look_back", plan.uuid, goal.uuid): {"words": "Goed", "went": "enough"},
        at("close", plan.uuid): {"taken": "taken"},
    }
    els = sign_in("els")
    assert els.get(at("line_change", *line)).status_code == 200
    nurse = row(CircleMember, role="professional")
    do(cast, plan, "amina", sharing.stop, kind=PartyKind.PERSON, place=nurse.uuid)
    with scope.acting(SYSTEM):
        before = LogEntry.objects.filter(user_uuid=cast.els.uuid, outcome=0).count()
    for way, sent in ways.items():
        assert els.post(way, sent).status_code == 404, way
    with scope.acting(SYSTEM):
        after = LogEntry.objects.filter(user_uuid=cast.els.uuid, outcome=0).count()
        assert after == before
    page = read(sign_in("amina"), "plan", plan.uuid)
    for said in ("Iets anders", "Nog iets", "Mijn eigen mensen"):
        assert said not in page
    assert row(PlanGoal).went == ""


def look_backs_due() -> None:
    with scope.acting(SYSTEM):
        look_backs.look_at_due()


def _waits() -> set[int]:
    with scope.acting(SYSTEM):
        rows = Waiting.objects.filter(kind="plans.look_back", done_at=None)
        return set(rows.values_list("person_id", flat=True))
