"""What this part of mutual aid registers: concerns and complaints."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.registries import PublicPanel, Retention
from wijknetwerk.mutual_aid import (
    ending_concerns,
    events_concerns,
    jobs_concerns,
    waiting_concerns,
)
from wijknetwerk.mutual_aid.services import complaints, concern_clock, concerns

JOBS = (jobs_concerns.concerns_by_night, jobs_concerns.complaints_by_night)
"""Declared where they are; named here so that the worker finds them."""


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.mutual_aid import personal_data_concerns as kept

    registries.event_words.update(events_concerns.WORDS)
    waiting_concerns.register()
    ending_concerns.register()
    panel = PublicPanel(90, "mutual_aid/_complaint_door.html", lambda network: {"complain": True})
    registries.public_panels.register("mutual_aid.complaints", panel)
    registries.role_changed.register("mutual_aid.concerns", _changed)
    registries.member_ended.register("mutual_aid.concerns", _changed)
    registries.personal_data.register("mutual_aid.concerns", kept.ConcernsData())
    closed = Retention(
        _("Concerns that were closed"),
        timedelta(days=91),
        _("Until then the resident can ask what was said, and complain about it."),
        concern_clock.forget_closed,
    )
    registries.retention.register("mutual_aid.concerns", closed)
    answered = Retention(
        _("Complaints that were answered or taken back"),
        complaints.KEPT,
        _("Until then who complained can read the answer again, or go on elsewhere."),
        complaints.forget,
    )
    registries.retention.register("mutual_aid.complaints", answered)


def _changed(row: Any) -> None:
    """A role or a place in the network began or ended: who hears concerns may be another."""
    concerns.refresh(row.network)
