"""What goes of conferences when a plan, or somebody of a circle, is erased."""

from typing import Any

from wijknetwerk.plans.models import (
    Conference,
    ConferenceGuest,
    ConferenceLine,
    ConferenceSession,
    ConferenceView,
    ResidentPlan,
)
from wijknetwerk.plans.services import conference_waits


def erase(plan: ResidentPlan) -> None:
    """Everything of the conferences of this plan."""
    rows = Conference.objects.filter(plan=plan)
    conference_waits.gone(rows.values_list("uuid", flat=True))
    for model in (ConferenceView, ConferenceLine, ConferenceGuest, Conference):
        found: Any = model._default_manager
        found.filter(plan=plan).delete()


def without(person: Any) -> None:
    """Somebody of circles is erased: how they found it goes, the words at a table stay, without
    who wrote them."""
    others = ConferenceView.objects.filter(said_by=person)
    others.exclude(plan__resident=person).delete()
    ConferenceLine.objects.filter(written_by=person).update(written_by=None)
    Conference.objects.filter(called_by=person).update(called_by=None)
    ConferenceSession.objects.filter(made_by=person).update(made_by=None)
