"""The data of library."""

from wijknetwerk.library.models.page import Audience, Language, Page, PageKind, Picture, Revision
from wijknetwerk.library.models.states import MOVES, Move, State, Step, Whose

__all__ = [
    "MOVES",
    "Audience",
    "Language",
    "Move",
    "Page",
    "PageKind",
    "Picture",
    "Revision",
    "State",
    "Step",
    "Whose",
]
