"""Who may see and do what on the agenda.

Members see everything. Strangers see what everybody may come to, in a public network. Every member
may put something on the agenda for members; who leads the network or stands at its desk may open
it to everybody. Who sees to an event, and those leaders, change it and read who signed up.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.agenda.models import Activity, Attendee, Event, Place, SignUp
from wijknetwerk.core import scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LEADERS = ("coordinator", "administrator", "village_supporter")

CANCEL, READ_PAGE, FEED = "agenda.cancel", "agenda.page", "agenda.feed"  # purposes of links


class LinkOver(NotFound):
    """One sentence for every link that does not work."""

    code = "agenda_link_over"
    message = _("This link doesn't work any more. Do you have a question? Call the network.")


class MembersOnly(NotAllowed):
    """Only who leads opens something to everybody."""

    code = "agenda_members_only"
    message = _("Only who leads the network can open something to everybody. Ask them.")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who reads the agenda of a network: a member, or a stranger at its public door."""

    actor: Actor
    network: "Network"
    is_member: bool

    @property
    def leads(self) -> bool:
        """Whether this is somebody who leads the network or stands at its desk."""
        return self.is_member and leads(self.actor, self.network)


def readable_by(actor: Actor) -> Q:
    """Events and places that the actor may read, whatever is in scope: those of own networks, and
    those for everybody in networks that are public."""
    for_all = Q(is_public=True, network__visibility="public", network__stopped_on=None)
    return Q(network__in=actor.network_ids) | for_all


@contextmanager
def reader_of(actor: Actor, slug: str) -> Iterator[Reader]:
    """Whoever may read the agenda of this network, with its rows in scope. NotFound otherwise."""
    try:
        network = networks.network_for(actor, slug, to=Act.SEE)
    except NotFound:
        with networks.public_network_for(slug) as public:
            if public.stopped_on is not None:
                raise
            yield Reader(actor, public, is_member=False)
    else:
        yield Reader(actor, network, is_member=True)


@contextmanager
def public_reader_of(slug: str) -> Iterator[Reader]:
    """A public network as everybody sees it, also for its members. NotFound otherwise."""
    with networks.public_network_for(slug) as public:
        if public.stopped_on is not None:
            raise NotFound
        yield Reader(Actor.anonymous(), public, is_member=False)


def leads(actor: Actor, network: "Network") -> bool:
    """Whether the actor leads the network or stands at its desk."""
    if actor.noting_for is not None:
        return False
    return actor.is_system or actor.has_role(network.pk, *LEADERS)


def event_for(reader: Reader, uuid: UUID) -> Event:
    """An event for who may read it, with its place."""
    found = _whole(Event.objects.filter(network=reader.network, uuid=uuid)).first()
    if found is None or not (reader.is_member or found.is_public):
        raise NotFound
    return _within(found, reader.network)


def event_to_edit(actor: Actor, network: "Network", uuid: UUID) -> Event:
    """An event for who sees to it, and for the leaders. NotAllowed for other members."""
    networks.require(actor, Act.SEE, network)
    found = _whole(Event.objects.filter(network=network, uuid=uuid)).first()
    if found is None:
        raise NotFound
    return _edited_by(actor, _within(found, network))


def event_at(actor: Actor, slug: str, uuid: UUID) -> Event:
    """The same for its pages, by one query with its network."""
    rows = _whole(Event.objects.filter(uuid=uuid))
    found = networks.thing_for(actor, slug, rows, to=Act.SEE)
    return _edited_by(actor, _within(found, found.network))


def _whole(rows: QuerySet[Event]) -> QuerySet[Event]:
    return rows.select_related("place", "activity", "organiser__person")


def _edited_by(actor: Actor, event: Event) -> Event:
    if not may_edit(actor, event.network, event):
        raise NotAllowed
    return event


def activity_for(actor: Actor, network: "Network", uuid: UUID) -> Activity:
    """A series, for who sees to it and for the leaders."""
    networks.require(actor, Act.SEE, network)
    rows = Activity.objects.filter(network=network, uuid=uuid)
    found = rows.select_related("place", "organiser").first()
    if found is None:
        raise NotFound
    if not may_edit(actor, network, found):
        raise NotAllowed
    found.network = network
    return found


def may_edit(actor: Actor, network: "Network", thing: Event | Activity) -> bool:
    """Whether the actor changes this, and reads who signed up."""
    if actor.noting_for is not None:
        return False
    standing = actor.standing_in(network.pk)
    mine = standing is not None and thing.organiser_id == standing.membership_id
    return mine or leads(actor, network)


def may_plan(actor: Actor, network: "Network") -> bool:
    """Every member may, while the network goes on."""
    return networks.allows(actor, Act.SEE, network) and network.stopped_on is None


def require_plan(actor: Actor, network: "Network", *, is_public: bool) -> None:
    """Refuse who may not put this on the agenda."""
    networks.require(actor, Act.SEE, network)
    if network.stopped_on is not None:
        raise NotAllowed
    if is_public and not leads(actor, network):
        raise MembersOnly


def place_for(reader: Reader, uuid: UUID) -> Place:
    """A place for who may see it."""
    found = Place.objects.filter(network=reader.network, uuid=uuid).first()
    if found is None or not (reader.is_member or (found.is_public and found.closed_on is None)):
        raise NotFound
    found.network = reader.network
    return found


def place_to_edit(actor: Actor, network: "Network", uuid: UUID) -> Place:
    """A place, for who leads the network or stands at its desk."""
    networks.require(actor, Act.SEE, network)
    found = Place.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    if not leads(actor, network):
        raise NotAllowed
    found.network = network
    return found


@contextmanager
def sign_up_behind(secret: str, *, address: str) -> Iterator[SignUp]:
    """The sign-up of a link in a mail, with its network in scope. LinkOver otherwise."""
    with _behind(secret, CANCEL, address) as subject:
        rows = SignUp.objects.filter(uuid=subject)
        found = rows.select_related("event__place", "event__network", "network").first()
        if found is None:
            raise LinkOver
        yield found


@contextmanager
def attendee_behind(secret: str, *, address: str) -> Iterator[Attendee]:
    """Who came, behind the link to the page afterwards, with its network in scope. LinkOver also
    once the network stopped: names of its people stand on that page (decision 15)."""
    with _behind(secret, READ_PAGE, address) as subject:
        rows = Attendee.objects.filter(uuid=subject, event__network__stopped_on=None)
        found = rows.select_related("event__place", "event__network", "network").first()
        if found is None:
            raise LinkOver
        yield found


@contextmanager
def _behind(secret: str, purpose: str, address: str) -> Iterator[UUID]:
    try:
        opened = tokens.open_token(secret, purpose=purpose, address=address)
    except NotFound as error:
        raise LinkOver from error
    if opened.network_id is None:
        raise LinkOver
    with scope.including(opened.network_id, opened.network_uuid):
        yield opened.subject_uuid


def _within(event: Event, network: "Network") -> Event:
    event.network = network
    if event.place is not None:
        event.place.network = network
    return event
