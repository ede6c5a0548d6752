"""Answering by the link of a mail or the code of a letter (H1, H5, A2)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import clock, jobs, scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.models.once import UsedForm
from wijknetwerk.core.observe import scrub
from wijknetwerk.mutual_aid.models import Match, MatchAct, MatchStep, Side
from wijknetwerk.mutual_aid.services import match_follows
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db
HELPER_PHONE = "0612000111"


def _link(found: Match, side: Side) -> str:
    with scope.acting(SYSTEM):
        whole = Match.objects.select_related(
            "network", "request__asker__person", "offer__helper__person"
        ).get(pk=found.pk)
        return "/" + match_follows.link_for(whole, side).split("/", 3)[3]


def _code(found: Match, side: Side) -> str:
    with scope.acting(SYSTEM):
        whole = Match.objects.select_related("network").get(pk=found.pk)
        return match_follows.code_for(whole, side)


def _between_outsiders(cast: Cast) -> Match:
    """Both take part in nothing: what they know comes by phone, paper and link only."""
    asker = acting.outsider(cast, "Jopie Veen", "0612000222")
    helper = acting.outsider(cast, "Geert Mulder", HELPER_PHONE)
    return acting.match(cast, acting.request(cast, asker), acting.offer(cast, helper))


def test_from_the_question_to_the_end_by_link(cast: Cast) -> None:
    made, browser = acting.asked(cast, _between_outsiders(cast)), Client()
    helper = _link(made, Side.HELPER)
    page = browser.get(helper).content.decode()
    assert acting.TOLD in page
    assert "Jopie" not in page
    answer = browser.post(helper, {"answer": "helper_yes"})
    assert answer["Location"] == "/hulp/antwoord/bedankt/helper_yes/"
    assert "Jopie" not in browser.get(helper).content.decode()
    asker = _link(made, Side.ASKER)
    page = browser.get(asker).content.decode()
    assert "Geert" in page
    assert "Mulder" not in page
    assert HELPER_PHONE not in page
    assert browser.post(asker, {"answer": "asker_yes"})["Location"] == asker
    assert f"tel:{HELPER_PHONE}" in browser.get(asker).content.decode()
    assert "tel:0612000222" in browser.get(helper).content.decode()
    assert browser.post(helper, {"answer": "stop"}).status_code == 302
    for page in (asker, helper):
        assert browser.get(page).status_code == 404
        assert b"Mulder" not in browser.get(page).content


def test_a_no_is_thanked_for_and_the_link_is_over(cast: Cast) -> None:
    made, browser = acting.asked(cast, _between_outsiders(cast)), Client()
    link = _link(made, Side.HELPER)
    answer = browser.post(link, {"answer": "helper_no"})
    assert browser.get(answer["Location"]).status_code == 200
    assert browser.get(link).status_code == 404
    assert acting.now(made).state == "closed"


def test_a_double_press_does_one_thing(cast: Cast) -> None:
    made, browser = acting.asked(cast), Client()
    link = _link(made, Side.HELPER)
    form = re.search(r'name="form_id" value="(\w+)"', browser.get(link).content.decode())
    assert form
    said = {"answer": "helper_yes", "form_id": form.group(1)}
    first, second = browser.post(link, said), browser.post(link, said)
    assert first["Location"] == second["Location"]
    with scope.acting(SYSTEM):
        assert MatchStep.objects.filter(match=made, act="helper_yes").count() == 1


def test_a_link_asks_for_the_sign_of_its_own_form(cast: Cast) -> None:
    made = acting.asked(cast)
    elsewhere = Client(enforce_csrf_checks=True)
    assert elsewhere.post(_link(made, Side.HELPER), {"answer": "helper_yes"}).status_code == 403
    assert acting.now(made).state == "asked"


def test_a_look_by_link_writes_only_the_log(cast: Cast) -> None:
    made, browser = acting.asked(cast), Client()
    link = _link(made, Side.HELPER)
    before = acting.now(made)
    answer = browser.get(link)
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["Referrer-Policy"] == "strict-origin"
    assert not browser.cookies.get("sessionid")
    with scope.acting(SYSTEM):
        line = LogEntry.objects.filter(event="mutual_aid.match_looked_at").get()
        assert (line.client_uuid, line.user_uuid) == (cast.bakker.uuid, None)
        assert not UsedForm.objects.exists()
    after = acting.now(made)
    assert (after.version, after.state) == (before.version, "asked")
    secret = "hUjFY1uVPOu-tWwGtZMMyQ"  # as they are made; a fixed one
    assert secret not in scrub(f"GET /hulp/antwoord/helper/{secret}/ 200")


def test_the_code_of_a_letter_never_stands_in_an_address(cast: Cast) -> None:
    made, browser = acting.asked(cast, _between_outsiders(cast)), Client()
    code = _code(made, Side.HELPER).lower().replace("-", " ")
    answer = browser.post("/hulp/code/", {"code": code})
    assert answer["Location"] == "/hulp/antwoord/"
    assert acting.TOLD in browser.get("/hulp/antwoord/").content.decode()
    with clock.frozen(NOW + timedelta(minutes=31)):
        assert browser.get("/hulp/antwoord/")["Location"] == "/hulp/code/"
    assert Client().get("/hulp/antwoord/")["Location"] == "/hulp/code/"
    answer = browser.post("/hulp/antwoord/", {"answer": "helper_yes"})
    assert answer.status_code == 302
    assert acting.now(made).state == "willing"
    assert Client().post("/hulp/code/", {"code": "ACDEF-GHJKM"}).status_code == 200


def test_mails_say_no_more_than_each_side_may_know(cast: Cast) -> None:
    made = _between_outsiders(cast)
    with scope.acting(SYSTEM):
        for row, address in (
            (made.request.asker, "jopie@example.org"),
            (made.offer.helper, "geert@example.org"),
        ):
            row.email, row.reached_by = address, "mail"
            row.save()
    acting.act(cast, "joost", made, MatchAct.ASK, how="mail")
    jobs.run_waiting()
    (question,) = mail.outbox
    assert question.to == ["geert@example.org"]
    assert "Jopie" not in f"{question.subject} {question.body}"
    acting.act(cast, "joost", made, MatchAct.HELPER_YES)
    acting.act(cast, "joost", made, MatchAct.ASKER_YES)
    acting.act(cast, "joost", made, MatchAct.STOP)
    jobs.run_waiting()
    sent = " ".join(f"{one.subject} {one.body}" for one in mail.outbox)
    assert "0612000" not in sent
    assert "Mulder" not in sent.replace("Geert Mulder,", "")
    ended = [one.body for one in mail.outbox[-2:]]
    assert all("/hulp/antwoord/" not in body for body in ended)
