"""Models of networks, split by noun."""

from wijknetwerk.networks.models.area import Area, AreaKind
from wijknetwerk.networks.models.base import NetworkRow, Period, within
from wijknetwerk.networks.models.ending import (
    ExitAnswer,
    Pause,
    Said,
    Stop,
    StopCall,
    StopPart,
    StopState,
    StopVoice,
    WhereNext,
)
from wijknetwerk.networks.models.expectations import Expectation, ExpectationRound, Remit
from wijknetwerk.networks.models.fact import NetworkFact
from wijknetwerk.networks.models.invitation import (
    Handover,
    HandoverState,
    Invitation,
    InvitationState,
    JoinRequest,
    Way,
)
from wijknetwerk.networks.models.mandate import CallState, DeskCall, Mandate, MandateAct, SaidHow
from wijknetwerk.networks.models.membership import Membership, MembershipRole, RoleCode
from wijknetwerk.networks.models.network import (
    Network,
    NetworkArea,
    RoleName,
    StartPlan,
    Visibility,
)
from wijknetwerk.networks.models.organisation import Organisation, Partner
from wijknetwerk.networks.models.search import SearchEntry, SearchNear, SearchWord
from wijknetwerk.networks.models.talk import TalkPresence, TalkState, TeamTalk, TeamTalkAnswer
from wijknetwerk.networks.models.team import (
    AskKind,
    AskState,
    Connector,
    Often,
    OpenTo,
    Represents,
    Team,
    TeamAsk,
    TeamLine,
    TeamMember,
    TeamStatus,
)

__all__ = [
    "Area",
    "AreaKind",
    "AskKind",
    "AskState",
    "CallState",
    "Connector",
    "DeskCall",
    "ExitAnswer",
    "Expectation",
    "ExpectationRound",
    "Handover",
    "HandoverState",
    "Invitation",
    "InvitationState",
    "JoinRequest",
    "Mandate",
    "MandateAct",
    "Membership",
    "MembershipRole",
    "Network",
    "NetworkArea",
    "NetworkFact",
    "NetworkRow",
    "Often",
    "OpenTo",
    "Organisation",
    "Partner",
    "Pause",
    "Period",
    "Remit",
    "Represents",
    "RoleCode",
    "RoleName",
    "Said",
    "SaidHow",
    "SearchEntry",
    "SearchNear",
    "SearchWord",
    "StartPlan",
    "Stop",
    "StopCall",
    "StopPart",
    "StopState",
    "StopVoice",
    "TalkPresence",
    "TalkState",
    "Team",
    "TeamAsk",
    "TeamLine",
    "TeamMember",
    "TeamStatus",
    "TeamTalk",
    "TeamTalkAnswer",
    "Visibility",
    "Way",
    "WhereNext",
    "within",
]
