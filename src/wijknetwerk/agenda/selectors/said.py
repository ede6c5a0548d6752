"""What forms show of an event, a series or a place that is there already."""

from datetime import timedelta
from typing import Any

from wijknetwerk.agenda.models import Activity, Event, Happening, Place
from wijknetwerk.core.clock import AMSTERDAM

_PLAIN = ("kind", "title", "about", "elsewhere", "part_of", "costs", "phone")
_MORE = ("is_public", "takes_sign_ups", "room")


def of_event(event: Event) -> dict[str, Any]:
    """An event as its form knows it."""
    begin, end = (one.astimezone(AMSTERDAM) for one in (event.starts_at, event.ends_at))
    return {**_said(event), "day": begin.date(), "starts": begin.time(), "ends": end.time()}


def of_series(activity: Activity) -> dict[str, Any]:
    """A series as its form knows it."""
    until = activity.until_on
    return {
        **_said(activity),
        "day": activity.from_on,
        "starts": activity.starts,
        "ends": activity.ends,
        "again": activity.rhythm,
        "last": until - timedelta(days=1) if until else None,
    }


def of_place(place: Place) -> dict[str, Any]:
    """A place as its form knows it."""
    names = ("name", "address", "access", "toilets", "transport", "phone", "more", "room")
    return {name: getattr(place, name) for name in (*names, "is_public")}


def _said(thing: Happening) -> dict[str, Any]:
    said = {name: getattr(thing, name) for name in (*_PLAIN, *_MORE)}
    said["place"] = thing.place.uuid if thing.place else None
    said["organiser"] = thing.organiser.uuid if thing.organiser else None
    return said
