"""Who leads a team or a network now: whom to ask when something has to be begun."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.networks.access import ROLES_FOR, Act
from wijknetwerk.networks.models import (
    Membership,
    MembershipRole,
    Network,
    RoleCode,
    Team,
    TeamMember,
    within,
)


def leads_of(network: Network, team: Team | None = None) -> list[int]:
    """The people who arrange a team; without any, the network's coordinators, or administrators."""
    today = clock.today()
    if team is not None:
        places = TeamMember.objects.filter(
            within(today), within(today, "membership__"), team=team, is_lead=True
        )
        found = list(places.order_by("pk").values_list("membership__person_id", flat=True))
        if found:
            return found
    return leads_of_all([network.pk]).get(network.pk, [])


def leads_of_all(network_ids: Collection[int]) -> dict[int, list[int]]:
    """The coordinators of each of these networks, or administrators where there is none; networks
    that nobody leads are left out. One query."""
    today = clock.today()
    held = MembershipRole.objects.filter(
        Q(role=RoleCode.COORDINATOR) | Q(role=RoleCode.ADMINISTRATOR),
        within(today),
        within(today, "membership__"),
        network__in=network_ids,
    )
    by_network: dict[int, list[tuple[str, int]]] = {}
    for network, role, person in held.order_by("pk").values_list("network_id", "role", "person_id"):
        by_network.setdefault(network, []).append((role, person))
    found = {}
    for network, rows in by_network.items():
        coordinators = [person for role, person in rows if role == RoleCode.COORDINATOR]
        found[network] = list(dict.fromkeys(coordinators or [person for _role, person in rows]))
    return found


def who_may(network: Network, act: Act) -> list[int]:
    """The people whose roles are enough for an act that asks a role, now."""
    today = clock.today()
    held = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network=network,
        role__in=sorted(ROLES_FOR[act] or ()),
    )
    return sorted(set(held.values_list("person_id", flat=True)))


def members_who_may(network: Network, act: Act) -> list[Membership]:
    """The same as members, with their person; who had the role first stands first."""
    today = clock.today()
    held = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network=network,
        role__in=sorted(ROLES_FOR[act] or ()),
    ).select_related("membership__person")
    found = {role.membership.pk: role.membership for role in held.order_by("from_on", "pk")}
    return list(found.values())


def desk_of(network: Network) -> list[int]:
    """The people at the desk of a network today."""
    return desk_of_all([network.pk]).get(network.pk, [])


def desk_of_all(network_ids: Collection[int]) -> dict[int, list[int]]:
    """The same of each of these networks; those without are left out. One query."""
    today = clock.today()
    held = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network__in=network_ids,
        role=RoleCode.VILLAGE_SUPPORTER,
    )
    found: dict[int, dict[int, None]] = {}
    for network, person in held.order_by("pk").values_list("network_id", "person_id"):
        found.setdefault(network, {})[person] = None
    return {network: list(people) for network, people in found.items()}


def desk_rows(network: Network, today: date) -> "QuerySet[MembershipRole]":
    """The roles by which they keep the desk, with member and person; who had it first stands first.
    For who reads them beside others."""
    held = MembershipRole.objects.filter(
        within(today),
        within(today, "membership__"),
        network=network,
        role=RoleCode.VILLAGE_SUPPORTER,
    ).select_related("membership__person")
    return held.order_by("from_on", "pk")


def member_with_address(network: Network, email: str) -> Membership | None:
    """The member who takes part today and has this address, with their person."""
    if not email:
        return None
    rows = Membership.objects.filter(within(clock.today()), network=network)
    return rows.filter(person__email__iexact=email).select_related("person").first()
