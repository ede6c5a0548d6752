"""The days of a series, compared with another program's reading of the same rule (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from wijknetwerk.agenda import rhythm
from wijknetwerk.core.clock import AMSTERDAM

pytestmark = pytest.mark.once

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))
CLOCK = st.times(time(3), time(23, 59))  # the clocks change between two and three at night


def _by_rule(name: str, first: date, end: date) -> list[date]:
    """The same days by dateutil."""
    begin, last = (datetime.combine(one, time()) for one in (first, end - timedelta(days=1)))
    if name in ("weekly", "two_weekly"):
        step = 1 if name == "weekly" else 2
        rule = rrule.rrule(rrule.WEEKLY, dtstart=begin, until=last, interval=step)
    else:
        nth = -1 if name == "monthly_last" or first.day > 28 else (first.day - 1) // 7 + 1
        day = rrule.weekday(first.weekday(), nth)
        rule = rrule.rrule(rrule.MONTHLY, dtstart=begin, until=last, byweekday=day)
    return [one.date() for one in rule]


@given(st.sampled_from(["weekly", "two_weekly", "monthly", "monthly_last"]), DAYS, st.data())
def test_the_days_are_those_of_the_rule(name: str, first: date, data: st.DataObject) -> None:
    end = first + timedelta(days=data.draw(st.integers(1, 800)))
    found = list(rhythm.days(name, first, None, end))
    assert found == _by_rule(name, first, end)
    assert all(day.weekday() == first.weekday() for day in found)
    until = first + timedelta(days=data.draw(st.integers(1, 800)))
    assert list(rhythm.days(name, first, until, end)) == [one for one in found if one < until]


@given(DAYS, CLOCK)
def test_the_clock_says_the_same_on_every_day_also_when_it_changes(day: date, at: time) -> None:
    before, after = (rhythm.moment(day + timedelta(days=n), at) for n in (0, 1))
    for moment, when in ((before, day), (after, day + timedelta(days=1))):
        shown = moment.astimezone(UTC).astimezone(AMSTERDAM)
        assert (shown.date(), shown.time()) == (when, at)
    assert after.astimezone(UTC) - before.astimezone(UTC) in {
        timedelta(hours=hours) for hours in (23, 24, 25)
    }


def test_an_evening_stays_at_half_past_seven_over_the_change_of_the_clocks() -> None:
    days = rhythm.days("weekly", date(2026, 10, 20), None, date(2026, 11, 4))
    in_utc = [rhythm.moment(day, time(19, 30)).astimezone(UTC).hour for day in days]
    assert in_utc == [17, 18, 18]


def test_a_fifth_tuesday_is_the_last_one_of_each_month() -> None:
    days = rhythm.days("monthly", date(2026, 12, 29), None, date(2027, 4, 1))
    assert list(days) == [
        date(2026, 12, 29),
        date(2027, 1, 26),
        date(2027, 2, 23),
        date(2027, 3, 30),
    ]
