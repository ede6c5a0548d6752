"""Letters to asker and helper: each says what that side may know, and no more (H1, H5)."""

import io
import re

import pytest
from django.test import Client
from pypdf import PdfReader

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.models import Match, MatchAct, Neighbour
from wijknetwerk.mutual_aid.tests import acting

pytestmark = pytest.mark.django_db


def _outsider(cast: Cast, name: str, phone: str, address: str) -> Neighbour:
    row = acting.outsider(cast, name, phone)
    with scope.acting(SYSTEM):
        row.address, row.reached_by = address, "letter"
        row.save()
    return row


@pytest.fixture
def pair(cast: Cast) -> Match:
    """Two who take part in nothing and hear by post."""
    asker = _outsider(cast, "Jopie Veen", "0612000222", "Lindestraat 4")
    helper = _outsider(cast, "Geert Mulder", "0612000111", "Kerkpad 9")
    return acting.match(cast, acting.request(cast, asker), acting.offer(cast, helper))


def _text(browser: Client, found: Match, side: str) -> str:
    answer = browser.post(f"/n/de-linde/hulp/samen/{found.uuid}/brief/{side}/")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store, private"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


def test_each_letter_says_what_that_side_may_know(cast: Cast, pair: Match, sign_in: SignIn) -> None:
    joost = sign_in("joost")
    acting.act(cast, "joost", pair, MatchAct.ASK, how="letter")
    asked = _text(joost, pair, "helper")
    assert "Kerkpad 9" in asked
    assert "Jopie" not in asked
    acting.act(cast, "joost", pair, MatchAct.HELPER_YES)
    willing = _text(joost, pair, "asker")
    assert "Geert" in willing
    assert "Mulder" not in willing
    acting.act(cast, "joost", pair, MatchAct.ASKER_YES)
    to_helper, to_asker = _text(joost, pair, "helper"), _text(joost, pair, "asker")
    assert "Jopie Veen" in to_helper
    assert "0612000222" in re.sub(r"\D", "", to_helper)
    assert "Geert Mulder" in to_asker
    acting.act(cast, "joost", pair, MatchAct.STOP)
    ended = _text(joost, pair, "asker")
    assert "Geert" not in ended
    assert "Mulder" not in ended


def test_the_code_of_a_letter_is_made_when_it_is_printed_and_works(
    cast: Cast, pair: Match, sign_in: SignIn
) -> None:
    acting.act(cast, "joost", pair, MatchAct.ASK, how="letter")
    text = _text(sign_in("joost"), pair, "helper")
    code = next(word for word in text.split() if len(word) == 11 and word[5] == "-")
    browser = Client()
    browser.post("/hulp/code/", {"code": code})
    browser.post("/hulp/antwoord/", {"answer": "helper_yes"})
    assert acting.now(pair).state == "willing"
    with scope.acting(SYSTEM):
        line = LogEntry.objects.get(event="mutual_aid.match_letter_made")
        assert line.user_uuid == cast.people["joost"].uuid


@pytest.mark.parametrize(("state", "side"), [("suggested", "helper"), ("asked", "asker")])
def test_no_letter_to_a_side_that_may_not_know(
    cast: Cast, pair: Match, sign_in: SignIn, state: str, side: str
) -> None:
    if state == "asked":
        acting.asked(cast, pair)
    answer = sign_in("joost").post(f"/n/de-linde/hulp/samen/{pair.uuid}/brief/{side}/")
    assert answer.status_code == 409
