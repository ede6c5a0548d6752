"""What is read about one network by its members."""

import json
from dataclasses import dataclass

from wijknetwerk.accounts.names import whole_name
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    Area,
    Network,
    RoleCode,
)
from wijknetwerk.networks.selectors.in_one import home_rows
from wijknetwerk.networks.selectors.statements import AREAS, ROLE_NAMES


def role_names(network: Network) -> dict[str, str]:
    """How this network calls each role on the screen; one query."""
    return with_own_names(own_role_names(network))


def with_own_names(own: dict[str, str]) -> dict[str, str]:
    """The names of all roles, the network's own ones first."""
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
    role_names: dict[str, str]
    ours: tuple[str, ...] = ()
    """What we are for, as written down now."""

    @property
    def has_coordinator(self) -> bool:
        """Rule N1: without one the page says so."""
        return any(leader.role == RoleCode.COORDINATOR for leader in self.leaders)


def home_of(network: Network) -> Home:
    """One query, whatever the number of members."""
    rows = home_rows(network)
    leading = sorted(rows["leader"], key=lambda row: (row[0], row[1], int(row[2])))
    return Home(
        members=sum(int(row[0]) for row in rows["members"]),
        partners=sum(int(row[0]) for row in rows["partners"]),
        leaders=[Leader(whole_name(*row[3:8]), row[0]) for row in leading[:12]],
        role_names=with_own_names({row[0]: row[1] for row in rows["role"]}),
        ours=tuple(json.loads(rows["ours"][0][0])) if rows["ours"] else (),
    )
