"""What one sees of the questions: nobody copies, nobody loses words, everybody compares."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.cast import BEGUN, SYSTEM, TODAY, Cast
from wijknetwerk.accounts.models import Person
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Membership
from wijknetwerk.roadmap import selectors
from wijknetwerk.roadmap.models import CheckRound, CheckSheet
from wijknetwerk.roadmap.services import Said
from wijknetwerk.roadmap.tests.checking import answered, closed, in_practice, opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("route")]

SignIn = Callable[..., Client]
CountQueries = Callable[[], AbstractContextManager[Any]]
SECRET = "Ik denk van niet."


def _text(answer: Any) -> str:
    page = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _page(uuid: UUID, name: str = "check") -> str:
    return reverse(f"roadmap:{name}", args=["de-linde", uuid])


def _filled(kind: str = "self_check", reply: str = "yes", **more: str) -> dict[str, str]:
    questions = selectors.content("nl").questions_in(kind)
    return {"number": "0", **{f"reply_{row.code}": reply for row in questions}, **more}


@pytest.mark.parametrize("who", ["els", "dewi", "ad", "joost", "priya"])
def test_nobody_reads_others_before_answering_also_not_who_leads(
    cast: Cast, sign_in: SignIn, who: str
) -> None:
    uuid = opened(cast, "self_check")
    answered(cast, "amina", uuid, {"horizon": Said("no", SECRET)})
    client = sign_in(who)
    for name in ("check", "check_answer"):
        assert SECRET not in _text(client.get(_page(uuid, name)))
    assert "Antwoord eerst zelf." in _text(client.get(_page(uuid)))
    assert "Amina Haddad" in _text(client.get(_page(uuid)))  # who answered is no secret
    answered(cast, who, uuid, {"horizon": "yes"})
    page = _text(client.get(_page(uuid)))
    assert SECRET in page
    assert page.index("Hier denkt u verschillend over") < page.index(SECRET)


def test_who_left_is_waited_for_no_longer(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast, "self_check")
    client = sign_in("dewi")
    assert "Bas van der Meer" in _text(client.get(_page(uuid)))
    assert "Bas van der Meer" in _text(client.get(_page(uuid, "check_close")))
    with scope.acting(SYSTEM):
        Membership.objects.filter(pk=cast.members["bas"].pk).update(until_on=TODAY)
    for name in ("check", "check_close"):
        page = _text(client.get(_page(uuid, name)))
        assert "Bas van der Meer" not in page
        assert "Amina Haddad" in page


def test_after_closing_every_member_reads_answers_and_decision(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast, "self_check")
    answered(cast, "amina", uuid, {"horizon": Said("no", SECRET)})
    closed(cast, uuid, "We schrijven één zin op.")
    page = _text(sign_in("lena").get(_page(uuid)))
    assert SECRET in page
    assert "We schrijven één zin op." in page
    assert sign_in("lena").get(_page(uuid, "check_answer")).status_code == 302


def test_the_form_says_that_ones_name_stands_with_it(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast)
    page = _text(sign_in("amina").get(_page(uuid, "check_answer")))
    assert "Uw naam staat bij uw antwoorden." in page
    for question in selectors.content("nl").questions_in("readiness"):
        assert question.text in page


def test_answering_by_form_leads_to_the_comparison(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast, "self_check")
    sent = _filled(note_horizon="Over drie jaar.")
    answer = sign_in("amina").post(_page(uuid, "check_answer"), sent, follow=True)
    assert "Dank u wel. De antwoorden zijn opgeslagen." in _text(answer)
    assert "Over drie jaar." in _text(answer)


def test_who_forgets_a_question_is_told_and_keeps_all_that_was_typed(
    cast: Cast, sign_in: SignIn
) -> None:
    uuid = opened(cast, "self_check")
    sent = _filled(note_horizon="Over drie jaar.")
    del sent["reply_coordinator"]
    answer = sign_in("amina").post(_page(uuid, "check_answer"), sent)
    page = answer.content.decode()
    assert "Kies een antwoord." in page
    assert page.count(" checked") == 7
    assert "Over drie jaar." in page
    with scope.acting(SYSTEM):
        assert not CheckSheet.objects.exclude(answered_at=None).exists()


def test_words_that_come_after_closing_stay_on_the_screen(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast, "self_check")
    client = sign_in("amina")
    client.get(_page(uuid, "check_answer"))
    closed(cast, uuid)
    sent = _filled(note_horizon="Over drie jaar.")
    answer = client.post(_page(uuid, "check_answer"), sent)
    assert answer.status_code == 409
    assert "Over drie jaar." in answer.content.decode()


def test_two_screens_of_one_person_keep_both_their_words(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast, "self_check")
    client = sign_in("amina")
    client.post(_page(uuid, "check_answer"), _filled(note_horizon="Eerste scherm."))
    answer = client.post(
        _page(uuid, "check_answer"), _filled(reply="no", note_horizon="Tweede scherm.")
    )
    page = _text(answer)
    assert answer.status_code == 409
    assert "Eerste scherm." in page
    assert "Tweede scherm." in page
    again = _filled(reply="no", note_horizon="Beide.") | {"number": "1"}
    assert client.post(_page(uuid, "check_answer"), again).status_code == 302


def test_two_who_close_at_once_keep_both_their_words(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast)
    client = sign_in("ad")
    client.get(_page(uuid, "check_close"))
    closed(cast, uuid, "Dewi schreef dit.")
    answer = client.post(_page(uuid, "check_close"), {"decision": "Ad schreef dit."})
    assert answer.status_code == 409
    assert "Dewi schreef dit." in _text(answer)
    assert "Ad schreef dit." in _text(answer)


def test_what_members_write_is_never_markup(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast, "self_check")
    answered(cast, "amina", uuid, {"horizon": Said("no", "<b>nee</b><script>x</script>")})
    closed(cast, uuid, "<i>hier</i>")
    page = sign_in("els").get(_page(uuid)).content.decode()
    for markup in ("<b>nee", "<script>x", "<i>hier"):
        assert markup not in page


@pytest.mark.parametrize("kind", ["readiness", "self_check"])
def test_no_page_counts_or_gives_a_percentage(cast: Cast, sign_in: SignIn, kind: str) -> None:
    uuid = opened(cast, kind)
    client = sign_in("dewi")
    for who in ("amina", "els", "dewi"):
        codes = [row.code for row in selectors.content("nl").questions_in(kind)]
        answered(cast, who, uuid, dict.fromkeys(codes, "yes"))
    closed(cast, uuid)
    for address in (_page(uuid), reverse("roadmap:checks", args=["de-linde"])):
        page = _text(client.get(address))
        assert "%" not in page
        assert not re.search(r"\b\d+ (van|of|/) \d+\b", page)


def test_the_page_says_talk_first_and_that_nothing_is_forbidden(
    cast: Cast, sign_in: SignIn
) -> None:
    in_practice(cast, "ben")
    uuid = opened(cast)
    answered(cast, "ben", uuid, {"shared-goal": "yes"})
    answered(cast, "dewi", uuid, {"shared-goal": "yes"})
    page = _text(sign_in("dewi").get(_page(uuid)))
    assert "Praat eerst hierover:" in page
    assert "Er antwoordde nog geen bewoner. Vraag het eerst aan bewoners." in page
    assert "U mag toch beginnen. Dit verbiedt niets." in page
    answered(cast, "amina", uuid, {"shared-goal": "yes"})
    page = _text(sign_in("dewi").get(_page(uuid)))
    assert "Begin klein met wie wil." in page


def test_with_many_parties_each_answer_stands_with_who_gave_it(cast: Cast, sign_in: SignIn) -> None:
    in_practice(cast, "ben")
    uuid = opened(cast, "self_check")
    for who, reply in (("amina", "no"), ("els", "yes"), ("dewi", "yes"), ("lena", "no")):
        answered(cast, who, uuid, {"horizon": reply})
    answered(cast, "ben", uuid, {"horizon": Said("partly", SECRET)})
    page = _text(sign_in("dewi").get(_page(uuid)))
    assert "ja Els Vos (Wijkzorg), Dewi Kusuma (Het netwerk zelf)" in page
    assert "nee Amina Haddad (Bewoners), Lena Kok (Wie leert)" in page
    assert f"Ben Mulder: {SECRET}" in page


def test_asking_by_form_and_asking_nobody(cast: Cast, sign_in: SignIn) -> None:
    address = reverse("roadmap:check_open", args=["de-linde", "readiness"])
    client = sign_in("dewi")
    assert "Kies minstens één persoon" in _text(client.post(address, {"whom": "some"}))
    chosen = str(cast.members["amina"].uuid)
    sent = {"whom": "some", "people": [chosen]}
    page = _text(client.post(address, sent, follow=True))
    assert "We wachten nog op: Amina Haddad." in page
    assert client.get(reverse("roadmap:check_open", args=["de-linde", "luck"])).status_code == 404


def test_the_paper_holds_every_question_and_nobodys_answer(cast: Cast, sign_in: SignIn) -> None:
    uuid = opened(cast)
    answered(cast, "amina", uuid, {"shared-goal": Said("no", SECRET)})
    sheet = PdfReader(BytesIO(sign_in("dewi").get(_page(uuid, "check_print")).content))
    told = " ".join(" ".join(page.extract_text() for page in sheet.pages).split())
    assert len(sheet.pages) == 2
    assert sheet.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for question in selectors.content("nl").questions_in("readiness"):
        assert question.text in told
    assert SECRET not in told
    assert "Amina" not in told


def _crowd(cast: Cast, uuid: UUID, count: int) -> None:
    with scope.acting(SYSTEM):
        asked = CheckRound.objects.get(uuid=uuid)
        for number in range(count):
            person = Person.objects.create_user(f"p{number}@voorbeeld.example", given_name="Piet")
            member = Membership.objects.create(network=cast.linde, person=person, from_on=BEGUN)
            sheet = CheckSheet.objects.create(
                network=cast.linde,
                round=asked,
                membership=member,
                voice="resident",
                answered_at=asked.created_at,
            )
            sheet.answers.create(
                network=cast.linde, question="horizon", reply="no", given_at=asked.created_at
            )


@pytest.mark.parametrize("name", ["checks", "check", "check_answer"])
def test_a_page_asks_at_most_eight_queries_and_as_many_with_a_crowd(
    cast: Cast, sign_in: SignIn, count_queries: CountQueries, name: str
) -> None:
    first = opened(cast, "self_check")
    answered(cast, "amina", first, {"horizon": "no"})
    closed(cast, first)
    uuid = opened(cast, "self_check")
    answered(cast, "els", uuid, {"horizon": "yes"})
    client = sign_in("els")
    address = (
        reverse("roadmap:checks", args=["de-linde"]) if name == "checks" else _page(uuid, name)
    )
    client.get(address)
    with count_queries() as few:
        assert client.get(address).status_code == 200
    _crowd(cast, uuid, 40)
    with count_queries() as many:
        assert client.get(address).status_code == 200
    assert few.count <= 8, few.statements
    assert many.count == few.count
    assert len(set(many.statements)) == len(many.statements)
