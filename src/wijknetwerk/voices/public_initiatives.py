"""Initiatives on a network's public page: what residents do, and who is wanted."""

from collections.abc import Mapping
from typing import Any

from wijknetwerk.voices.selectors.initiative_texts import public_initiatives

MOST = 6


def fill(network: Any) -> Mapping[str, Any]:
    """At most six, for everybody."""
    found = list(public_initiatives(network.pk)[:MOST])
    return {"public_initiatives": found} if found else {}
