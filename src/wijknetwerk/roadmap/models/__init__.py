"""Models of the route, split by noun."""

from wijknetwerk.roadmap.models.check import (
    CheckAnswer,
    CheckKind,
    CheckOutcome,
    CheckReply,
    CheckRound,
    CheckSheet,
    CheckVoice,
)
from wijknetwerk.roadmap.models.content import (
    CheckQuestion,
    ContentRow,
    ContentVersion,
    Phase,
    Question,
    Reader,
    Recommendation,
    RecommendationGroup,
    Source,
    Step,
    SuccessFactor,
)
from wijknetwerk.roadmap.models.progress import PhaseWords, Status, StepProgress
from wijknetwerk.roadmap.models.suggestion import SuggestionDismissal

__all__ = [
    "CheckAnswer",
    "CheckKind",
    "CheckOutcome",
    "CheckQuestion",
    "CheckReply",
    "CheckRound",
    "CheckSheet",
    "CheckVoice",
    "ContentRow",
    "ContentVersion",
    "Phase",
    "PhaseWords",
    "Question",
    "Reader",
    "Recommendation",
    "RecommendationGroup",
    "Source",
    "Status",
    "Step",
    "StepProgress",
    "SuccessFactor",
    "SuggestionDismissal",
]
