"""What polls show on the first page of Meedenken."""

from collections.abc import Mapping
from typing import Any

from wijknetwerk.core.actor import Actor
from wijknetwerk.voices.first_page import PARTS, Part
from wijknetwerk.voices.selectors.polls import polls_of


def register() -> None:
    """Called once, when the app is ready."""
    PARTS.append(Part(25, "voices/_first_polls.html", _open))


def _open(_actor: Actor, network: Any) -> Mapping[str, Any]:
    """Polls that run: they ask for an answer now."""
    found = polls_of(network, only_open=True)
    return {"open_polls": found} if found else {}
