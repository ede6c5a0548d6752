"""How an action goes on: one table says which act leads from which state to which."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an action stands."""

    OPEN = "open", _("agreed")
    BUSY = "busy", _("busy")
    DONE = "done", _("done")
    DROPPED = "dropped", _("won't happen")


class Step(models.TextChoices):
    """What somebody does with an action."""

    START = "start", _("began with it")
    DONE = "done", _("done")
    DROP = "drop", _("let it go")
    MOVE = "move", _("moved it to another day")
    REOPEN = "reopen", _("opened it again")


# docs/goals.md. Moving keeps the state: only the day changes, and the day that was missed stays
# on record. What is closed is opened again before anything else happens to it.
NEXT: dict[State, dict[Step, State]] = {
    State.OPEN: {
        Step.START: State.BUSY,
        Step.DONE: State.DONE,
        Step.DROP: State.DROPPED,
        Step.MOVE: State.OPEN,
    },
    State.BUSY: {
        Step.DONE: State.DONE,
        Step.DROP: State.DROPPED,
        Step.MOVE: State.BUSY,
    },
    State.DONE: {Step.REOPEN: State.OPEN},  # ticked by mistake, or it came back
    State.DROPPED: {Step.REOPEN: State.OPEN},  # there is somebody who wants to after all
}
RUNNING = (State.OPEN, State.BUSY)
WITH_REASON = frozenset({Step.DROP, Step.MOVE})
WITH_DAY = frozenset({Step.MOVE, Step.REOPEN})


def after(state: str, step: Step) -> State | None:
    """The state that this act leads to, or None where it can't be done."""
    return NEXT[State(state)].get(step)
