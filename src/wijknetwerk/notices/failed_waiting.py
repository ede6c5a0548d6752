"""What waits for the platform's administrators when work in the background was given up."""

from collections.abc import Collection, Iterator
from uuid import UUID, uuid5

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import failed_jobs, when_failed_change
from wijknetwerk.core.registries import WaitingKind, Wanted, waiting_kinds
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("notices.failed_jobs")
JOB_FAILED = "notices.job_failed"
# One thing for all jobs together: when the mail server is away, two hundred fail at once.
SUBJECT = uuid5(UUID(int=0), JOB_FAILED)


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        JOB_FAILED,
        WaitingKind(
            title=_("Work in the background did not succeed"),
            outside=_("Work in the background did not succeed"),
            button=_("Look"),
            icon="alert",
            url="notices:jobs_failed",
            still_true=_still_failed,
            wanted=_wanted,
        ),
    )
    if _follow not in when_failed_change:
        when_failed_change.append(_follow)


def _follow() -> None:
    """Open or close it, in the transaction in which a job was given up or starts anew."""
    with scope.acting(SYSTEM):
        wanted = list(_wanted())
        for one in wanted:
            waiting.wait(actor=SYSTEM, kind=JOB_FAILED, wanted=one)
        if not wanted:
            waiting.done(kind=JOB_FAILED, subject=SUBJECT)


def _wanted() -> Iterator[Wanted]:
    if not failed_jobs(actor=SYSTEM, most=1):
        return
    people = get_user_model().objects.filter(is_platform_administrator=True, is_active=True)
    for person_id in people.order_by("pk").values_list("pk", flat=True):
        yield Wanted(person_id, SUBJECT, None)


def _still_failed(subjects: Collection[UUID]) -> Collection[UUID]:
    return {SUBJECT} & set(subjects) if failed_jobs(actor=SYSTEM, most=1) else set()
