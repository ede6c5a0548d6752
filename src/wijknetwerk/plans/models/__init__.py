"""What is stored of a plan. Words, marks, names and reasons are under lock (rule K1)."""

from wijknetwerk.plans.models.base import PlanRow
from wijknetwerk.plans.models.card import Dimension, WellbeingSnapshot
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
from wijknetwerk.plans.models.emergency import LASTS, EmergencyLook, EmergencyReason, Verdict
from wijknetwerk.plans.models.lines import (
    Choice,
    EarlierWords,
    Line,
    Need,
    PlanGoal,
    Strength,
    Want,
    Whose,
)
from wijknetwerk.plans.models.plan import BegunHow, PlanSettings, PlanState, ResidentPlan, Taken
from wijknetwerk.plans.models.representative import (
    LEGAL_ORDER,
    Representative,
    RepresentativeKind,
)

__all__ = [
    "COMES_TO_ME",
    "LASTS",
    "LEGAL_ORDER",
    "OWN_PEOPLE",
    "WORKS_FOR_A_PARTY",
    "BegunHow",
    "Choice",
    "CircleMember",
    "CircleRole",
    "Dimension",
    "EarlierWords",
    "EmergencyLook",
    "EmergencyReason",
    "Line",
    "Need",
    "PlaceAct",
    "PlaceState",
    "PlanGoal",
    "PlanRow",
    "PlanSettings",
    "PlanState",
    "Representative",
    "RepresentativeKind",
    "ResidentPlan",
    "Strength",
    "Taken",
    "Verdict",
    "Want",
    "WellbeingSnapshot",
    "Whose",
    "place_after",
]
