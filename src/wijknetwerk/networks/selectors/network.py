"""What is read about one network by its members."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.networks import words
from wijknetwerk.networks.models import (
    Area,
    Membership,
    MembershipRole,
    Network,
    NetworkArea,
    Partner,
    RoleCode,
    within,
)
from wijknetwerk.networks.selectors.statements import ROLE_NAMES


def role_names(network: Network) -> dict[str, str]:
    """How this network calls each role on the screen; one query."""
    own = own_role_names(network)
    return {code: own.get(code) or word.name for code, word in words.roles().items()}


def own_role_names(network: Network) -> dict[str, str]:
    """Only the names that the network chose itself."""
    return {row.role: row.name for row in ROLE_NAMES.ask(network_id=network.pk)}


def areas_of(network: Network) -> list[Area]:
    """The areas that the network covers, the largest first."""
    return list(
        Area.objects.filter(pk__in=_area_ids(network)).order_by("-population", "name", "pk")
    )


def _area_ids(network: Network) -> QuerySet[Any]:
    return NetworkArea.objects.filter(network=network).values("area_id")


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

    @property
    def has_coordinator(self) -> bool:
        """Rule N1: without one the page says so."""
        return any(leader.role == RoleCode.COORDINATOR for leader in self.leaders)


def home_of(network: Network) -> Home:
    """Three queries, whatever the number of members."""
    today = clock.today()
    leading = (
        MembershipRole.objects.filter(
            within(today),
            within(today, "membership__"),
            network=network,
            role__in=(RoleCode.COORDINATOR, RoleCode.VILLAGE_SUPPORTER),
        )
        .select_related("person")
        .order_by("role", "from_on", "pk")[:12]
    )
    return Home(
        members=Membership.objects.filter(within(today), network=network).count(),
        partners=Partner.objects.filter(within(today), network=network).count(),
        leaders=[Leader(row.person.name, row.role) for row in leading],
    )
