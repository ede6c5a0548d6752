"""Who reads, writes and publishes pages. Members write for their network and its leaders publish;
of the platform's own pages its administrators do both. Nobody looks over their own text, unless
there is nobody else who could.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Expression, Q, QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.library.models import (
    MOVES,
    Audience,
    Move,
    Page,
    PageKind,
    Picture,
    Revision,
    State,
    Whose,
)
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.selectors.leading import who_may

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody writes: a network, or the platform itself, and whether they publish there."""

    network: "Network | None"
    publishes: bool

    @property
    def slug(self) -> str | None:
        """The network's part of an address; None for the platform."""
        return self.network.slug if self.network else None


def desk_for(actor: Actor, slug: str | None) -> Desk:
    """The desk of a network for its members, of the platform for its administrators."""
    if slug is None:
        if not actor.is_platform_administrator:
            raise NotFound
        return Desk(None, publishes=True)
    network = networks.network_for(actor, slug, to=Act.SEE)
    return Desk(network, publishes=networks.allows(actor, Act.EDIT_NETWORK, network))


def check_desk(actor: Actor, network: "Network | None") -> Desk:
    """The same for a service, which has the network already. NotFound for who is a stranger."""
    if network is None:
        if not (actor.is_platform_administrator or actor.is_system):
            raise NotFound
        return Desk(None, publishes=True)
    if not networks.allows(actor, Act.SEE, network):
        raise NotFound
    return Desk(network, publishes=networks.allows(actor, Act.EDIT_NETWORK, network))


def may_write(actor: Actor, desk: Desk, kind: str) -> bool:
    """Whether the actor may begin a page of this kind here. Questions are the platform's own."""
    return desk.network is None or kind != PageKind.QUESTION


def is_writer(actor: Actor, revision: Revision) -> bool:
    """Whether the actor began this version."""
    return actor.person_id is not None and revision.written_by_id == actor.person_id


def open_version(actor: Actor, desk: Desk, uuid: UUID, *, lock: bool = False) -> Revision | None:
    """The version of a page that is being written, for who writes it and who publishes; the next
    version of a published tool for every member, who may all write on it."""
    rows = Revision.objects.filter(_at(desk), page__uuid=uuid)
    rows = rows.filter(state__in=[State.DRAFT, State.REVIEW]).select_related("page")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.first()
    if found is None:
        return None
    shared = found.page.kind == PageKind.TOOL and found.page.first_published_at is not None
    if not (desk.publishes or is_writer(actor, found) or shared):
        return None
    found.network = desk.network
    return found


def page_at(actor: Actor, desk: Desk, uuid: UUID, *, lock: bool = False) -> Page:
    """A page at this desk that the actor works on: published, or one they may see being written.

    NotFound for others: nobody learns that somebody writes something.
    """
    rows = Page.objects.filter(_at(desk), uuid=uuid)
    found = (rows.select_for_update(of=("self",)) if lock else rows).first()
    if found is None:
        raise NotFound
    found.network = desk.network
    if desk.publishes or _shown_to_members(found) or _mine(actor, found):
        return found
    raise NotFound


def _shown_to_members(page: Page) -> bool:
    return Revision.objects.filter(page=page, state=State.PUBLISHED).exists()


def _mine(actor: Actor, page: Page) -> bool:
    return Revision.objects.filter(page=page, written_by_id=actor.person_id).exists()


def may_begin_version(actor: Actor, desk: Desk, page: Page) -> bool:
    """Whether the actor may write a next version of a published page. A tool is everybody's; news
    is of who wrote it and of who publishes."""
    return desk.publishes or page.kind == PageKind.TOOL or _mine(actor, page)


def others_publish(actor: Actor, desk: Desk) -> bool:
    """Whether somebody else than the actor could look over a text here."""
    return bool(publishers(desk.network) - {actor.person_id})


def publishers(network: "Network | None") -> set[int | None]:
    """The people who publish here now."""
    if network is None:
        return set(platform_administrators())
    return set(who_may(network, Act.EDIT_NETWORK))


def platform_administrators() -> list[int]:
    """The people who publish the platform's own pages."""
    people = get_user_model().objects.filter(is_platform_administrator=True, is_active=True)
    return list(people.order_by("pk").values_list("pk", flat=True))


def allows(actor: Actor, desk: Desk, move: Move, revision: Revision) -> bool:
    """Whether the actor may make this move now; the button and the service both ask here."""
    step = MOVES[move]
    if revision.state != step.begin:
        return False
    if step.whose is Whose.WRITER:
        return desk.publishes or is_writer(actor, revision)
    if step.whose is Whose.PUBLISHER:
        return desk.publishes
    if step.whose is Whose.SECOND:
        own = is_writer(actor, revision)
        return desk.publishes and not (own and others_publish(actor, desk))
    return False


def check_move(actor: Actor, desk: Desk, move: Move, revision: Revision) -> None:
    """NotAllowed unless the actor may make this move. What state it is in is asked elsewhere."""
    if not allows(actor, desk, move, revision):
        raise NotAllowed


def _at(desk: Desk) -> Q:
    return Q(network=desk.network) if desk.network else Q(network=None)


def published(kind: str, network: "Network | Expression | None" = None) -> QuerySet[Revision]:
    """What is published of one kind: of a network, or of the platform."""
    rows: QuerySet[Revision] = Revision.objects.filter(
        state=State.PUBLISHED, page__kind=kind, network=network
    )
    return rows.select_related("page")


def published_for(kind: str, network: "Network | None") -> QuerySet[Revision]:
    """What is published of one kind of the platform, and of one network beside it."""
    where = Q(network=None) | Q(network=network) if network is not None else Q(network=None)
    rows: QuerySet[Revision] = Revision.objects.filter(
        where, state=State.PUBLISHED, page__kind=kind
    )
    return rows.select_related("page")


@contextmanager
def reading(actor: Actor, slug: str) -> Iterator[tuple["Network", bool]]:
    """A network whose pages the actor reads, and whether as a member. Strangers get public
    networks only, and what is meant for everybody."""
    if any(standing.slug == slug for standing in actor.standings) or actor.is_system:
        yield networks.network_for(actor, slug, to=Act.SEE), True
        return
    with networks.public_network_for(slug) as network:
        yield network, False


def visible(rows: QuerySet[Revision], *, as_member: bool) -> QuerySet[Revision]:
    """Of these versions what this reader may see."""
    return rows if as_member else rows.filter(audience=Audience.EVERYBODY)


def public_picture(uuid: UUID) -> Picture:
    """A picture that a published page of the platform shows. NotFound for any other."""
    return _shown(Picture.objects.filter(network=None, uuid=uuid), as_member=False)


def picture_in(network: "Network", uuid: UUID, *, as_member: bool) -> Picture:
    """A picture of a network's page that this reader may read."""
    return _shown(Picture.objects.filter(network=network, uuid=uuid), as_member=as_member)


def _shown(rows: QuerySet[Picture], *, as_member: bool) -> Picture:
    found = rows.select_related("file").first()
    if found is None:
        raise NotFound
    versions = Revision.objects.filter(page_id=found.page_id, state=State.PUBLISHED)
    shown = visible(versions, as_member=as_member).first()
    if shown is None or found.number not in shown.pictures:
        raise NotFound
    return found


def picture_at(actor: Actor, desk: Desk, uuid: UUID) -> Picture:
    """A picture for who works on its page: who publishes here, who wrote a version that shows it,
    and who sees the version that is being written with it."""
    found = Picture.objects.filter(_at(desk), uuid=uuid).select_related("file", "page").first()
    if found is None:
        raise NotFound
    busy = open_version(actor, desk, found.page.uuid)
    mine = Revision.objects.filter(page=found.page, written_by_id=actor.person_id)
    seen = [*mine, *([busy] if busy else [])]
    if desk.publishes or any(found.number in one.pictures for one in seen):
        return found
    raise NotFound
