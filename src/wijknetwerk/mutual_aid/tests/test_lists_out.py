"""Lists out to a spreadsheet: safe against formulas, own words only when asked for, on record, and
never a concern."""

import io

import pytest
from openpyxl import load_workbook

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.mutual_aid.tests.acting import agreed, match, offer, outsider, request

pytestmark = pytest.mark.django_db
LISTS = "/n/de-linde/hulp/lijsten/"


def test_a_name_that_is_a_formula_stays_a_text(cast: Cast, sign_in: SignIn) -> None:
    request(cast, outsider(cast, "=HYPERLINK(1)", "+31612345678"), words="@SUM(1)")
    browser = sign_in("joost")
    text = browser.get(f"{LISTS}vragen.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in text
    assert ";=" not in text.replace("'=", "")
    book = load_workbook(io.BytesIO(browser.get(f"{LISTS}vragen.xlsx").content))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_own_words_go_out_only_when_asked_for_and_that_is_on_record(
    cast: Cast, sign_in: SignIn
) -> None:
    request(cast, words="Mijn geheime woorden")
    browser = sign_in("joost")
    assert "geheime" not in browser.get(f"{LISTS}vragen.csv").content.decode("utf-8-sig")
    assert "geheime" in browser.get(f"{LISTS}vragen.csv?woorden=ja").content.decode("utf-8-sig")
    with scope.acting(SYSTEM):
        lines = LogEntry.objects.filter(event="mutual_aid.list_taken_out").order_by("seq")
        assert [line.detail["words"] for line in lines] == [False, True]
        assert {line.user_uuid for line in lines} == {cast.joost.uuid}


def test_who_helps_whom_holds_only_what_both_said_yes_to(cast: Cast, sign_in: SignIn) -> None:
    helps = offer(cast)
    agreed(cast, match(cast, request(cast), helps))
    match(cast, request(cast, outsider(cast)), offer(cast, outsider(cast, "Nog Niet")))
    text = sign_in("dewi").get(f"{LISTS}wie-helpt-wie.csv").content.decode("utf-8-sig")
    assert "Truus Bakker" in text
    assert "Nog Niet" not in text


def test_an_unknown_list_or_kind_is_not_there(cast: Cast, sign_in: SignIn) -> None:
    browser = sign_in("joost")
    for path in ("zorgen.csv", "vragen.pdf"):
        assert browser.get(f"{LISTS}{path}").status_code == 404
