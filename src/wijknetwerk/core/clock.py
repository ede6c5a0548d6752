"""The one clock: UTC inside, Europe/Amsterdam for days, Dutch working days."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

_frozen: ContextVar[datetime | None] = ContextVar("frozen_now", default=None)


def now() -> datetime:
    """The present instant, timezone-aware, in UTC."""
    return _frozen.get() or datetime.now(UTC)  # noqa: TID251  (this is the one place)


def today() -> date:
    """The present day in the Netherlands, which is not always the day in UTC."""
    return local_day(now())


def local_day(instant: datetime) -> date:
    """The day in the Netherlands on which an aware instant falls."""
    return instant.astimezone(AMSTERDAM).date()


@contextmanager
def frozen(instant: datetime) -> Iterator[None]:
    """Let the clock stand still at an aware instant; for tests and example data."""
    token = _frozen.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _frozen.reset(token)


@cache
def _dutch_holidays(year: int) -> frozenset[date]:
    import holidays  # costs a site that never counts working days time and memory

    return frozenset(holidays.country_holidays("NL", years=year).keys())


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no official Dutch holiday."""
    return day.weekday() < 5 and day not in _dutch_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The day that lies `count` (0 or more) working days after `day`."""
    if count < 0:
        raise ValueError("count must be 0 or more")
    while count:
        day += timedelta(days=1)
        if is_working_day(day):
            count -= 1
    return day
