"""The queue's own job."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs.conf import pace
from wijknetwerk.core.jobs.models import Job, JobState, JobWorker
from wijknetwerk.core.jobs.registry import every


@every(seconds=60 * 60, name="core.forget_done_jobs", title=_("Clean up work that is done"))
def forget_done_jobs(*, actor: Actor) -> None:
    """Remove jobs that are long done, and workers that died without leaving."""
    now = clock.now()
    done_before = now - timedelta(seconds=pace().keep_done)
    Job.objects.filter(state=JobState.DONE, ended_at__lt=done_before).delete()
    JobWorker.objects.filter(seen_at__lt=now - timedelta(days=7)).delete()
