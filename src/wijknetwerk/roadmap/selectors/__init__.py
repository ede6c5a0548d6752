"""What is read on the route."""

from wijknetwerk.roadmap.selectors.content import (
    Content,
    ContentMissing,
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
    history_of,
    lines_of,
    places_of,
    step_line,
    where_we_are,
)

__all__ = [
    "Content",
    "ContentMissing",
    "History",
    "Place",
    "StepLine",
    "busiest_phase",
    "content",
    "history_of",
    "is_phase",
    "is_step",
    "lines_of",
    "places_of",
    "step_line",
    "step_of_old",
    "where_we_are",
]
