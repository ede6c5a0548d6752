"""What stands on the first page of Meedenken: each part of this app brings its own.

    PARTS.append(Part(20, "voices/_first_open.html", fill))

`fill` gets the actor and the network, after the page's own gate. Its names must be its own. An
empty answer shows nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from wijknetwerk.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page; the lowest order comes first. `aside` stands beside the others."""

    order: int
    template: str
    fill: Callable[[Actor, Any], Mapping[str, Any]]
    aside: bool = False


PARTS: Final[list[Part]] = []
