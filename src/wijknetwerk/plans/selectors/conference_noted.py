"""What is read to a resident who can't sign in, so that they can say yes or no to a talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from wijknetwerk.plans import access_noting
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import ConferenceState, GuestState
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors.conference_pages import where
from wijknetwerk.privacy.purposes import Deed


@dataclass(frozen=True, slots=True)
class GuestToNote:
    """Somebody who would come. `may_note` is not so for oneself and one's own party."""

    uuid: UUID
    name: str
    party: str
    may_note: bool


@dataclass(frozen=True, slots=True)
class TalkToNote:
    """When, where, who; and what about only for who may read talks."""

    uuid: UUID
    starts_at: datetime
    ends_at: datetime
    where: str
    why: str
    is_new: bool
    guests: Sequence[GuestToNote]


def shown(seat: Seat) -> TalkToNote:
    """One talk that asks a yes, for who notes it; one query."""
    row = seat.conference
    return TalkToNote(
        uuid=row.uuid,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        where=where(row),
        why=row.why.read() if seat.may(Deed.READ) else "",
        is_new=row.state == ConferenceState.PROPOSED,
        guests=_guests(seat),
    )


def _guests(seat: Seat) -> list[GuestToNote]:
    rows = seat.conference.guests.filter(state=GuestState.ASKED).select_related(
        "place__membership__person", "place__membership__organisation", "place__organisation"
    )
    notes = access_noting.noter(seat.hand, Part.CONFERENCES)
    all_of_it = access_noting.notes_for(seat.hand)
    found = []
    for guest in rows.order_by("pk"):
        place, member = guest.place, guest.place.membership
        place.network = seat.hand.plan.network
        if not (all_of_it or notes(place)):
            continue  # for who is called first
        found.append(
            GuestToNote(
                guest.uuid,
                member.person.name if member else place.name.read(),
                str(place.organisation or ""),
                notes(place),
            )
        )
    return found
