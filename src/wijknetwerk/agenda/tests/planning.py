"""What the tests of the agenda plan."""

from datetime import date, time, timedelta
from typing import Any

from tests.cast import TODAY, Cast
from wijknetwerk.agenda.access import Reader
from wijknetwerk.agenda.models import Activity, Event
from wijknetwerk.agenda.services import events, series, sign_ups
from wijknetwerk.core import scope

SOON = TODAY + timedelta(days=8)


def by(cast: Cast, name: str, act: Any, **more: Any) -> Any:
    """Let somebody of De Linde do something, with their own scope."""
    actor = cast.actor(name)
    with scope.acting(actor):
        return act(actor=actor, network=cast.linde, **more)


def plan(cast: Cast, name: str = "dewi", day: date = SOON, **said: Any) -> Event:
    """One event, of seven to nine in the evening."""
    kept = {"kind": "gathering", "title": "Aan tafel", "takes_sign_ups": True, **said}
    when = events.When(day, time(19), time(21))
    made: Event = by(cast, name, events.plan, said=events.Said(**kept), when=when)
    return made


def start(cast: Cast, name: str = "dewi", first: date = TODAY, **more: Any) -> Activity:
    """A weekly walk-in."""
    rhythm, until = more.pop("rhythm", "weekly"), more.pop("until", None)
    said = events.Said(**{"kind": "walk_in", "title": "Inloop", **more})
    again = series.Again(rhythm, first, time(10), time(12), until)
    made: Activity = by(cast, name, series.start, said=said, again=again)
    return made


def comes(cast: Cast, name: str, event: Event, brings: int = 0) -> Any:
    """A member signs up."""
    actor = cast.actor(name)
    with scope.acting(actor):
        reader = Reader(actor, cast.linde, is_member=True)
        return sign_ups.sign_up(reader=reader, event=event.uuid, brings=brings)
