"""What is stored of a plan. Words, marks, names and reasons are under lock (rule K1)."""

from wijknetwerk.plans.models.after import (
    BeforeAfter,
    CardGoal,
    Otherwise,
    OtherwiseCount,
    OtherwiseSaid,
)
from wijknetwerk.plans.models.agreement import (
    Agreement,
    AgreementAct,
    AgreementState,
    AgreementStep,
    CameFrom,
    Owner,
    agreement_after,
)
from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.models.card import Dimension, WellbeingSnapshot
from wijknetwerk.plans.models.carer import CarerReader, CarerWord, HoldsUp
from wijknetwerk.plans.models.circle import (
    COMES_TO_ME,
    OWN_PEOPLE,
    WORKS_FOR_A_PARTY,
    CircleMember,
    CircleRole,
    PlaceAct,
    PlaceState,
    place_after,
)
from wijknetwerk.plans.models.conference import (
    Conference,
    ConferenceAct,
    ConferenceGuest,
    ConferenceState,
    GuestAct,
    GuestState,
    conference_after,
    guest_after,
)
from wijknetwerk.plans.models.conference_lines import (
    AskedWhen,
    ConferenceLine,
    ConferenceView,
    LineKind,
)
from wijknetwerk.plans.models.conference_session import ConferenceSession
from wijknetwerk.plans.models.document import DocumentReader, PlanDocument
from wijknetwerk.plans.models.emergency import LASTS, EmergencyLook, EmergencyReason, Verdict
from wijknetwerk.plans.models.lines import (
    Choice,
    EarlierWords,
    Line,
    LookedBack,
    Need,
    PlanGoal,
    Strength,
    Want,
    Went,
    Whose,
)
from wijknetwerk.plans.models.message import LeftOut, Message
from wijknetwerk.plans.models.plan import BegunHow, PlanSettings, PlanState, ResidentPlan, Taken
from wijknetwerk.plans.models.referral import (
    Referral,
    ReferralAct,
    ReferralState,
    referral_after,
)
from wijknetwerk.plans.models.representative import (
    LEGAL_ORDER,
    DecidedFor,
    Representative,
    RepresentativeKind,
)

__all__ = [
    "COMES_TO_ME",
    "LASTS",
    "LEGAL_ORDER",
    "OWN_PEOPLE",
    "WORKS_FOR_A_PARTY",
    "Agreement",
    "AgreementAct",
    "AgreementState",
    "AgreementStep",
    "AskedWhen",
    "BeforeAfter",
    "BegunHow",
    "CameFrom",
    "CardGoal",
    "CarerReader",
    "CarerWord",
    "Choice",
    "CircleMember",
    "CircleRole",
    "Conference",
    "ConferenceAct",
    "ConferenceGuest",
    "ConferenceLine",
    "ConferenceSession",
    "ConferenceState",
    "ConferenceView",
    "DecidedFor",
    "Dimension",
    "DocumentReader",
    "EarlierWords",
    "EmergencyLook",
    "EmergencyReason",
    "GuestAct",
    "GuestState",
    "HoldsUp",
    "LeftOut",
    "Line",
    "LineKind",
    "LookedBack",
    "Message",
    "Need",
    "Otherwise",
    "OtherwiseCount",
    "OtherwiseSaid",
    "Owner",
    "PlaceAct",
    "PlaceState",
    "PlanDocument",
    "PlanGoal",
    "PlanRow",
    "PlanSettings",
    "PlanState",
    "Referral",
    "ReferralAct",
    "ReferralState",
    "Representative",
    "RepresentativeKind",
    "ResidentPlan",
    "Strength",
    "Taken",
    "Verdict",
    "Want",
    "WellbeingSnapshot",
    "Went",
    "Whose",
    "agreement_after",
    "conference_after",
    "guest_after",
    "place_after",
    "referral_after",
]
