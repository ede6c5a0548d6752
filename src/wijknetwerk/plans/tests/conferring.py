"""Conferences in tests: Amina's plan, with Els (nurse) and Bas (her son) in the circle."""

from datetime import timedelta
from typing import Any

from tests.cast import NOW, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access_conferences
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import (
    CircleMember,
    Conference,
    ConferenceGuest,
    ConferenceState,
    ResidentPlan,
)
from wijknetwerk.plans.services import conference
from wijknetwerk.plans.services.conference import Asked, Slot
from wijknetwerk.plans.tests.acting import do, hand

LATER = NOW + timedelta(days=7)
SLOT = Slot(LATER, LATER + timedelta(hours=1))


def called(
    cast: Cast, plan: ResidentPlan, by: str, *people: CircleMember, **more: Any
) -> Conference:
    asked = Asked("Hoe gaat het verder thuis?", SLOT, people=[one.uuid for one in people], **more)
    made: Conference = do(cast, plan, by, conference.call, asked=asked)
    return made


def seat(cast: Cast, plan: ResidentPlan, name: str, row: Conference) -> Seat | None:
    """The conference in somebody's hand, or None where it is not there for them."""
    actor = cast.actor(name)
    try:
        found = hand(cast, plan, name)
        with scope.acting(actor):
            return access_conferences.seat_for(found, row.uuid)
    except NotFound:
        return None


def guest(row: Conference, place: CircleMember) -> ConferenceGuest:
    with scope.acting(SYSTEM):
        found: ConferenceGuest = ConferenceGuest.objects.get(conference=row, place=place)
        return found


def put(row: Conference, state: str) -> None:
    """The conference as it stands after what belongs to a state."""
    held = NOW if state in ("held", "written", "sent") else None
    fields: dict[str, Any] = {"state": state, "held_at": held}
    fields["sent_at"] = NOW if state == ConferenceState.SENT else None
    fields["starts_at"] = NOW if held else LATER
    with scope.acting(SYSTEM):
        Conference.objects.filter(pk=row.pk).update(**fields)
