"""Rows of the page of work that was given up: for the administrators of the platform."""

from typing import Any

from tests.access.row import SIGNED_IN, Row
from tests.cast import NOW, Cast
from wijknetwerk.core.jobs.models import Job, JobState

_NOT_VERA = SIGNED_IN.replace("vera ", "")


def _failed_job(_cast: Cast) -> dict[str, Any]:
    Job.objects.create(
        pk=7, name="core.send_mail", key="1", state=JobState.FAILED, attempts=6, ended_at=NOW
    )
    return {}


ROWS = [
    Row("notices:jobs_failed", {302: "nobody", 200: "vera", 404: _NOT_VERA}, _failed_job),
    Row(
        "notices:jobs_failed",
        {302: "nobody vera", 404: _NOT_VERA},
        _failed_job,
        method="POST",
        data={"job": "7"},
    ),
]
