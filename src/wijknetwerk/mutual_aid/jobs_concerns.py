"""Concerns and complaints by the clock."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import every
from wijknetwerk.mutual_aid.services import complaint_follows, concern_clock


@every(
    daily_at="00:10",
    name="mutual_aid.concerns",
    title=_("Erase concerns after four weeks without a talk, and remind who hears them"),
)
def concerns_by_night(*, actor: Actor) -> None:
    """What nobody spoke about within four weeks is gone."""
    concern_clock.night(actor=actor)


@every(
    daily_at="00:15",
    name="mutual_aid.complaints",
    title=_("Remind the independent person of complaints without an answer"),
)
def complaints_by_night(*, actor: Actor) -> None:
    """A week before the day of the answer, and the day after it."""
    complaint_follows.remind()
