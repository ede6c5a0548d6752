"""Who may read the list, and who may change it.

Any member adds, corrects, checks and ends entries: each change is a version with a name. Everybody
reads what is for everybody, of networks that are public. Reading in a file is for who runs the
network or its desk, because it puts hundreds of entries on the list at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.directory.models import ListImport, Service, ShownTo
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.areas.folding import fold

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FILE_ROLES = frozenset({"coordinator", "administrator", "village_supporter"})
MOST_NEIGHBOURS = 200
_SMALL_WORDS = {"de", "het", "den", "van", "der", "op", "in", "en", "aan", "sint"}


class NotForFiles(NotAllowed):
    """Reading in a file asks a role."""

    code = "not_for_files"
    message = _("Who runs the network or its desk reads in files. You can add things one by one.")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the list of which network: a member, or anybody."""

    network: "Network"
    is_member: bool

    def rows(self) -> QuerySet[Service]:
        """What this reader may read, also what is no longer there."""
        found = Service.objects.filter(network=self.network).defer("as_given")
        return found if self.is_member else found.filter(shown_to=ShownTo.EVERYBODY)


def network_of(actor: Actor, slug: str) -> "Network":
    """The network whose list this member reads and changes. NotFound for everybody else."""
    return access.network_for(actor, slug, to=Act.SEE)


def network_for_files(actor: Actor, slug: str) -> "Network":
    """The same for who may read in a file. NotAllowed for other members."""
    network = network_of(actor, slug)
    check_files(actor, network)
    return network


def may_read_files(actor: Actor, network: "Network") -> bool:
    """Whether this member may read in files; the button and the page both ask here."""
    standing = actor.standing_in(network.pk)
    return standing is not None and not standing.roles.isdisjoint(FILE_ROLES)


def check_files(actor: Actor, network: "Network") -> None:
    """Refuse who may not read in files: NotFound for strangers, NotForFiles for members."""
    check_member(actor, network)
    if not may_read_files(actor, network):
        raise NotForFiles


def may_show_everybody(actor: Actor, network: "Network") -> bool:
    """Whether this member may let everybody read what only members could, many at once."""
    return access.allows(actor, Act.EDIT_NETWORK, network)


def check_show_everybody(actor: Actor, network: "Network") -> None:
    """Refuse who may not: NotFound for strangers, NotAllowed for members."""
    access.require(actor, Act.EDIT_NETWORK, network)


def check_member(actor: Actor, network: "Network") -> None:
    """Refuse who is no member: NotFound."""
    if actor.standing_in(network.pk) is None or not access.allows(actor, Act.SEE, network):
        raise NotFound


@contextmanager
def reading(actor: Actor, slug: str) -> Iterator[Reader]:
    """The list for its members, or for anybody where the network is public and goes on. NotFound
    otherwise."""
    if any(standing.slug == slug for standing in actor.standings):
        yield Reader(network_of(actor, slug), True)
        return
    with access.public_network_for(slug) as network:
        if network.stopped_on is not None:
            raise NotFound  # nobody keeps it right any more
        yield Reader(network, False)


def is_public(slug: str) -> bool:
    """Whether everybody may know that this network is there."""
    return access.public_networks().filter(slug=slug).exists()


def entry_for(actor: Actor, network: "Network", uuid: UUID) -> Service:
    """An entry of the network, for its members, also one that ended. NotFound otherwise."""
    check_member(actor, network)
    found = Service.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return found


def import_for(actor: Actor, network: "Network", uuid: UUID) -> ListImport:
    """A file that somebody began to read in, for whoever may."""
    check_files(actor, network)
    found = ListImport.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return found


@contextmanager
def public_lists(beside: "Network") -> Iterator[dict[int, "Network"]]:
    """Other public networks by key, with their rows in scope, for what everybody may read there."""
    rows = access.public_networks().exclude(pk=beside.pk).order_by("pk")[:MOST_NEIGHBOURS]
    others = {one.pk: one for one in rows}
    now = scope.current()
    if now.every_network or not others:
        yield others
        return
    wider = replace(
        now,
        network_ids=(*now.network_ids, *others),
        network_uuids=(*now.network_uuids, *(str(one.uuid) for one in others.values())),
    )
    with scope.use(wider):
        yield others


def public_entries(networks: dict[int, "Network"]) -> QuerySet[Service]:
    """What is there now and everybody may read, of these networks."""
    rows = Service.objects.filter(network__in=networks, shown_to=ShownTo.EVERYBODY)
    return rows.filter(ended_on=None)


def lies_near(one: "Network", other: "Network") -> bool:
    """Whether two networks name a place in common, such as the municipality."""
    return bool(_places(one) & _places(other))


def _places(network: "Network") -> set[str]:
    words = set(fold(network.place_text).split()) | set(network.search_words.split())
    return {word for word in words if len(word) > 3 or word.isdigit()} - _SMALL_WORDS


def seen_by(actor: Actor) -> Q:
    """Which entries somebody may read, whatever rows are in scope: of the own networks all, of
    public ones what is for everybody."""
    public = Q(network__visibility="public", network__stopped_on=None, shown_to=ShownTo.EVERYBODY)
    return Q(network__in=actor.network_ids) | public
