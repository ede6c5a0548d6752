"""The agenda as it is read. `access` decided who reads; strangers get what is for everybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.agenda.access import Reader, readable_by
from wijknetwerk.agenda.models import Activity, Event, Rhythm
from wijknetwerk.agenda.naming import where_of
from wijknetwerk.agenda.selectors.statements import COMING, PAST_ONES
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CLOSE_BY = timedelta(days=28)  # dates of a series that differ are shown so far ahead
LATELY = timedelta(days=183)
MOST = 400


@dataclass(frozen=True, slots=True)
class EventCard:
    """An event that comes, in a list."""

    uuid: UUID
    slug: str
    title: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    where: str
    is_cancelled: bool
    rhythm: str
    takes_sign_ups: bool
    left: int | None
    """How many people can still come; None without a limit."""
    mine: bool
    """Whether the reader said that they come."""

    @property
    def url(self) -> str:
        """Its page."""
        return _page_of(self.slug, self.uuid)

    @property
    def is_full(self) -> bool:
        """Whether nobody can come any more."""
        return self.left is not None and self.left <= 0


@dataclass(frozen=True, slots=True)
class PastCard:
    """An event that was, in a list."""

    uuid: UUID
    slug: str
    title: str
    starts_at: datetime
    has_page: bool
    people: int
    """How many came, as far as it was filled in."""

    @property
    def url(self) -> str:
        """Its page."""
        return _page_of(self.slug, self.uuid)


@dataclass(frozen=True, slots=True)
class AgendaPage:
    """What comes, and what was lately."""

    coming: list[EventCard]
    past: list[PastCard] = field(default_factory=list)


def agenda_of(reader: Reader) -> AgendaPage:
    """The agenda of a network: of each series the next date, and those that differ. Two queries at
    any size; one for strangers."""
    coming = _coming(reader, MOST, going_on=False)
    if not reader.is_member:
        return AgendaPage(coming)
    network, now = reader.network, clock.now()
    rows = PAST_ONES.ask(network_id=network.pk, now=now, lately=now - LATELY)
    past = [
        PastCard(
            row.uuid, network.slug, row.title, row.starts_at, row.has_page, row.named + row.unnamed
        )
        for row in rows
    ]
    return AgendaPage(coming, past)


def coming_public(network: "Network", most: int = 5) -> list[EventCard]:
    """What everybody may come to, for the network's public page. One query."""
    return _coming(Reader(Actor.anonymous(), network, is_member=False), most)


def next_for(actor: Actor, network: "Network", most: int = 3) -> list[EventCard]:
    """What comes first, for a member. One query."""
    return _coming(Reader(actor, network, is_member=True), most)


def dates_of(activity: Activity) -> list[Event]:
    """The coming dates of a series. One query."""
    rows = Event.objects.filter(activity=activity, ends_at__gt=clock.now())
    return list(rows.order_by("starts_at")[:12])


def resolve(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Events that this actor may see, for links from other apps. One query."""
    rows = Event.objects.filter(readable_by(actor), uuid__in=uuids)
    found = rows.values_list("uuid", "title", "network__slug")
    return {uuid: Linked(title, _page_of(slug, uuid)) for uuid, title, slug in found}


def resolve_series(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Series that this actor may see, each by its next date. One query."""
    rows = Event.objects.filter(
        readable_by(actor), activity__uuid__in=uuids, ends_at__gt=clock.now(), cancelled_at=None
    )
    names = ("activity__uuid", "activity__title", "network__slug", "uuid")
    found: dict[UUID, Linked] = {}
    for series, title, slug, uuid in rows.order_by("starts_at", "pk").values_list(*names):
        found.setdefault(series, Linked(title, _page_of(slug, uuid)))
    return found


def _coming(reader: Reader, most: int, *, going_on: bool = True) -> list[EventCard]:
    """Of a series only the next date that goes on, and what differs soon; `going_on` leaves out
    what was cancelled."""
    now, standing = clock.now(), reader.actor.standing_in(reader.network.pk)
    rows = COMING.ask(
        *(not reader.is_member, going_on, standing is not None, most),
        network_id=reader.network.pk,
        now=now,
        today=clock.local_day(now),
        soon=now + CLOSE_BY,
        me=standing.membership_id if standing else None,
    )
    return [_card(row, reader) for row in rows]


def _card(row: Any, reader: Reader) -> EventCard:
    room = row.room or row.place__room
    return EventCard(
        uuid=row.uuid,
        slug=reader.network.slug,
        title=row.title,
        kind=row.kind,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        where=where_of(row.place__name or "", "", row.elsewhere),
        is_cancelled=row.cancelled_at is not None,
        rhythm=Rhythm(row.activity__rhythm).short if row.activity__rhythm else "",
        takes_sign_ups=row.takes_sign_ups,
        left=None if room is None else max(0, room - row.taken),
        mine=getattr(row, "mine", False),
    )


def _page_of(slug: str, uuid: UUID) -> str:
    return address("agenda:event", slug=slug, uuid=uuid)
