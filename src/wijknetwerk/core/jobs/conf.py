"""The pace of the jobs; `JOBS` in the settings changes single values."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

MINUTE, HOUR = 60, 60 * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """All in seconds. A lease must last several beats, and longer than SQLite's `timeout`."""

    poll: float = 1
    """How long an idle worker waits before it looks for work again."""
    beat: float = 10
    """How often a worker says that it is alive, also during a long job."""
    lease: float = 60
    """A worker not heard for so long counts as dead, and its job is taken by another."""
    stop: float = 25
    """How long a job may go on after the worker was asked to stop."""
    retries: tuple[float, ...] = (MINUTE, 5 * MINUTE, HOUR / 2, 2 * HOUR, 12 * HOUR)
    """The pauses after each failure; after the last one the job is failed, and kept."""
    keep_done: float = 48 * HOUR
    """How long a job that is done stays in the table."""


def pace() -> Pace:
    """The pace in force."""
    changes: dict[str, Any] = getattr(settings, "JOBS", {})
    return Pace(**changes)
