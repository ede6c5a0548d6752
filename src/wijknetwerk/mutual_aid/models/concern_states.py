"""How a concern goes on: one table, and nothing beside it (rule H6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ConcernState(models.TextChoices):
    """Where a concern stands."""

    TOLD = "told", _("told")
    TAKEN_UP = "taken_up", _("taken up")
    SPOKEN = "spoken", _("spoken with the resident")
    HANDED = "handed", _("with who follows the meldcode")
    CLOSED = "closed", _("closed")


class ConcernAct(models.TextChoices):
    """What the one person who hears it does."""

    TAKE_UP = "take_up", _("took it up")
    SPEAK = "speak", _("spoke with the resident")
    HAND = "hand", _("called who follows the meldcode")
    CLOSE = "close", _("closed it")


# The talk comes first; where that is not safe, the meldcode person is called. Closing is always
# possible: without a talk the words are erased with it.
NEXT: dict[ConcernState, dict[ConcernAct, ConcernState]] = {
    ConcernState.TOLD: {
        ConcernAct.TAKE_UP: ConcernState.TAKEN_UP,
        ConcernAct.SPEAK: ConcernState.SPOKEN,
        ConcernAct.HAND: ConcernState.HANDED,
        ConcernAct.CLOSE: ConcernState.CLOSED,
    },
    ConcernState.TAKEN_UP: {
        ConcernAct.SPEAK: ConcernState.SPOKEN,
        ConcernAct.HAND: ConcernState.HANDED,
        ConcernAct.CLOSE: ConcernState.CLOSED,
    },
    ConcernState.SPOKEN: {
        ConcernAct.HAND: ConcernState.HANDED,
        ConcernAct.CLOSE: ConcernState.CLOSED,
    },
    ConcernState.HANDED: {
        ConcernAct.SPEAK: ConcernState.SPOKEN,
        ConcernAct.CLOSE: ConcernState.CLOSED,
    },
    ConcernState.CLOSED: {},
}


def concern_after(state: str, act: ConcernAct) -> ConcernState | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT[ConcernState(state)].get(act)
