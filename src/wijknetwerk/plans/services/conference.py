"""A conference: called, the resident's yes, moved, held, called off. By one table
(`models.conference.NEXT`); who comes is said in `conference_guests`."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    Conference,
    ConferenceAct,
    ConferenceSession,
    ConferenceState,
)
from wijknetwerk.plans.parts import Part, part_of
from wijknetwerk.plans.services import conference_guests as guests
from wijknetwerk.plans.services import conference_news
from wijknetwerk.plans.services import conference_waits as waits
from wijknetwerk.plans.services.conference_steps import (
    checked,
    record,
    require_decides,
    step,
)
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy.purposes import Given

WORKING_DAYS = 2
"""Within so many working days the resident has it in plain words (rule P7)."""


@dataclass(frozen=True, slots=True)
class Slot:
    """When and where. Without a place it is at the resident's home."""

    starts_at: datetime
    ends_at: datetime
    where: str = ""
    session: UUID | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What it is about, when, and whom of the circle somebody would like there."""

    why: str
    slot: Slot
    money: bool = False
    people: Collection[UUID] = field(default_factory=tuple)


@transaction.atomic
def call(*, hand: Hand, asked: Asked) -> Conference:
    """Call one: at once when the resident does, else it waits for the resident's yes, and until
    then the caller sees nothing of it either. NotAllowed, PlanClosed, InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        require_open(hand)
        if not access_conferences.calls(hand, money=asked.money):
            raise NotAllowed
        decides = hand.decides([part_of(Part.CONFERENCES, money=asked.money)])
        made = Conference.of(
            hand.plan,
            state=ConferenceState.PLANNED if decides else ConferenceState.PROPOSED,
            money=asked.money,
            called_by_id=hand.actor.own_id,
        )
        made.why = checked(asked.why)
        made.network = hand.plan.network
        _put(hand, made, asked.slot)
        made.save()
        people = guests.wanted(hand, asked.people)
        guests.ask(hand, made, people, comes=decides)
        record(hand, "plans.conference_called", made, action=Action.CREATE)
        waits.refresh(made)
        return made


@transaction.atomic
def answer(
    *,
    hand: Hand,
    conference: UUID,
    yes: bool,
    comes: Collection[UUID] = (),
    how: Given = Given.IN_APP,
) -> Conference:
    """The resident's yes to a conference, and to each person (their guest rows) by itself: who is
    not named does not come. A no calls it off. NotAllowed, NotYours, NotNow."""
    with access.reach(hand.plan):
        seat = access_conferences.locked_to_answer(hand, conference)
        require_decides(seat, how)
        row = seat.conference
        step(row, ConferenceAct.YES if yes else ConferenceAct.CALL_OFF)
        row.save()
        for guest in guests.asked(row):
            if yes and how != Given.IN_APP and not guests.may_note(seat.hand, row, guest.place):
                continue  # waits on: somebody else notes the yes to who notes this one
            guests.say(seat.hand, row, guest, guest.uuid in comes and yes, how)
        event = "plans.conference_yes" if yes else "plans.conference_called_off"
        record(seat.hand, event, row)
        conference_news.soon(seat.hand, row)
        waits.refresh(row)
        return row


@transaction.atomic
def move(*, hand: Hand, conference: UUID, slot: Slot) -> Conference:
    """Another time or place, by who leads it; the resident's yes is asked again, unless it is the
    resident who moves it."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        if not (seat.leads and seat.writes):
            raise NotAllowed
        row = seat.conference
        step(row, ConferenceAct.MOVE)
        if seat.decides:
            step(row, ConferenceAct.YES)
        _put(seat.hand, row, slot)
        row.sequence += 1
        row.save()
        record(seat.hand, "plans.conference_moved", row)
        conference_news.soon(seat.hand, row)
        waits.refresh(row)
        return row


@transaction.atomic
def call_off(*, hand: Hand, conference: UUID) -> Conference:
    """It does not go on: by the resident, who leads it or who called it."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        if not seat.leads:
            raise NotAllowed
        row = seat.conference
        step(row, ConferenceAct.CALL_OFF)
        row.changed_at = clock.now()
        row.sequence += 1
        row.save()
        record(seat.hand, "plans.conference_called_off", row)
        conference_news.soon(seat.hand, row)
        waits.refresh(row)
        return row


@transaction.atomic
def hold(
    *, hand: Hand, conference: UUID, came: Collection[UUID], resident_came: bool, minutes: int
) -> Conference:
    """It was held: who was there, and how long. From now the resident has it in plain words within
    two working days."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        seat.require_writing()
        row = seat.conference
        step(row, ConferenceAct.HOLD)
        if clock.today() < clock.local_day(row.starts_at) or not 0 < minutes <= 600:
            raise InvalidInput
        row.held_at, row.minutes, row.resident_was_there = clock.now(), minutes, resident_came
        row.report_by = clock.add_working_days(clock.today(), WORKING_DAYS)
        row.save()
        guests.came(row, came)
        record(seat.hand, "plans.conference_held", row)
        waits.refresh(row)
        return row


def _put(hand: Hand, row: Conference, slot: Slot) -> None:
    if slot.starts_at >= slot.ends_at or slot.starts_at < clock.now():
        raise InvalidInput(_("Choose a time that is still to come."))
    row.starts_at, row.ends_at = slot.starts_at, slot.ends_at
    row.at_home, row.place = not slot.where.strip(), slot.where.strip()
    row.changed_at = clock.now()
    if slot.session is not None:
        row.session = _slot_in_session(hand, row, slot.session)


def _slot_in_session(hand: Hand, row: Conference, uuid: UUID) -> ConferenceSession:
    """A time within the session that no other conference has. The refusal doesn't say which of
    both it is: another conference of the session shows to nobody outside it."""
    found = access_conferences.session_for(hand.actor, hand.plan.network, uuid)
    session = ConferenceSession.objects.select_for_update(of=("self",)).get(pk=found.pk)
    others = Conference.objects.filter(
        session=session, starts_at__lt=row.ends_at, ends_at__gt=row.starts_at
    ).exclude(pk=row.pk)
    taken = others.exclude(state=ConferenceState.CALLED_OFF).exists()
    if row.starts_at < session.starts_at or row.ends_at > session.ends_at or taken:
        raise InvalidInput(_("This time does not fit in the session. Choose another one."))
    return session
