"""Whether a form still opens, for what somebody typed in it and did not send."""

from collections.abc import Callable, Mapping
from typing import Any

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries.lists import Registry

DraftGate = Callable[[Actor, str, Mapping[str, Any]], bool]

draft_gates: Registry[DraftGate] = Registry()
"""By app: gets the actor, the name of the address and its parts. It raises a DomainError where the
form does not open for this actor, and says whether the form is about themselves: only then are the
words in what they take along of their own data. An app without a gate has no others' data there."""
