"""How a network and its leaders came about, for who decides about trust (decision 0014)."""

from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.registries import HeldRole, NetworkTrust
from wijknetwerk.networks.models import (
    Invitation,
    InvitationState,
    MembershipRole,
    Network,
    Visibility,
    within,
)


def trust_of(uuid: UUID) -> NetworkTrust | None:
    """Three queries, within the scope of that network."""
    network = Network.objects.filter(uuid=uuid).first()
    if network is None:
        return None
    roles = MembershipRole.objects.filter(within(clock.today()), network=network)
    invited = Invitation.objects.filter(
        network=network, state=InvitationState.ACCEPTED, membership__isnull=False
    )
    return NetworkTrust(
        name=network.name,
        slug=network.slug,
        phone=network.phone,
        is_public=network.visibility == Visibility.PUBLIC,
        roles=tuple(
            HeldRole(*row)
            for row in roles.values_list("person_id", "role", "from_on", "given_by_id")
        ),
        invited_by=tuple(invited.values_list("membership__person_id", "invited_by_id")),
    )
