"""Asking for a job, taking one, and giving it back: the statements that lose and double nothing.

Taking is done by one worker at a time (SQLite: the writing lock; PostgreSQL: an advisory lock), so
that what is read there stays true until the end of that short transaction.
"""

import os
import secrets
import socket
import traceback
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.db import connection, transaction
from django.db.models import CharField, DateTimeField, Exists, OuterRef, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.jobs import registry
from wijknetwerk.core.jobs.conf import pace
from wijknetwerk.core.jobs.models import Job, JobState, JobWorker
from wijknetwerk.core.statements import Slot, Statement

_LOCK = 4_710_265_931  # any number that no other advisory lock of this database uses
DIED = "The worker died during this job"


class LeaseLost(Exception):
    """Another worker took over this job, so what was done here must not count."""


def enqueue(function: registry.JobFunction, /, *, key: str, **arguments: registry.Argument) -> None:
    """Ask for a job. It starts after the surrounding transaction is committed, or never.

    Jobs of one function with the same key and arguments that wait at the same time are done once.
    With the same key they are never done side by side. Costs one INSERT; waits for nobody.
    """
    entry = registry.entry_of(function)
    registry.check_arguments(entry, arguments)
    Job.objects.create(name=entry.name, key=key, arguments=dict(sorted(arguments.items())))


def new_worker_code() -> str:
    """A name for this process that no other has."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"


def beat(worker: str) -> None:
    """Say that this worker is alive."""
    JobWorker.objects.bulk_create(
        [JobWorker(code=worker, seen_at=clock.now())],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["seen_at"],
    )


def leave(worker: str) -> None:
    """This worker ends: whatever it still holds may be taken by others at once."""
    JobWorker.objects.filter(code=worker).delete()


def anything_for(worker: str) -> bool:
    """Whether there is something to take; reads only, so that waiting costs no write."""
    return any(_ask(rows, worker, most=1) for rows in (_DUE, _ORPHANED))


def take(worker: str) -> Job | None:
    """Take the job that is due longest, or None. Its equals that wait are done with it."""
    with transaction.atomic():
        _one_at_a_time()
        beat(worker)
        for job in _takable(worker):
            if job.attempts > len(pace().retries):
                _give_up(job, DIED)
                continue
            _waiting_equals(job).delete()
            job.state, job.worker = JobState.RUNNING, worker
            job.attempts += 1
            job.save(update_fields=["state", "worker", "attempts"])
            return job
    return None


def mark_done(job: Job) -> None:
    """The job is done. Raises LeaseLost when another worker took it meanwhile."""
    held = Job.objects.filter(
        pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts
    )
    if not held.update(state=JobState.DONE, ended_at=clock.now(), error=""):
        raise LeaseLost


def give_back(job: Job, error: BaseException) -> None:
    """The job failed: it waits for its next attempt, or is failed and kept after the last."""
    with transaction.atomic():
        held = (
            Job.objects.select_for_update()
            .filter(pk=job.pk, state=JobState.RUNNING, worker=job.worker, attempts=job.attempts)
            .first()
        )
        if held is None:
            return
        pauses = pace().retries
        if held.attempts > len(pauses):
            _give_up(held, told(error))
            return
        held.state, held.worker, held.error = JobState.WAITING, "", told(error)
        held.run_after = clock.now() + timedelta(seconds=pauses[held.attempts - 1])
        held.save(update_fields=["state", "worker", "error", "run_after"])


def _one_at_a_time() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _takable(worker: str) -> Iterator[Job]:
    """What this worker may take, longest due first. Each kind has its own index in this order, so
    a long queue costs no more than a short one."""
    for rows in (_ORPHANED, _DUE):
        yield from _ask(rows, worker, most=20)


def _ask(rows: Statement, worker: str, *, most: int) -> list[Job]:
    now = clock.now()
    heard_after = now - timedelta(seconds=pace().lease)
    return rows.ask(most, network_id=None, worker=worker, heard_after=heard_after, now=now)


def _alive() -> Exists:
    """Whether a job is in the hands of another worker that is alive."""
    heard = JobWorker.objects.filter(seen_at__gte=Slot("heard_after", DateTimeField()))
    others = heard.filter(code=OuterRef("worker"))
    # A worker does one job at a time: what it seems to hold when it takes one, it lost.
    return Exists(others.exclude(code=Slot("worker", CharField())))


def _free() -> QuerySet[Job]:
    """Jobs of which no other with the same key is being done."""
    held = Job.objects.filter(_alive(), state=JobState.RUNNING)
    free = Job.objects.exclude(Exists(held.filter(name=OuterRef("name"), key=OuterRef("key"))))
    return free.order_by("run_after", "id")


def _orphaned(most: int) -> QuerySet[Job]:
    return _free().filter(~_alive(), state=JobState.RUNNING)[:most]


def _due(most: int) -> QuerySet[Job]:
    due = Slot("now", DateTimeField())
    return _free().filter(state=JobState.WAITING, run_after__lte=due)[:most]


_ORPHANED, _DUE = Statement(_orphaned), Statement(_due)


def _waiting_equals(job: Job) -> QuerySet[Job]:
    return Job.objects.filter(
        name=job.name, key=job.key, arguments=job.arguments, state=JobState.WAITING
    ).exclude(pk=job.pk)


def _give_up(job: Job, error: str) -> None:
    job.state, job.worker, job.error, job.ended_at = JobState.FAILED, "", error, clock.now()
    job.save(update_fields=["state", "worker", "error", "ended_at"])
    registry.tell_failed_changed()


def told(error: BaseException) -> str:
    """The kind of error and where, without its text: that may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"[:200]
