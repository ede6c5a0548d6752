"""What happens to each part of a network when it rests or stops (rule N6).

`networks` asks every part what there is and lets it act; each app registers its own part in
`ready()`:

    endings.register("teams", EndingPart(_("Teams"), 40, tell, act))
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core.registries.lists import Registry


class Ending(StrEnum):
    """What a network does now."""

    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class EndingPart:
    """One part of a network: what there is of it, what to arrange, and what ends by itself.

    `tell(network)` gives short sentences with figures, and never a name. `act(actor=, network=,
    what=)` runs within the transaction of the act; it must bear being run again. At a stop the
    memberships still run when parts act, lowest order first; the people come last. `keep(network)`
    gives plain values for the network's archive, without names of people. What belongs to a person
    and not to the network (a resident's own plan, rule P6) outlives it: its part says so in `tell`
    and ends nothing.
    """

    title: str | Promise
    order: int
    tell: Callable[[Any], Sequence[str | Promise]]
    act: Callable[..., None] | None = None
    question: str | Promise = ""
    """What the network is asked to arrange, in one sentence."""
    keep: Callable[[Any], Mapping[str, Any]] | None = None


endings: Registry[EndingPart] = Registry()


def ending_parts() -> list[tuple[str, EndingPart]]:
    """Codes with their parts, in their order."""
    return sorted(endings.items(), key=lambda entry: entry[1].order)


class _Hooks:
    resting: Callable[[], frozenset[UUID]] | None = None


def provide_resting(function: Callable[[], frozenset[UUID]]) -> None:
    """`networks` says which networks rest now or have stopped."""
    _Hooks.resting = staticmethod(function)


def resting() -> frozenset[UUID]:
    """Networks that rest now or have stopped: no digest and no suggestions go out for them."""
    return _Hooks.resting() if _Hooks.resting else frozenset()
