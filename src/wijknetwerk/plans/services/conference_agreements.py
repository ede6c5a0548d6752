"""What is agreed at a conference: each with one owner and a date, as agreements of the plan."""

from datetime import date
from uuid import UUID

from django.db import transaction

from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import Agreement
from wijknetwerk.plans.selectors.conference_pages import AGREES_IN
from wijknetwerk.plans.services import agreements
from wijknetwerk.plans.services.agreements import Deal, Who
from wijknetwerk.plans.services.conference_steps import NotNow


@transaction.atomic
def make(*, hand: Hand, conference: UUID, what: str, due_on: date, place: UUID | None) -> Agreement:
    """Agreed here: by the resident, or by somebody of the circle (`place`). By who is at the table
    and may write agreements; the resident says yes to it as to any other (P7)."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        seat.require_writing()
        if seat.conference.state not in AGREES_IN:
            raise NotNow
        deal = Deal(
            what=what,
            due_on=due_on,
            who=Who(place=place),
            money=seat.conference.money,
            conference=conference,
        )
        return agreements.make(hand=seat.hand, deal=deal)
