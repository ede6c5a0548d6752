"""Who may see and do what in a network. Fetching is checking: no view fetches by id itself.

A platform administrator is a member of nothing and gets nothing here but the decision whether a
network may be public. A role never opens a plan; plans have a gate of their own.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.db.models import CharField, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, scope, tokens
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.models import (
    Handover,
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
    RoleCode,
    Visibility,
)

ThingT = TypeVar("ThingT", bound=Model)


class Act(StrEnum):
    """What a person may want to do in a network."""

    SEE = "see"
    SEE_CONTACTS = "see_contacts"
    EDIT_NETWORK = "edit_network"
    ASK_PUBLIC = "ask_public"
    INVITE = "invite"
    MANAGE_MEMBERS = "manage_members"
    MANAGE_PARTNERS = "manage_partners"
    MAKE_TEAMS = "make_teams"
    WORK_ON_ROUTE = "work_on_route"
    READ_LOG = "read_log"
    NOTE_FOR = "note_for"
    END_NETWORK = "end_network"


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
    Act.MAKE_TEAMS: _LEADERS,
    Act.WORK_ON_ROUTE: None,
    Act.READ_LOG: frozenset({RoleCode.PRIVACY_OFFICER}),
    Act.NOTE_FOR: frozenset({RoleCode.COORDINATOR, RoleCode.VILLAGE_SUPPORTER}),
    Act.END_NETWORK: _LEADERS,
}


def allows(actor: Actor, act: Act, network: Network) -> bool:
    """Whether the actor may do this in the network; the button and the page both ask here."""
    if actor.noting_for is not None:
        return False  # who notes for somebody gets what the mandate covers, by its own gate
    if actor.is_system:
        return True
    standing = actor.standing_in(network.pk)
    return standing is not None and gives(standing, act)


def gives(standing: Standing, act: Act) -> bool:
    """Whether the roles of this place in a network are enough for the act."""
    roles = ROLES_FOR[act]
    return roles is None or not standing.roles.isdisjoint(roles)


def network_for(actor: Actor, slug: str, *, to: Act) -> Network:
    """The network for its members. NotFound for others, NotAllowed for a member who may not."""
    known = actor.is_system or any(standing.slug == slug for standing in actor.standings)
    network = _network_called(slug) if known else None
    if network is None or not allows(actor, Act.SEE, network):
        raise NotFound
    if not allows(actor, to, network):
        raise NotAllowed
    return network


def thing_for(actor: Actor, slug: str, rows: QuerySet[ThingT], *, to: Act) -> ThingT:
    """The first of `rows` in this network, with its network, by one query: the gate of
    `network_for` and the thing at once. Who may see the thing is decided after it."""

    def read(network_id: int) -> Sequence[ThingT]:
        return list(rows.filter(network=network_id).select_related("network")[:1])

    return thing_read(actor, slug, read, to=to)


def thing_read(
    actor: Actor, slug: str, read: Callable[[int], Sequence[ThingT]], *, to: Act
) -> ThingT:
    """The same of a thing that a kept statement reads: `read` gets the id of the network, and its
    row comes with that network."""
    standing = next((one for one in actor.standings if one.slug == slug), None)
    read_now = [] if standing is None else read(standing.network_id)
    if not read_now:
        network_for(actor, slug, to=to)  # says whether it is the network or the thing
        raise NotFound
    found = read_now[0]
    network: Network = found.network  # type: ignore[attr-defined]
    if not allows(actor, Act.SEE, network):
        raise NotFound
    if not allows(actor, to, network):
        raise NotAllowed
    return found


_BY_SLUG = Statement(lambda: QuerySet(Network).filter(slug=Slot("slug", CharField())))


def _network_called(slug: str) -> Network | None:
    found = _BY_SLUG.ask(network_id=None, slug=slug)
    return found[0] if found else None


def public_networks() -> QuerySet[Network]:
    """Networks to find and to join. The page of one that stopped has its address still."""
    return Network.objects.filter(visibility=Visibility.PUBLIC, stopped_on=None)


@contextmanager
def public_network_for(slug: str) -> Iterator[Network]:
    """A public network with its rows in scope, for its public page only. NotFound otherwise."""
    network = _network_called(slug)
    if network is None or network.visibility != Visibility.PUBLIC:
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
    rows = Membership.objects.filter(network=network, uuid=uuid)
    member = rows.select_related("person").first()
    if member is None or not allows(actor, Act.SEE, network):
        raise NotFound
    member.network = network
    if member.person_id != actor.person_id and not allows(actor, to, network):
        raise NotAllowed
    return member


def membership_at(actor: Actor, slug: str, uuid: UUID, *, to: Act) -> Membership:
    """The same with the network, by one query."""
    rows = Membership.objects.filter(uuid=uuid).select_related("person", "organisation")
    member = thing_for(actor, slug, rows, to=Act.SEE)
    if member.person_id != actor.person_id and not allows(actor, to, member.network):
        raise NotAllowed
    return member


def invitation_for(actor: Actor, network: Network, uuid: UUID) -> Invitation:
    """An invitation of the network, for who may invite."""
    invitation = Invitation.objects.filter(network=network, uuid=uuid).first()
    if invitation is None:
        raise NotFound
    if not allows(actor, Act.INVITE, network):
        raise NotAllowed
    invitation.network = network
    return invitation


def require(actor: Actor, act: Act, network: Network) -> None:
    """Refuse unless the actor may do this: NotFound for strangers, NotAllowed for members."""
    if not allows(actor, Act.SEE, network):
        raise NotFound
    if not allows(actor, act, network):
        raise NotAllowed


def roles_to_give(actor: Actor, network: Network) -> frozenset[str]:
    """The roles that this actor may give a member."""
    return frozenset(RoleCode) if allows(actor, Act.MANAGE_MEMBERS, network) else frozenset()


def roles_to_invite_with(actor: Actor, network: Network) -> frozenset[str]:
    """The roles that an invitation of this actor may carry. A learner's role needs a supervisor
    and an end, so it is given after joining. The desk invites professionals and members."""
    if allows(actor, Act.MANAGE_MEMBERS, network):
        return frozenset(RoleCode) - {RoleCode.LEARNER}
    if allows(actor, Act.INVITE, network):
        return frozenset({RoleCode.PROFESSIONAL})
    return frozenset()


def own_membership(actor: Actor, network: Network) -> Membership:
    """The actor's own membership now. NotFound for who is no member."""
    standing = actor.standing_in(network.pk)
    mine = Membership.objects.filter(pk=standing.membership_id).first() if standing else None
    if mine is None:
        raise NotFound
    return mine


def role_for(actor: Actor, network: Network, uuid: UUID) -> MembershipRole:
    """A role that one holds oneself, or of anybody for who manages members."""
    role = (
        MembershipRole.objects.filter(network=network, uuid=uuid)
        .select_related("membership", "person")
        .first()
    )
    if role is None or not allows(actor, Act.SEE, network):
        raise NotFound
    if role.person_id != actor.person_id and not allows(actor, Act.MANAGE_MEMBERS, network):
        raise NotAllowed
    return role


def handover_for(actor: Actor, network: Network, uuid: UUID) -> Handover:
    """A handover, for the two whom it concerns and who both still take part."""
    handover = (
        Handover.objects.filter(network=network, uuid=uuid)
        .select_related("from_membership__person", "to_membership__person")
        .first()
    )
    if handover is None or not allows(actor, Act.SEE, network):
        raise NotFound
    two = {handover.from_membership.person_id, handover.to_membership.person_id}
    if actor.person_id not in two:
        raise NotFound
    return handover


def join_request_for(actor: Actor, network: Network, uuid: UUID) -> JoinRequest:
    """A request to join, for who may invite."""
    require(actor, Act.INVITE, network)
    request = JoinRequest.objects.filter(network=network, uuid=uuid).first()
    if request is None:
        raise NotFound
    return request


INVITATION = "invitation"  # the purpose of its links and codes


class InvitationEnded(NotFound):
    """One sentence for every link or code that does not work: nobody learns which it was."""

    code = "invitation_ended"
    message = _(
        "This invitation doesn't work (any more). Did you type a code? Check each letter. Did you"
        " say yes already? Then you take part. Else ask who invited you for a new one."
    )


@contextmanager
def invitation_behind(secret: str, *, address: str) -> Iterator[tuple[Invitation, UUID]]:
    """The open invitation of a link or code, with its network in scope, and the link's id.

    InvitationEnded for everything that does not open one.
    """
    try:
        opened = tokens.open_token(secret, purpose=INVITATION, address=address)
    except NotFound as error:
        raise InvitationEnded from error
    with _opened(opened) as found:
        yield found


@contextmanager
def invitation_opened_before(token: UUID) -> Iterator[tuple[Invitation, UUID]]:
    """The same, for a browser that opened the link before; asked again at every step."""
    try:
        opened = tokens.still_open(token, purpose=INVITATION)
    except NotFound as error:
        raise InvitationEnded from error
    with _opened(opened) as found:
        yield found


@contextmanager
def _opened(opened: tokens.Opened) -> Iterator[tuple[Invitation, UUID]]:
    if opened.network_id is None:
        raise InvitationEnded
    with scope.including(opened.network_id, opened.network_uuid):
        invitation = (
            Invitation.objects.filter(
                uuid=opened.subject_uuid, state=InvitationState.OPEN, lapses_at__gt=clock.now()
            )
            .select_related("network", "invited_by", "partner__organisation")
            .first()
        )
        if invitation is None:
            raise InvitationEnded
        yield invitation, opened.token.uuid


@contextmanager
def network_to_join(actor: Actor, slug: str) -> Iterator[Network]:
    """A public network where people may ask to join, with its rows in scope. NotFound otherwise."""
    network = public_networks().filter(slug=slug, open_for_joining=True).first()
    if network is None or network.is_resting or not actor.is_person:
        raise NotFound
    with scope.including(network.pk, network.uuid):
        yield network
