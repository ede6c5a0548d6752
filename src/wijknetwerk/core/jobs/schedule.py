"""Work by the clock: each period is asked for once, by whichever worker comes first."""

from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction

from wijknetwerk.core import clock
from wijknetwerk.core.jobs.models import Job, JobPeriod
from wijknetwerk.core.jobs.registry import Schedule, schedules

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class Timetable:
    """What one worker remembers of the schedule, so that a quiet second costs no query."""

    def __init__(self) -> None:
        self._seen: dict[str, datetime] = {}

    def ask(self) -> None:
        """Ask for whatever has come due since the last time."""
        for schedule in schedules():
            began = period_start(schedule, clock.now())
            if self._seen.get(schedule.name) != began:
                _ask_once(schedule, began)
                self._seen[schedule.name] = began


def period_start(schedule: Schedule, now: datetime) -> datetime:
    """When the period that `now` falls in began."""
    if schedule.at is None:
        return datetime.fromtimestamp(now.timestamp() // schedule.seconds * schedule.seconds, UTC)
    today = clock.local_day(now)
    began = _on(today, schedule.at)
    return began if began <= now else _on(today - timedelta(days=1), schedule.at)


def _on(day: date, at: time) -> datetime:
    return datetime.combine(day, at, clock.AMSTERDAM).astimezone(UTC)


@transaction.atomic
def _ask_once(schedule: Schedule, began: datetime) -> None:
    # A daily job that is new waits for its first time; the others begin at once.
    first = began if schedule.at else _NEVER
    JobPeriod.objects.get_or_create(name=schedule.name, defaults={"began_at": first})
    # Only forward: a clock that is set back, or runs behind, asks for nothing again.
    moved = JobPeriod.objects.filter(name=schedule.name, began_at__lt=began)
    if moved.update(began_at=began):
        Job.objects.create(name=schedule.name, key=schedule.name, run_after=began)
