"""Who is waited for in networks: handing over, asking to join, asking to be public, welcoming."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from django.contrib.auth import get_user_model

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.access import ROLES_FOR, Act
from wijknetwerk.networks.models import (
    Handover,
    HandoverState,
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    MembershipRole,
    Network,
    Visibility,
    within,
)
from wijknetwerk.networks.selectors.network import role_names

HANDOVER = "networks.handover"
JOIN_ASKED = "networks.join_asked"
PUBLIC_ASKED = "networks.public_asked"
WELCOME = "networks.welcome"
WELCOME_FOR = timedelta(days=14)
"""How long a newcomer is new."""


def of_handover(asked: Handover, role: str) -> Wanted:
    """The answer of who is asked to take over a role, as it is called in this network."""
    return Wanted(
        person_id=asked.to_membership.person_id,
        subject=asked.uuid,
        network=asked.network.uuid,
        place={"slug": asked.network.slug, "uuid": str(asked.uuid)},
        words={"who": asked.from_membership.person.name, "role": role},
    )


def of_join_request(request: JoinRequest) -> Iterator[Wanted]:
    """The answer of one of those who may invite; their rows close together."""
    network = request.network
    today = clock.today()
    desk = MembershipRole.objects.filter(
        within(today), within(today, "membership__"), network=network, role__in=_may_invite()
    )
    for person_id in sorted(set(desk.values_list("person_id", flat=True))):
        yield Wanted(
            person_id=person_id,
            subject=request.uuid,
            network=network.uuid,
            place={"slug": network.slug},
            words={"who": request.person.name},
        )


def of_asking_public(network: Network) -> Iterator[Wanted]:
    """The decision of one of the platform's administrators, who take part in no network."""
    people = get_user_model().objects.filter(is_platform_administrator=True, is_active=True)
    for person_id in people.order_by("pk").values_list("pk", flat=True):
        yield Wanted(
            person_id=person_id,
            subject=network.uuid,
            network=None,
            place={"slug": network.slug},
            words={"network": network.name},
        )


def of_newcomer(invitation: Invitation, member: Membership) -> Wanted:
    """A welcome by who invited them."""
    network = invitation.network
    return Wanted(
        person_id=invitation.invited_by_id,
        subject=member.uuid,
        network=network.uuid,
        place={"slug": network.slug, "uuid": str(member.uuid)},
        words={"who": member.person.name},
    )


def handovers() -> Iterator[Wanted]:
    """All that wait for an answer."""
    rows = Handover.objects.filter(state=HandoverState.ASKED).select_related(
        "network", "from_membership__person", "to_membership"
    )
    for row in rows.order_by("pk"):
        yield of_handover(row, role_names(row.network)[row.role])


def join_requests() -> Iterator[Wanted]:
    """All that wait for an answer."""
    rows = JoinRequest.objects.filter(answered_at=None).select_related("network", "person")
    for row in rows.order_by("pk"):
        yield from of_join_request(row)


def asking_public() -> Iterator[Wanted]:
    """All networks that wait for a decision."""
    for network in Network.objects.filter(visibility=Visibility.ASKED).order_by("pk"):
        yield from of_asking_public(network)


def newcomers() -> Iterator[Wanted]:
    """Everybody who said yes lately to somebody who takes part still."""
    today = clock.today()
    rows = Invitation.objects.filter(
        within(today, "membership__"),
        state=InvitationState.ACCEPTED,
        answered_at__gt=clock.now() - WELCOME_FOR,
    ).select_related("network", "membership__person")
    for row in rows.order_by("pk"):
        inviter = Membership.objects.filter(
            within(today), network=row.network, person_id=row.invited_by_id
        )
        if row.membership is not None and inviter.exists():
            yield of_newcomer(row, row.membership)


def open_handovers(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these wait still."""
    rows = Handover.objects.filter(uuid__in=subjects, state=HandoverState.ASKED)
    return set(rows.values_list("uuid", flat=True))


def open_join_requests(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these wait still."""
    rows = JoinRequest.objects.filter(uuid__in=subjects, answered_at=None)
    return set(rows.values_list("uuid", flat=True))


def still_asking_public(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these networks wait still."""
    rows = Network.objects.filter(uuid__in=subjects, visibility=Visibility.ASKED)
    return set(rows.values_list("uuid", flat=True))


def still_new(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these members take part, and joined lately."""
    today = clock.today()
    rows = Membership.objects.filter(within(today), uuid__in=subjects)
    return set(rows.filter(from_on__gt=today - WELCOME_FOR).values_list("uuid", flat=True))


def _may_invite() -> list[str]:
    return sorted(ROLES_FOR[Act.INVITE] or ())
