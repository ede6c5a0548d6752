"""The agenda as it is read. `access` decided who reads; strangers get what is for everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from wijknetwerk.agenda.access import Reader, readable_by
from wijknetwerk.agenda.models import Activity, Attendee, Event, EventPage, Kind, Rhythm, SignUp
from wijknetwerk.agenda.naming import where_of
from wijknetwerk.agenda.selectors.people import counting
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Linked

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CLOSE_BY = timedelta(days=28)  # dates of a series that differ are shown so far ahead
LATELY = timedelta(days=183)
MOST = 400


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event in a list."""

    uuid: UUID
    slug: str
    title: str
    kind: str
    kind_words: str
    starts_at: datetime
    ends_at: datetime
    where: str
    is_public: bool
    is_cancelled: bool
    because: str
    part_of: str
    rhythm: str
    takes_sign_ups: bool
    left: int | None
    """How many people can still come; None without a limit."""
    mine: bool
    """Whether the reader said that they come."""
    has_page: bool = False
    people: int = 0
    """How many came, as far as it was filled in."""

    @property
    def url(self) -> str:
        """Its page."""
        return reverse("agenda:event", args=[self.slug, self.uuid])

    @property
    def day(self) -> date:
        """The day in the Netherlands."""
        return clock.local_day(self.starts_at)

    @property
    def is_full(self) -> bool:
        """Whether nobody can come any more."""
        return self.left is not None and self.left <= 0


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """What comes, and what was lately."""

    coming: list[EventCard]
    past: list[EventCard] = field(default_factory=list)


def agenda_of(reader: Reader) -> AgendaPage:
    """The agenda of a network: of each series the next date, and those that differ. Two queries at
    any size; one for strangers."""
    now = clock.now()
    rows = _shown(reader).filter(ends_at__gt=now).order_by("starts_at", "pk")[:MOST]
    coming = _next_of_each(rows, reader)
    if not reader.is_member:
        return AgendaPage(coming)
    pages = EventPage.objects.filter(event=OuterRef("pk"), published_at__isnull=False)
    past = _shown(reader).filter(
        ends_at__lte=now, ends_at__gt=now - LATELY, activity=None, cancelled_at=None
    )
    named = Attendee.objects.filter(event=OuterRef("pk")).order_by().values("event")
    counted = named.annotate(all=Sum(Value(1))).values("all")
    told = past.annotate(
        has_page=Exists(pages),
        named=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
    )
    return AgendaPage(coming, [_card(row, reader) for row in told.order_by("-starts_at")[:20]])


def coming_public(network: "Network", most: int = 5) -> list[EventCard]:
    """What everybody may come to, for the network's public page. One query."""
    reader = Reader(Actor.anonymous(), network, is_member=False)
    rows = _shown(reader).filter(ends_at__gt=clock.now(), cancelled_at=None)
    return _next_of_each(rows.order_by("starts_at", "pk")[:60], reader)[:most]


def next_for(actor: Actor, network: "Network", most: int = 3) -> list[EventCard]:
    """What comes first, for a member. One query."""
    reader = Reader(actor, network, is_member=True)
    rows = _shown(reader).filter(ends_at__gt=clock.now(), cancelled_at=None)
    return _next_of_each(rows.order_by("starts_at", "pk")[:30], reader)[:most]


def dates_of(activity: Activity) -> list[Event]:
    """The coming dates of a series. One query."""
    rows = Event.objects.filter(activity=activity, ends_at__gt=clock.now())
    return list(rows.order_by("starts_at")[:12])


def resolve(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Events that this actor may see, for links from other apps. One query."""
    rows = Event.objects.filter(readable_by(actor), uuid__in=uuids)
    found = rows.values_list("uuid", "title", "network__slug")
    return {
        uuid: Linked(title, reverse("agenda:event", args=[slug, uuid]))
        for uuid, title, slug in found
    }


def resolve_series(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Series that this actor may see, each by its next date. One query."""
    rows = Event.objects.filter(
        readable_by(actor), activity__uuid__in=uuids, ends_at__gt=clock.now(), cancelled_at=None
    )
    names = ("activity__uuid", "activity__title", "network__slug", "uuid")
    found: dict[UUID, Linked] = {}
    for series, title, slug, uuid in rows.order_by("starts_at", "pk").values_list(*names):
        found.setdefault(series, Linked(title, reverse("agenda:event", args=[slug, uuid])))
    return found


def _shown(reader: Reader) -> QuerySet[Event]:
    """Events that this reader may see, with their place, how many come, and whether I do."""
    rows = Event.objects.filter(network=reader.network).select_related("place", "activity")
    if not reader.is_member:
        rows = rows.filter(is_public=True)
    said = SignUp.objects.filter(counting(), event=OuterRef("pk")).order_by().values("event")
    people = said.annotate(all=Sum(F("brings") + 1)).values("all")
    rows = rows.annotate(taken=Coalesce(Subquery(people, output_field=IntegerField()), 0))
    standing = reader.actor.standing_in(reader.network.pk)
    if standing is None:
        return rows
    mine = SignUp.objects.filter(
        event=OuterRef("pk"), membership=standing.membership_id, cancelled_at=None
    )
    return rows.annotate(mine=Exists(mine))


def _next_of_each(rows: Sequence[Any] | QuerySet[Event], reader: Reader) -> list[EventCard]:
    """Of a series only the next date that goes on, and what differs soon."""
    soon = clock.now() + CLOSE_BY
    seen: set[int] = set()
    found = []
    for row in rows:
        if row.activity_id is not None:
            differs = row.by_hand and row.starts_at < soon
            first = row.activity_id not in seen and not row.is_cancelled
            if not (differs or first):
                continue
            if not row.is_cancelled:
                seen.add(row.activity_id)
        found.append(_card(row, reader))
    return found


def _card(row: Any, reader: Reader) -> EventCard:
    place = row.place
    room = row.room or (place.room if place else None)
    return EventCard(
        uuid=row.uuid,
        slug=reader.network.slug,
        title=row.title,
        kind=row.kind,
        kind_words=str(Kind(row.kind).label),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        where=where_of(place.name if place else "", "", row.elsewhere),
        is_public=row.is_public,
        is_cancelled=row.is_cancelled,
        because=row.cancelled_because,
        part_of=row.part_of,
        rhythm=Rhythm(row.activity.rhythm).short if row.activity else "",
        takes_sign_ups=row.takes_sign_ups,
        left=None if room is None else max(0, room - row.taken),
        mine=getattr(row, "mine", False),
        has_page=getattr(row, "has_page", False),
        people=getattr(row, "named", 0) + row.unnamed,
    )
