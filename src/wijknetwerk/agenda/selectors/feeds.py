"""What stands in a calendar feed: asked anew at each look, so that it ends when access ends."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import reverse

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.agenda import access
from wijknetwerk.agenda.calendar import Entry
from wijknetwerk.agenda.models import Event
from wijknetwerk.agenda.naming import where_of
from wijknetwerk.core import clock, scope, tokens
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.token import TokenLink

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

BACK = timedelta(days=60)
MOST = 2000


@dataclass(frozen=True, slots=True)
class FeedLink:
    """That somebody has a calendar link. The link itself can't be read back."""

    made_at: datetime
    until: datetime


def link_of(person: UUID) -> FeedLink | None:
    """The calendar link of a person that works now, or None. One query."""
    rows = TokenLink.objects.filter(
        purpose=access.FEED, subject_uuid=person, ended_at=None, expires_at__gt=clock.now()
    )
    found = rows.order_by("-created_at").first()
    return FeedLink(found.created_at, found.expires_at) if found else None


def entries_behind(secret: str, *, address: str) -> list[Entry]:
    """The agenda of all networks in which the owner of this link takes part now. LinkOver when the
    link ended, or its owner closed the account or takes part in nothing any more."""
    try:
        opened = tokens.open_token(secret, purpose=access.FEED, address=address)
    except NotFound as error:
        raise access.LinkOver from error
    person = get_user_model().objects.filter(uuid=opened.subject_uuid, is_active=True).first()
    standings = actor_of(person).standings if person else ()
    if not standings:
        raise access.LinkOver
    with ExitStack() as stack:
        for standing in standings:
            stack.enter_context(scope.including(standing.network_id, standing.network_uuid))
        mine = {standing.network_id for standing in standings}
        return _entries(Event.objects.filter(network__in=mine), named=len(mine) > 1)


def entries_of_public(network: "Network") -> list[Entry]:
    """What everybody may come to in one public network, with its rows in scope."""
    return _entries(Event.objects.filter(network=network, is_public=True), named=False)


def entry_of(network: "Network", event: Event) -> Entry:
    """One event, to put into one's own calendar."""
    event.network = network
    return _entry(event, named=False)


def _entries(rows: QuerySet[Event], *, named: bool) -> list[Entry]:
    since = clock.now() - BACK
    found = rows.filter(ends_at__gt=since).select_related("place", "network")
    return [_entry(row, named=named) for row in found.order_by("starts_at", "pk")[:MOST]]


def _entry(event: Event, *, named: bool) -> Entry:
    place = event.place
    network = event.network
    return Entry(
        uuid=event.uuid,
        title=f"{event.title} ({network.name})" if named else event.title,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        where=where_of(
            place.name if place else "", place.address if place else "", event.elsewhere
        ),
        about=event.about,
        url=settings.SITE_URL + reverse("agenda:event", args=[network.slug, event.uuid]),
        is_cancelled=event.is_cancelled,
        changed_at=event.changed_at,
        sequence=event.sequence,
    )
