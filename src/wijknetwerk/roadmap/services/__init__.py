"""What is done on the route."""

from wijknetwerk.roadmap.services.checks import (
    Answers,
    Closing,
    RoundClosed,
    Said,
    answer,
    close_round,
    open_round,
    wanted_of,
)
from wijknetwerk.roadmap.services.content import ContentFaults, Loaded, load_content
from wijknetwerk.roadmap.services.progress import (
    Saying,
    StepState,
    change_step,
    say_phase,
)

__all__ = [
    "Answers",
    "Closing",
    "ContentFaults",
    "Loaded",
    "RoundClosed",
    "Said",
    "Saying",
    "StepState",
    "answer",
    "change_step",
    "close_round",
    "load_content",
    "open_round",
    "say_phase",
    "wanted_of",
]
