"""How the queue stands, for the administrator, `/readyz` and the figures."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, Min
from django.utils.functional import Promise

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.jobs import registry
from wijknetwerk.core.jobs.models import Job, JobState, JobWorker


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that was given up: what it was, and the kind of error without its text."""

    id: int
    name: str
    title: str | Promise
    """The name in plain words."""
    key: str
    attempts: int
    asked_at: datetime
    failed_at: datetime
    error: str


@dataclass(frozen=True, slots=True)
class QueueState:
    """Counts for the figures; `oldest_due_at` is None when nothing is due."""

    waiting: int
    running: int
    failed: int
    oldest_due_at: datetime | None


def worker_seen_at() -> datetime | None:
    """When a worker was last heard; None when none runs. One query."""
    seen: datetime | None = JobWorker.objects.aggregate(last=Max("seen_at"))["last"]
    return seen


def queue_state() -> QueueState:
    """How much waits, runs and failed. Four queries."""
    rows = Job.objects
    due = rows.filter(state=JobState.WAITING, run_after__lte=clock.now())
    return QueueState(
        waiting=rows.filter(state=JobState.WAITING).count(),
        running=rows.filter(state=JobState.RUNNING).count(),
        failed=rows.filter(state=JobState.FAILED).count(),
        oldest_due_at=due.aggregate(first=Min("run_after"))["first"],
    )


def failed_jobs(*, actor: Actor, most: int = 100) -> list[FailedJob]:
    """The jobs that were given up, the last one first. Raises NotAllowed."""
    _may_manage(actor)
    registry.load()
    rows = Job.objects.filter(state=JobState.FAILED, ended_at__isnull=False).order_by(
        "-ended_at", "-id"
    )[:most]
    return [
        FailedJob(
            id=row.pk,
            name=row.name,
            title=registry.title_of(row.name),
            key=row.key,
            attempts=row.attempts,
            asked_at=row.asked_at,
            failed_at=row.ended_at,
            error=row.error,
        )
        for row in rows
        if row.ended_at is not None
    ]


@transaction.atomic
def retry_failed(*, actor: Actor, job_id: int) -> None:
    """Let a job that was given up start anew. Raises NotAllowed, NotFound."""
    _may_manage(actor)
    row = Job.objects.select_for_update().filter(pk=job_id, state=JobState.FAILED).first()
    if row is None:
        raise NotFound
    row.state, row.attempts, row.run_after, row.ended_at = JobState.WAITING, 0, clock.now(), None
    row.save(update_fields=["state", "attempts", "run_after", "ended_at"])
    registry.tell_failed_changed()
    log.record(actor, "core.job_retried", None, job=row.name, job_id=row.pk)


def _may_manage(actor: Actor) -> None:
    if not (actor.is_system or actor.is_platform_administrator):
        raise NotAllowed
