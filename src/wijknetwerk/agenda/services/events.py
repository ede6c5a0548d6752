"""Putting something on the agenda, changing, moving and cancelling it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.agenda import access, rhythm
from wijknetwerk.agenda.models import Event, Happening, Kind, Place
from wijknetwerk.agenda.naming import EVENT
from wijknetwerk.agenda.selectors.finding import event_text
from wijknetwerk.agenda.services import telling
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import facts, search
from wijknetwerk.networks.services.people import active_member

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

KINDS = [(one.value, one.label) for one in Kind]


@dataclass(frozen=True, slots=True)
class Said:
    """What is said about an event, or about all of a series."""

    kind: str
    title: str
    about: str = ""
    place: UUID | None = None
    elsewhere: str = ""
    part_of: str = ""
    costs: str = ""
    phone: str = ""
    is_public: bool = False
    takes_sign_ups: bool = False
    room: int | None = None
    organiser: UUID | None = None

    def checked(self) -> "Said":
        """The same. InvalidInput for what no list knows."""
        if self.kind not in Kind.values or not self.title.strip():
            raise InvalidInput
        return self


@dataclass(frozen=True, slots=True)
class When:
    """On which day, from when until when, on the clock in the Netherlands."""

    day: date
    starts: time
    ends: time

    def moments(self) -> tuple[datetime, datetime]:
        """Begin and end; what ends before it begins, ends the day after."""
        begin = rhythm.moment(self.day, self.starts)
        last = self.day if self.ends > self.starts else self.day + timedelta(days=1)
        return begin, rhythm.moment(last, self.ends)


NAMES = tuple(field.name for field in fields(Said))


@transaction.atomic
def plan(*, actor: Actor, network: "Network", said: Said, when: When) -> Event:
    """Put one event on the agenda. Without another name it is for its maker to see to."""
    access.require_plan(actor, network, is_public=said.is_public)
    said = with_maker(actor, network, said)
    begin, end = when.moments()
    made = Event(network=network, starts_at=begin, ends_at=end)
    set_said(made, network, said.checked(), NAMES)
    made.save()
    log.record(actor, "agenda.event_planned", made, action=Action.CREATE, kind=made.kind)
    _went(made)
    return made


@transaction.atomic
def change(
    *,
    actor: Actor,
    network: "Network",
    event: UUID,
    said: Said,
    when: When,
    changed: Iterable[str],
) -> Event:
    """Store what this reader changed; when day, time or place is another, who signed up is told.

    A date of a series that was changed so is left alone when the series changes.
    """
    found = access.event_to_edit(actor, network, event)
    locked = lock(found)
    names = [name for name in NAMES if name in set(changed)]
    if "is_public" in names:
        access.require_plan(actor, network, is_public=said.is_public)
    there = where_now(locked)
    set_said(locked, network, said.checked(), names)
    moved = set_when(locked, when)
    if not (names or moved):
        return locked
    touch(locked)
    locked.save()
    log.record(actor, "agenda.event_changed", locked, fields=[*names, *(["when"] * moved)])
    if not (locked.is_over or locked.is_cancelled):
        if moved:
            telling.moved(locked)
        elif there != where_now(locked):
            telling.elsewhere(locked)
    _went(locked)
    return locked


@transaction.atomic
def cancel(*, actor: Actor, network: "Network", event: UUID, because: str) -> Event:
    """It doesn't go on; it stays on the agenda, crossed out, and who signed up is told."""
    locked = lock(access.event_to_edit(actor, network, event))
    if locked.is_cancelled:
        return locked
    call_off(locked, because=because.strip())
    log.record(actor, "agenda.event_cancelled", locked)
    _went(locked)
    return locked


@transaction.atomic
def go_on(*, actor: Actor, network: "Network", event: UUID) -> Event:
    """It goes on after all. Who signed up is told."""
    locked = lock(access.event_to_edit(actor, network, event))
    if not locked.is_cancelled:
        return locked
    locked.cancelled_at, locked.cancelled_because = None, ""
    touch(locked)
    locked.save()
    log.record(actor, "agenda.event_goes_on", locked)
    if not locked.is_over:
        telling.goes_on(locked)
    _went(locked)
    return locked


def call_off(event: Event, *, because: str = "") -> None:
    """A locked event doesn't go on: who signed up is told, and nothing of it waits any more."""
    event.cancelled_at, event.cancelled_because = clock.now(), because
    touch(event)
    event.save()
    if not event.is_over:
        telling.cancelled(event)
    telling.nothing_waits(event)


def lock(event: Event) -> Event:
    """The event, locked until the transaction ends."""
    locked = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
    locked.network = event.network
    return locked


def with_maker(actor: Actor, network: "Network", said: Said) -> Said:
    """The same, for its maker to see to when nobody is named."""
    standing = actor.standing_in(network.pk)
    if said.organiser is None and standing is not None:
        return replace(said, organiser=standing.membership_uuid)
    return said


def set_said(thing: Happening, network: "Network", said: Said, names: Iterable[str]) -> None:
    """Put these things on an event or a series, without storing it."""
    for name in names:
        value: Any = getattr(said, name)
        if name == "place":
            value = _place(network, said.place)
        elif name == "organiser":
            value = active_member(network, said.organiser, lock=False) if said.organiser else None
        elif isinstance(value, str):
            value = value.strip()
        setattr(thing, name, value)


def where_now(thing: Happening) -> tuple[int | None, str]:
    """Where people go for it."""
    return thing.place_id, thing.elsewhere


def set_when(event: Event, when: When) -> bool:
    """Put an event at this moment; whether it moved."""
    begin, end = when.moments()
    moved = (event.starts_at, event.ends_at) != (begin, end)
    event.starts_at, event.ends_at = begin, end
    return moved


def touch(event: Event) -> None:
    """Count one more change, for calendars; a date of a series goes its own way from now."""
    event.changed_at = clock.now()
    event.sequence += 1
    event.by_hand = event.activity_id is not None


def _went(event: Event) -> None:
    """After a change: figures are counted anew, and it is found as it is now. Dates of a series
    are found by their series."""
    facts.count_soon(event.network_id)
    if event.activity_id is not None:
        return
    if event.is_cancelled:
        search.forget(EVENT, event.uuid)
    else:
        search.keep(event_text(event))


def _place(network: "Network", uuid: UUID | None) -> Place | None:
    if uuid is None:
        return None
    found = Place.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise InvalidInput
    return found
