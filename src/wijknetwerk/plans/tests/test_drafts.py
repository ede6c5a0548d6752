"""What is typed about a plan is kept until it is sent, for its writer, as long as the form opens
(P8, P2, K1, K3)."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.accounts import demo
from wijknetwerk.accounts.draft_data import DraftData
from wijknetwerk.core import clock, registries, scope
from wijknetwerk.core.models import Draft
from wijknetwerk.plans.models import ResidentPlan, Want
from wijknetwerk.plans.services import forgetting, sharing, words
from wijknetwerk.plans.services.words import Said
from wijknetwerk.plans.tests.acting import EVERYTHING, begun, do, place, shares

KEEP = "/concept/"
WORDS = "Mevrouw zegt dat zij weer naar het koor wil"


class Told:
    """Amina's plan, Els's place in it and the form in which Els writes."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.plan = cast, begun(cast)
        self.els = place(cast, self.plan, "els", "professional")
        self.consent = shares(cast, self.plan, self.els, EVERYTHING)
        self.form = reverse("plans:write", args=[self.plan.uuid, "want"])

    def types(self, who: Client, text: str = WORDS, **more: Any) -> int:
        sent = {"draft": self.form, "text": text, "money": "on", **more}
        return int(who.post(KEEP, sent).status_code)

    def withdraws(self) -> None:
        do(self.cast, self.plan, "amina", sharing.withdraw, consent=self.consent)


@pytest.fixture
def told(cast: Cast) -> Told:
    return Told(cast)


def _page(who: Client, path: str) -> str:
    return who.get(path).content.decode()


def test_it_comes_back_on_another_device_for_its_writer_and_goes_when_it_is_sent(
    told: Told, sign_in: SignIn
) -> None:
    els, form = sign_in("els"), str(uuid.uuid4())
    assert told.types(els, form_id=form) == 204
    back = _page(sign_in("els"), told.form)
    assert WORDS in back
    assert "checked" in back
    for other in ("amina", "bas"):
        assert WORDS not in _page(sign_in(other), told.form)
    els.post(told.form, {"draft": told.form, "form_id": form, "text": f"{WORDS}."})
    assert not Draft.objects.exists()
    assert told.types(els, form_id=form) == 204  # the last keeping came after the sending
    assert not Draft.objects.exists()
    assert WORDS not in _page(els, told.form)


def test_a_withdrawn_consent_shuts_the_draft_with_the_form_and_keeps_nothing_more(
    told: Told, sign_in: SignIn, cast: Cast
) -> None:
    els = sign_in("els")
    told.types(els)
    told.withdraws()
    assert els.get(told.form).status_code == 404
    assert told.types(els, "Nog meer woorden") == 404
    shares(cast, told.plan, told.els, EVERYTHING)
    assert WORDS in _page(els, told.form)


def test_who_takes_their_data_along_gets_words_about_themselves_only(
    told: Told, sign_in: SignIn, cast: Cast
) -> None:
    for name, theirs in (("els", False), ("amina", True)):
        told.types(sign_in(name))
        taken = list(DraftData().export(person_uuid=cast.people[name].uuid))
        assert len(taken) == 1
        assert ("koor" in str(taken)) is theirs


def test_after_the_lock_one_code_brings_back_what_was_sent_too_late(
    told: Told, sign_in: SignIn, cast: Cast
) -> None:
    demo.give_authenticator(cast.els, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    els = sign_in("els")
    with clock.frozen(NOW + timedelta(minutes=20)):
        assert told.types(els, "Getypt terwijl de pagina dicht was") == 204
        sent = els.post(told.form, {"draft": told.form, "text": WORDS})
        assert sent["Location"].startswith("/mijn-account/tweede-stap/?next=%2Fplan%2F")
        answer = els.post(sent["Location"], {"code": demo.current_code(cast.els)})
        assert answer["Location"] == told.form
        assert WORDS in _page(els, told.form)
        fragment = els.post(KEEP, {"draft": told.form, "text": WORDS}, headers={"HX-Request": "1"})
        assert fragment.status_code == 204
    with scope.acting(SYSTEM):
        assert not Want.objects.exists()


def test_a_piece_of_a_page_is_refused_as_such_when_the_page_is_shut(
    told: Told, sign_in: SignIn
) -> None:
    els = sign_in("els")
    with clock.frozen(NOW + timedelta(minutes=20)):
        answer = els.post(told.form, {"text": WORDS}, headers={"HX-Request": "true"})
    assert answer.status_code == 401


def test_strangers_roles_and_links_keep_nothing_and_the_words_lie_sealed(
    told: Told, sign_in: SignIn
) -> None:
    assert told.types(Client()) == 302
    for stranger in ("sam", "dewi", "ad", "priya", "vera", "lena", "farid"):
        assert told.types(sign_in(stranger)) == 404, stranger
    els = sign_in("els")
    for path in ("/niets/", "//elders.example/", "https://elders.example/"):
        assert els.post(KEEP, {"draft": path, "text": WORDS}).status_code == 404, path
    assert els.post(KEEP, {"draft": told.form, "password": WORDS}).status_code == 400
    assert told.types(els, "x" * 120_000) == 400
    told.types(els)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM core_draft")
        rows = cursor.fetchall()
    assert len(rows) == 1
    assert "koor" not in str(rows)


def test_it_goes_after_two_weeks_with_its_writer_and_with_the_plan(
    told: Told, sign_in: SignIn, cast: Cast
) -> None:
    els = sign_in("els")
    kept = registries.retention["core.drafts"]
    told.types(els)
    assert kept.expire(before=NOW + timedelta(days=13) - kept.keep) == 0
    assert kept.expire(before=NOW + timedelta(days=15) - kept.keep) == 1
    told.types(els)
    gone = list(DraftData().erase(actor=SYSTEM, person_uuid=cast.els.uuid))
    assert [one.count for one in gone] == [1]
    told.types(els)
    with scope.acting(SYSTEM):
        forgetting.erase_plans(ResidentPlan.objects.filter(pk=told.plan.pk))
    assert not Draft.objects.exists()


def test_who_does_not_want_it_begins_anew(told: Told, sign_in: SignIn) -> None:
    els = sign_in("els")
    told.types(els)
    assert els.post(KEEP, {"draft": told.form, "weg": "1"})["Location"] == told.form
    assert WORDS not in _page(els, told.form)
    assert els.post(KEEP, {"draft": "//elders.example", "weg": "1"})["Location"] == "/"


def test_typing_empties_it_too(told: Told, sign_in: SignIn) -> None:
    els = sign_in("els")
    told.types(els)
    assert els.post(KEEP, {"draft": told.form, "text": " "}).status_code == 204
    assert not Draft.objects.exists()
    assert json.dumps(_page(els, told.form)).count("data-draft=") == 1


def test_a_draft_that_is_older_than_the_line_shows_both_texts_and_writes_over_nothing(
    told: Told, sign_in: SignIn, cast: Cast
) -> None:
    line = do(cast, told.plan, "amina", words.write, thing="want", said=Said("Naar het koor"))
    told.form = reverse("plans:line_change", args=[told.plan.uuid, "want", line.uuid])
    els, amina = sign_in("els"), sign_in("amina")
    told.types(els, version="1")
    amina.post(told.form, {"text": "Naar de kerk", "version": "1"})
    back = _page(els, told.form)
    assert WORDS in back
    assert 'name="version" value="1"' in back
    both = els.post(told.form, {"draft": told.form, "text": WORDS, "version": "1"})
    assert "Naar de kerk" in both.content.decode()
    assert WORDS in both.content.decode()
    with scope.acting(SYSTEM):
        assert Want.objects.get(uuid=line.uuid).text.read() == "Naar de kerk"
    assert Draft.objects.count() == 1
