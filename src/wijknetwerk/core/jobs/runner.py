"""Running a job: as the system, within its scope, and with the mark that it is done."""

import structlog
from django.db import transaction

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import queue, registry
from wijknetwerk.core.jobs.models import Job

logger = structlog.get_logger(__name__)

WORKER = Actor.system("worker")


def run(job: Job) -> None:
    """Run a taken job and note how it ended. Raises only when the note can't be written."""
    try:
        _act(job)
    except queue.LeaseLost:
        logger.warning("job was taken over", job=job.name, id=job.pk)
    except (Exception, SystemExit) as error:
        with scope.acting(WORKER):
            queue.give_back(job, error)
        logger.warning(
            "job failed", job=job.name, id=job.pk, attempt=job.attempts, error=queue.told(error)
        )
    else:
        logger.info("job done", job=job.name, id=job.pk, attempt=job.attempts)


def _act(job: Job) -> None:
    entry = registry.entry_called(job.name)
    actor = Actor.system(f"worker.{job.name}")
    with scope.acting(actor):
        if entry.atomic:
            # The effect and the mark are one: killed before the commit, neither happened; taken
            # over meanwhile, LeaseLost undoes the effect.
            with transaction.atomic():
                entry.function(actor=actor, **job.arguments)
                queue.mark_done(job)
            return
        entry.function(actor=actor, **job.arguments)
        queue.mark_done(job)


def run_waiting(*, most: int = 1000) -> int:
    """Run what is due, here and now, and return how many ran: for tests and commands."""
    registry.load()
    worker = queue.new_worker_code()
    ran = 0
    try:
        while ran < most:
            with scope.acting(WORKER):
                job = queue.take(worker)
            if job is None:
                break
            run(job)
            ran += 1
    finally:
        with scope.acting(WORKER):
            queue.leave(worker)
    return ran
