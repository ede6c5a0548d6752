"""What can be found on the agenda by typing: events by themselves, series once, and places."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import DateTimeField, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from wijknetwerk.agenda.models import Activity, Event, Happening, Kind, Place, Rhythm
from wijknetwerk.agenda.naming import EVENT, PLACE, SERIES
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Audience, SearchText
from wijknetwerk.core.registries.search import Here, Stands
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.templating import date_words


def event_text(event: Event) -> SearchText:
    """One event that is no date of a series."""
    day = date_words(event.starts_at)
    return SearchText(
        EVENT, event.uuid, event.network_id, event.title, _body(event, day), _audience(event)
    )


def series_text(activity: Activity) -> SearchText:
    """A series; it leads to its next date."""
    rhythm = str(Rhythm(activity.rhythm).label)
    body, audience = _body(activity, rhythm), _audience(activity)
    return SearchText(SERIES, activity.uuid, activity.network_id, activity.title, body, audience)


def place_text(place: Place) -> SearchText:
    """A place."""
    parts = (place.address, place.access, place.toilets, place.transport, place.more)
    body = " ".join(part for part in parts if part)
    audience = Audience.EVERYBODY if place.is_public else Audience.MEMBERS
    return SearchText(PLACE, place.uuid, place.network_id, place.name, body, audience)


EVENT_STANDS = Stands(
    lambda: QuerySet(Event),
    lambda _actor, here: address("agenda:event", here.slug, here.uuid),
    for_all=Q(is_public=True),
)
PLACE_STANDS = Stands(
    lambda: QuerySet(Place),
    lambda _actor, here: address("agenda:place", here.slug, here.uuid),
    for_all=Q(is_public=True),
)


def _next(**more: bool) -> Any:
    """The next date of a series that goes on, as text; empty when there is none."""
    dates: QuerySet[Event] = QuerySet(Event).filter(
        activity=OuterRef("pk"), ends_at__gt=Slot("now", DateTimeField()), cancelled_at=None, **more
    )
    first = dates.order_by("starts_at", "pk").values("uuid")[:1]
    return Coalesce(Cast(Subquery(first), TextField()), Value("", TextField()))


def _next_url(_actor: Actor, here: Here) -> str | None:
    """The next date that this reader may read."""
    any_date, public_date = here.detail.split(" ")
    uuid = any_date if here.inside else public_date
    return address("agenda:event", here.slug, UUID(uuid)) if uuid else None


SERIES_STANDS = Stands(
    lambda: QuerySet(Activity),
    _next_url,
    for_all=True,
    detail=Concat(_next(), Value(" ", TextField()), _next(is_public=True)),
)


def events(network: int | None) -> Iterator[SearchText]:
    """All events by themselves that go or went on."""
    rows = Event.objects.filter(activity=None, cancelled_at=None, network__stopped_on=None)
    rows = rows.select_related("place")
    for row in rows if network is None else rows.filter(network=network):
        yield event_text(row)


def series(network: int | None) -> Iterator[SearchText]:
    """All series that go on."""
    rows = Activity.objects.filter(network__stopped_on=None).select_related("place")
    for row in rows if network is None else rows.filter(network=network):
        if row.until_on is None or row.until_on > clock.today():
            yield series_text(row)


def places(network: int | None) -> Iterator[SearchText]:
    """All places that are used."""
    rows = Place.objects.filter(closed_on=None, network__stopped_on=None)
    for row in rows if network is None else rows.filter(network=network):
        yield place_text(row)


def _body(thing: "Event | Activity", more: str) -> str:
    place = thing.place
    parts = (
        thing.about,
        str(Kind(thing.kind).label),
        more,
        place.name if place else "",
        thing.elsewhere,
        thing.part_of,
    )
    return " ".join(part for part in parts if part)


def _audience(thing: Happening) -> Audience:
    return Audience.EVERYBODY if thing.is_public else Audience.MEMBERS
