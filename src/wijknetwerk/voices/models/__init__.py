"""The data of voices."""

from wijknetwerk.voices.models.diary import Diary, DiaryEntry
from wijknetwerk.voices.models.experiment import Experiment, Outcome
from wijknetwerk.voices.models.initiative import (
    Initiative,
    InitiativeNeed,
    InitiativePerson,
    InitiativeState,
    NeedKind,
    NeedState,
)
from wijknetwerk.voices.models.poll import Poll, PollVoter
from wijknetwerk.voices.models.round import (
    PriorityRound,
    RoundBallot,
    RoundCount,
    RoundOption,
    RoundVoter,
    VoterGroup,
    VoteWay,
)
from wijknetwerk.voices.models.story import Reach, Source, Story, StoryKind, StoryYes, YesHow
from wijknetwerk.voices.models.theme import (
    Theme,
    ThemeChange,
    ThemeDeed,
    ThemeState,
    ThemeStory,
)

__all__ = [
    "Diary",
    "DiaryEntry",
    "Experiment",
    "Initiative",
    "InitiativeNeed",
    "InitiativePerson",
    "InitiativeState",
    "NeedKind",
    "NeedState",
    "Outcome",
    "Poll",
    "PollVoter",
    "PriorityRound",
    "Reach",
    "RoundBallot",
    "RoundCount",
    "RoundOption",
    "RoundVoter",
    "Source",
    "Story",
    "StoryKind",
    "StoryYes",
    "Theme",
    "ThemeChange",
    "ThemeDeed",
    "ThemeState",
    "ThemeStory",
    "VoteWay",
    "VoterGroup",
    "YesHow",
]
