"""What a resident said who can't sign in, about a talk and about who comes; noted by whom they call
first, never of that person's own coming or of their own party."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import ConferenceState
from wijknetwerk.plans.services import conference, conference_guests
from wijknetwerk.privacy.purposes import Given


@transaction.atomic
def note(*, hand: Hand, conference: UUID, yes: bool, comes: Collection[UUID]) -> None:
    """A yes or no to a talk; or, once that was said, to who was asked to come since. NotFound for
    who notes nothing here."""
    with access.reach(hand.plan):
        seat = access_conferences.seat_to_note(access.locked(hand), conference)
        row = seat.conference
        if row.state == ConferenceState.PROPOSED:
            _answer(seat.hand, conference, yes, comes)
            return
        for guest in conference_guests.asked(row):
            if conference_guests.may_note(seat.hand, row, guest.place):
                which = {"conference": conference, "guest": guest.uuid}
                said = yes and guest.uuid in comes
                conference_guests.decide(hand=hand, comes=said, how=Given.SPOKEN, **which)


def _answer(hand: Hand, uuid: UUID, yes: bool, comes: Collection[UUID]) -> None:
    conference.answer(hand=hand, conference=uuid, yes=yes, comes=comes, how=Given.SPOKEN)
