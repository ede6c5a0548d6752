"""What is read on the route."""

from wijknetwerk.roadmap.selectors.checks import (
    Given,
    RoundLine,
    Sheet,
    own_sheet,
    rounds_of,
    sheets_of,
    verdict_of,
    verdict_on,
)
from wijknetwerk.roadmap.selectors.comparison import Comparison, compare
from wijknetwerk.roadmap.selectors.content import (
    Content,
    ContentMissing,
    check_questions,
    content,
    is_phase,
    is_step,
    step_of_old,
)
from wijknetwerk.roadmap.selectors.progress import (
    History,
    Place,
    StepLine,
    busiest_phase,
    lines_of,
    places_of,
    step_story,
    where_we_are,
)

__all__ = [
    "Comparison",
    "Content",
    "ContentMissing",
    "Given",
    "History",
    "Place",
    "RoundLine",
    "Sheet",
    "StepLine",
    "busiest_phase",
    "check_questions",
    "compare",
    "content",
    "is_phase",
    "is_step",
    "lines_of",
    "own_sheet",
    "places_of",
    "rounds_of",
    "sheets_of",
    "step_of_old",
    "step_story",
    "verdict_of",
    "verdict_on",
    "where_we_are",
]
