"""The tables of the queue. They hold ids and codes, never content or names, of no network."""

from django.db import models
from django.db.models import Q

from wijknetwerk.core import clock


class JobState(models.TextChoices):
    """Where a job stands; the labels are not shown to people."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


_WAITING = Q(state="waiting")


class Job(models.Model):
    """One piece of work, stored in the transaction that asked for it."""

    name = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.WAITING)
    run_after = models.DateTimeField(default=clock.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=60, blank=True)
    asked_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)
    """The kind of error of the last attempt and the line of code, never its text."""

    class Meta:
        indexes = [
            models.Index(fields=["run_after", "id"], name="job_due", condition=_WAITING),
            models.Index(fields=["name", "key"], name="job_waiting", condition=_WAITING),
            models.Index(fields=["name", "key"], name="job_running", condition=Q(state="running")),
            models.Index(
                fields=["state", "ended_at"], name="job_ended", condition=Q(ended_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.key} ({self.state})"


class JobWorker(models.Model):
    """A worker process and when it was last heard. It takes its row away when it ends well."""

    code = models.CharField(primary_key=True, max_length=60)
    started_at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now, db_index=True)

    def __str__(self) -> str:
        return self.code


class JobPeriod(models.Model):
    """The last period for which scheduled work was asked; one row for each `@every`."""

    name = models.CharField(primary_key=True, max_length=100)
    began_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} from {self.began_at}"
