"""What is done on the route."""

from wijknetwerk.roadmap.services.content import ContentFaults, Loaded, load_content
from wijknetwerk.roadmap.services.progress import (
    Saying,
    StepState,
    change_step,
    say_phase,
)

__all__ = [
    "ContentFaults",
    "Loaded",
    "Saying",
    "StepState",
    "change_step",
    "load_content",
    "say_phase",
]
