"""Dates, times and numbers as people say them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import translation

from wijknetwerk.core import templating


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def test_dates_and_times_are_words() -> None:
    moment = datetime(2026, 12, 3, 18, 30, tzinfo=UTC)
    assert templating.date_words(moment) == "donderdag 3 december 2026"
    assert templating.date_words(date(2026, 12, 3), weekday=False) == "3 december 2026"
    assert templating.time_words(moment) == "19.30 uur"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("0265550123", "026 – 555 01 23"),
        ("026 555 01 23", "026 – 555 01 23"),
        ("0597550301", "0597 – 55 03 01"),
        ("0612345678", "06 – 12 34 56 78"),
        ("+31 26 555 01 23", "+31 26 555 01 23"),
        ("112", "112"),
    ],
)
def test_phone_numbers_stand_in_groups(typed: str, shown: str) -> None:
    assert templating.phone_words(typed) == shown


@pytest.mark.parametrize("typed", ["0597 – 55 03 01", "0597-550301", "(0597) 55 03 01"])
def test_a_number_to_call_has_digits_only(typed: str) -> None:
    assert templating.tel_digits(typed) == "0597550301"
    assert templating.tel_digits("+31 597 – 55 03 01") == "+31597550301"


def test_lengths_of_time_and_values() -> None:
    assert templating.duration_words(timedelta(days=365 * 5)) == "5 jaar"
    assert templating.duration_words(timedelta(days=1)) == "1 dag"
    assert templating.in_words(["a", True]) == "a, ja"
    assert templating.in_words(Decimal("16.0")) == "16"


def test_lines_are_kept_and_markup_is_not() -> None:
    assert str(templating.lines("een\n<b>twee</b>")) == "een<br>&lt;b&gt;twee&lt;/b&gt;"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Decimal("16.0"), "16"), (Decimal("7.5"), "7,5"), (18309, "18.309"), (0, "0")],
)
def test_numbers_have_no_empty_decimals(value: Decimal | int, shown: str) -> None:
    assert templating.number_words(value) == shown
