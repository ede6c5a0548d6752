"""Models of networks, split by noun."""

from wijknetwerk.networks.models.area import Area, AreaKind
from wijknetwerk.networks.models.base import NetworkRow, Period, within
from wijknetwerk.networks.models.invitation import (
    Handover,
    HandoverState,
    Invitation,
    InvitationState,
    JoinRequest,
    Way,
)
from wijknetwerk.networks.models.membership import Membership, MembershipRole, RoleCode
from wijknetwerk.networks.models.network import (
    Network,
    NetworkArea,
    RoleName,
    StartPlan,
    Visibility,
)
from wijknetwerk.networks.models.organisation import Organisation, Partner

__all__ = [
    "Area",
    "AreaKind",
    "Handover",
    "HandoverState",
    "Invitation",
    "InvitationState",
    "JoinRequest",
    "Membership",
    "MembershipRole",
    "Network",
    "NetworkArea",
    "NetworkRow",
    "Organisation",
    "Partner",
    "Period",
    "RoleCode",
    "RoleName",
    "StartPlan",
    "Visibility",
    "Way",
    "within",
]
