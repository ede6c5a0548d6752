"""Initiatives on a network's public page: what residents do, and who is wanted."""

from collections.abc import Mapping
from typing import Any

from wijknetwerk.networks.selectors.statements import NETWORK
from wijknetwerk.voices.selectors.initiative_texts import public_initiatives

MOST = 6


def rows() -> Any:
    """At most six, for a kept statement."""
    return public_initiatives(NETWORK)[:MOST]


def fill(_network: Any, found: list[Any]) -> Mapping[str, Any]:
    """Those, for everybody."""
    return {"public_initiatives": found} if found else {}
