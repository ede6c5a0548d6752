"""The days of a series, and their moments. Days are Dutch days; no database, no clock."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from wijknetwerk.core.clock import AMSTERDAM

WEEKLY, TWO_WEEKLY, MONTHLY, MONTHLY_LAST = "weekly", "two_weekly", "monthly", "monthly_last"
LAST = -1


def days(rhythm: str, first: date, until: date | None, end: date) -> Iterator[date]:
    """The days of a series from `first` until `until` (not on it), before `end`.

    Monthly means the same weekday of the month as `first`: the second Tuesday. A fifth weekday is
    the last one. With `monthly_last` it begins on the last such weekday on or after `first`.
    """
    stop = min(until, end) if until else end
    for day in _all(rhythm, first):
        if day >= stop:
            return
        if day >= first:
            yield day


def _all(rhythm: str, first: date) -> Iterator[date]:
    if rhythm in (WEEKLY, TWO_WEEKLY):
        step = timedelta(days=7 if rhythm == WEEKLY else 14)
        while True:
            yield first
            first += step
    nth = LAST if rhythm == MONTHLY_LAST else nth_of(first)
    year, month = first.year, first.month
    while True:
        yield nth_weekday(year, month, first.weekday(), nth)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def nth_of(day: date) -> int:
    """Which of its weekday in the month a day is: 1 to 4, or LAST for a fifth one."""
    nth = (day.day - 1) // 7 + 1
    return nth if nth < 5 else LAST


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The n-th of this weekday (Monday is 0) in a month; LAST for the last one."""
    if nth == LAST:
        after = date(year + (month == 12), month % 12 + 1, 1)
        return after - timedelta(days=(after.weekday() - weekday - 1) % 7 + 1)
    begin = date(year, month, 1)
    return begin + timedelta(days=(weekday - begin.weekday()) % 7 + 7 * (nth - 1))


def moment(day: date, at: time) -> datetime:
    """A time on the clock in the Netherlands, on a day. In the hour that the clocks skip it is the
    hour after, in the hour that comes twice the first."""
    return datetime.combine(day, at, tzinfo=AMSTERDAM)


def midnight(day: date) -> datetime:
    """The moment at which a day begins in the Netherlands."""
    return moment(day, time())
