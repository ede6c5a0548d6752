"""One event's public facts, for its page, for posters and for letters (used by `front` too)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from wijknetwerk.agenda.models import Event, Kind, Rhythm
from wijknetwerk.agenda.selectors.people import left_of
from wijknetwerk.core.errors import NotFound

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """What may hang in the stairwell: no name of anybody."""

    uuid: UUID
    kind: str
    kind_words: str
    title: str
    about: str
    starts_at: datetime
    ends_at: datetime
    rhythm: str
    place: str
    address: str
    access: str
    toilets: str
    transport: str
    elsewhere: str
    part_of: str
    costs: str
    phone: str
    """Whom to call: the event's own number, else the network's."""
    takes_sign_ups: bool
    left: int | None
    is_public: bool
    is_cancelled: bool
    because: str
    url: str
    """Its page, as a whole address for a QR code."""


def public_event(network: "Network", uuid: UUID) -> PublicEvent:
    """An event that everybody may come to; its network's rows must be in scope. NotFound else."""
    rows = Event.objects.filter(network=network, uuid=uuid, is_public=True)
    found = rows.select_related("place", "activity").first()
    if found is None:
        raise NotFound
    return facts_of(network, found)


def facts_of(network: "Network", event: Event) -> PublicEvent:
    """The facts of an event that was fetched; one query more when it has a limit."""
    place = event.place
    return PublicEvent(
        uuid=event.uuid,
        kind=event.kind,
        kind_words=str(Kind(event.kind).label),
        title=event.title,
        about=event.about,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        rhythm=str(Rhythm(event.activity.rhythm).label) if event.activity else "",
        place=place.name if place else "",
        address=place.address if place else "",
        access=place.access if place else "",
        toilets=place.toilets if place else "",
        transport=place.transport if place else "",
        elsewhere=event.elsewhere,
        part_of=event.part_of,
        costs=event.costs,
        phone=event.phone or network.phone or settings.HELP_PHONE,
        takes_sign_ups=event.takes_sign_ups,
        left=left_of(event, held=False) if event.takes_sign_ups else None,
        is_public=event.is_public,
        is_cancelled=event.is_cancelled,
        because=event.cancelled_because,
        url=settings.SITE_URL + reverse("agenda:event", args=[network.slug, event.uuid]),
    )
