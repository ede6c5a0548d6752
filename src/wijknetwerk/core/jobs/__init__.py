"""Work in the background: mail, figures, upkeep. Why it is built like this: docs/decisions/0004.

In `<app>/jobs.py`, which the worker finds by itself:

    @job("notices.send_mail", atomic=False)
    def send_mail(*, actor: Actor, mail_id: int) -> None: ...

    @every(daily_at="03:10", name="privacy.retention")
    def retention(*, actor: Actor) -> None: ...

In a service, inside its transaction:

    enqueue(send_mail, key=str(mail.pk), mail_id=mail.pk)

What holds: a transaction that rolls back leaves no job. A job runs at least once, also when its
worker is killed in the middle, so it must bear being run again. A job with `atomic=True` (the
default) shares one transaction with the mark that it is done: what it wrote counts exactly once.
"""

from wijknetwerk.core.jobs.queue import enqueue
from wijknetwerk.core.jobs.registry import Argument, JobError, every, job, when_failed_change
from wijknetwerk.core.jobs.runner import run_waiting
from wijknetwerk.core.jobs.status import (
    FailedJob,
    QueueState,
    failed_jobs,
    queue_state,
    retry_failed,
    worker_seen_at,
)
from wijknetwerk.core.jobs.upkeep import forget_done_jobs

__all__ = [
    "Argument",
    "FailedJob",
    "JobError",
    "QueueState",
    "enqueue",
    "every",
    "failed_jobs",
    "forget_done_jobs",
    "job",
    "queue_state",
    "retry_failed",
    "run_waiting",
    "when_failed_change",
    "worker_seen_at",
]
