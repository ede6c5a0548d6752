"""Calendars that other programs read (RFC 5545). Each date of a series stands there by itself, with
an identity that stays, so that a moved or cancelled date moves or goes in the reader's calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from icalendar import Calendar, Event

from wijknetwerk.core.clock import AMSTERDAM

REFRESH = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """One date in a calendar."""

    uuid: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    where: str
    about: str
    url: str
    is_cancelled: bool
    changed_at: datetime
    sequence: int


def calendar_of(name: str, entries: Iterable[Entry]) -> bytes:
    """The calendar file. The same entries give the same bytes; times are Dutch, with their zone."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Wijknetwerk//{settings.SITE_NAME}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(AMSTERDAM))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH)
    for entry in entries:
        calendar.add_component(_event(entry))
    if calendar.walk("VEVENT"):
        calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.uuid}@{settings.MAIL_DOMAIN}")
    event.add("summary", entry.title)
    event.add("dtstart", entry.starts_at.astimezone(AMSTERDAM))
    event.add("dtend", entry.ends_at.astimezone(AMSTERDAM))
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("url", entry.url)
    if entry.where:
        event.add("location", entry.where)
    if entry.about:
        event.add("description", entry.about)
    return event
