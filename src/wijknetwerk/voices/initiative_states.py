"""Which state of an initiative follows which: one table, for pages and services alike."""

from types import MappingProxyType

from wijknetwerk.voices.models.initiative import InitiativeState as State

NEXT = MappingProxyType(
    {
        State.IDEA: frozenset({State.LOOKING, State.BUSY, State.STOPPED}),
        State.LOOKING: frozenset({State.BUSY, State.STOPPED}),
        State.BUSY: frozenset({State.LOOKING, State.DONE, State.STOPPED}),
        State.DONE: frozenset({State.BUSY}),
        State.STOPPED: frozenset({State.LOOKING, State.BUSY}),
    }
)
"""What is over can be taken up again; its lesson stays until a new one."""

WITH_LESSON = frozenset({State.DONE, State.STOPPED})
"""Both ends are celebrated, and both ask what was learned."""


def may_go(now: str, wanted: str) -> bool:
    """Whether this step stands in the table."""
    return wanted in State.values and State(wanted) in NEXT[State(now)]
