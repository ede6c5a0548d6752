"""What the desk can note down for a member in the questions to ourselves."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import DeskAsk, desk_asks
from wijknetwerk.roadmap.models import CheckKind
from wijknetwerk.roadmap.selectors import checks


def register() -> None:
    """Called once, when the app is ready."""
    desk_asks.register("roadmap.checks", asks_of)


def asks_of(network: Any, member: tuple[int, UUID]) -> Iterable[DeskAsk]:
    """Open rounds in which this member answered nothing yet. One query."""
    for line in checks.rounds_of(network, member[0]):
        if line.is_open and not line.i_answered:
            url = address("roadmap:check_note", slug=network.slug, uuid=line.uuid, member=member[1])
            yield DeskAsk(CheckKind(line.kind).label, url)
