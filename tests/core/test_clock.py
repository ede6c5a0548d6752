"""The one clock: days are Dutch days, working days know Dutch holidays."""

from datetime import UTC, date, datetime

import pytest

from wijknetwerk.core import clock


def test_the_day_is_the_day_in_the_netherlands() -> None:
    with clock.frozen(datetime(2026, 7, 1, 22, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 7, 2)
    with clock.frozen(datetime(2026, 12, 31, 22, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 12), True),
        (date(2026, 11, 14), False),  # Saturday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 4, 27), False),  # King's day
        (date(2026, 12, 25), False),
        (date(2026, 12, 24), True),
    ],
)
def test_working_days(day: date, working: bool) -> None:
    assert clock.is_working_day(day) is working


def test_two_working_days_over_a_weekend_and_over_christmas() -> None:
    assert clock.add_working_days(date(2026, 11, 12), 2) == date(2026, 11, 16)
    assert clock.add_working_days(date(2026, 12, 24), 2) == date(2026, 12, 29)
    assert clock.add_working_days(date(2026, 11, 14), 0) == date(2026, 11, 14)
    with pytest.raises(ValueError, match="0 or more"):
        clock.add_working_days(date(2026, 11, 14), -1)
