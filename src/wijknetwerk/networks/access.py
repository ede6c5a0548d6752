"""Who may see and do what in a network. Fetching is checking: no view fetches by id itself.

A platform administrator is a member of nothing and gets nothing here but the decision whether a
network may be public. A role never opens a plan; plans have a gate of their own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.models import (
    Invitation,
    Membership,
    Network,
    RoleCode,
    Visibility,
)


class Act(StrEnum):
    """What a person may want to do in a network."""

    SEE = "see"
    SEE_CONTACTS = "see_contacts"
    EDIT_NETWORK = "edit_network"
    ASK_PUBLIC = "ask_public"
    INVITE = "invite"
    MANAGE_MEMBERS = "manage_members"
    MANAGE_PARTNERS = "manage_partners"
    WORK_ON_ROUTE = "work_on_route"
    READ_LOG = "read_log"


_LEADERS = frozenset({RoleCode.COORDINATOR, RoleCode.ADMINISTRATOR})
_DESK = _LEADERS | {RoleCode.VILLAGE_SUPPORTER}

# The roles that may do each act; None: every member.
ROLES_FOR: dict[Act, frozenset[str] | None] = {
    Act.SEE: None,
    Act.SEE_CONTACTS: _DESK,
    Act.EDIT_NETWORK: _LEADERS,
    Act.ASK_PUBLIC: _LEADERS,
    Act.INVITE: _DESK,
    Act.MANAGE_MEMBERS: _LEADERS,
    Act.MANAGE_PARTNERS: _LEADERS,
    Act.WORK_ON_ROUTE: None,
    Act.READ_LOG: frozenset({RoleCode.PRIVACY_OFFICER}),
}


def allows(actor: Actor, act: Act, network: Network) -> bool:
    """Whether the actor may do this in the network; the button and the page both ask here."""
    if actor.is_system:
        return True
    standing = actor.standing_in(network.pk)
    if standing is None:
        return False
    roles = ROLES_FOR[act]
    return roles is None or not standing.roles.isdisjoint(roles)


def network_for(actor: Actor, slug: str, *, to: Act) -> Network:
    """The network for its members. NotFound for others, NotAllowed for a member who may not."""
    network = Network.objects.filter(slug=slug).first()
    if network is None or not allows(actor, Act.SEE, network):
        raise NotFound
    if not allows(actor, to, network):
        raise NotAllowed
    return network


def public_networks() -> QuerySet[Network]:
    """Networks whose page everybody may see."""
    return Network.objects.filter(visibility=Visibility.PUBLIC)


@contextmanager
def public_network_for(slug: str) -> Iterator[Network]:
    """A public network with its rows in scope, for its public page only. NotFound otherwise."""
    network = public_networks().filter(slug=slug).first()
    if network is None:
        raise NotFound
    with scope.including(network.pk, network.uuid):
        yield network


def draft_for(actor: Actor, uuid: UUID) -> Network:
    """A network that this person is starting. NotFound for everybody else."""
    network = Network.objects.filter(
        uuid=uuid, started_by_id=actor.person_id, visibility=Visibility.DRAFT
    ).first()
    if network is None or not actor.is_person:
        raise NotFound
    return network


def network_to_decide_on(actor: Actor, slug: str) -> Network:
    """A network that asked to be public, for the platform's administrator."""
    if not actor.is_platform_administrator:
        raise NotFound
    network = Network.objects.filter(slug=slug, visibility=Visibility.ASKED).first()
    if network is None:
        raise NotFound
    return network


def membership_for(actor: Actor, network: Network, uuid: UUID, *, to: Act) -> Membership:
    """A member of the network: oneself, or anybody for who may `to`."""
    member = Membership.objects.filter(network=network, uuid=uuid).first()
    if member is None or not allows(actor, Act.SEE, network):
        raise NotFound
    if member.person_id != actor.person_id and not allows(actor, to, network):
        raise NotAllowed
    return member


def invitation_for(actor: Actor, network: Network, uuid: UUID) -> Invitation:
    """An invitation of the network, for who may invite."""
    invitation = Invitation.objects.filter(network=network, uuid=uuid).first()
    if invitation is None:
        raise NotFound
    if not allows(actor, Act.INVITE, network):
        raise NotAllowed
    return invitation
