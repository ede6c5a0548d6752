"""What is read about one network by its members."""

from dataclasses import dataclass
from typing import Any

from wijknetwerk.accounts.names import name_in
from wijknetwerk.core import clock
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    Area,
    Network,
    RoleCode,
)
from wijknetwerk.networks.selectors.statements import AREAS, HOW_MANY, LEADERS, ROLE_NAMES


def role_names(network: Network) -> dict[str, str]:
    """How this network calls each role on the screen; one query."""
    own = own_role_names(network)
    return {code: own.get(code) or word.name for code, word in words.roles().items()}


def own_role_names(network: Network) -> dict[str, str]:
    """Only the names that the network chose itself."""
    return {row.role: row.name for row in ROLE_NAMES.ask(network_id=network.pk)}


def areas_of(network: Network) -> list[Area]:
    """The areas that the network covers, the largest first."""
    return AREAS.ask(network_id=network.pk)


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who leads the network now: only the name and the role."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Home:
    """What a network's first page shows its members."""

    members: int
    partners: int
    leaders: list[Leader]
    ours: tuple[str, ...] = ()
    """What we are for, as written down now."""

    @property
    def has_coordinator(self) -> bool:
        """Rule N1: without one the page says so."""
        return any(leader.role == RoleCode.COORDINATOR for leader in self.leaders)


def home_of(network: Network) -> Home:
    """Two queries, whatever the number of members."""
    asked: dict[str, Any] = {"network_id": network.pk, "today": clock.today()}
    counted = HOW_MANY.ask(**asked)
    return Home(
        members=counted[0].members if counted else 0,
        partners=counted[0].partners if counted else 0,
        leaders=[Leader(name_in(row, "person"), row.role) for row in LEADERS.ask(**asked)],
        ours=tuple(counted[0].ours or ()) if counted else (),
    )
