"""What is counted of a network, and what would help it most (rule R2).

Providers count facts in the worker; `networks` keeps them; suggestions, comparisons and the public
page read nothing else.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from wijknetwerk.core.registries.lists import Registry

Facts = Mapping[str, Any]
"""Values by code, as far as known: a code that is missing is not known, and never 0."""


CountFacts = Callable[[int], Facts]
"""Counts facts of the network with this id in a few queries, within that network's scope.

It gives values by code: numbers, yes or no, texts, or days in ISO form. A code it leaves out is not
known. Facts are for the network's own members: before one goes further, groups under 5 are hidden.
"""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that would help this network, when its facts say so."""

    title: str | Promise
    reason: Callable[[Facts], str]
    """Why, with the figure, in plain words; in the reader's language."""
    holds: Callable[[Facts], bool]
    needs: tuple[str, ...]
    """Codes of the facts: when one is not known, it doesn't hold."""
    weight: int
    """What comes first, the highest; the voice of residents goes before all."""
    source: str | Promise
    do: str | Promise
    url: str
    """The name of the address where one does it, asked with the network's slug."""
    voice: bool = False
    step: str = ""
    """The step of the route that it belongs to."""
    figure: str = ""
    """The fact that grows as this gets worse: when it grew, it comes back though put aside."""
    act: str = "see"
    """What one must be allowed to do there (`networks.access.Act`); else the step is shown."""


network_facts: Registry[CountFacts] = Registry()
suggestions: Registry[Suggestion] = Registry()
