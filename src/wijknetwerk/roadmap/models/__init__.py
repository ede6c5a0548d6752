"""Models of the route, split by noun."""

from wijknetwerk.roadmap.models.content import (
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

__all__ = [
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
]
