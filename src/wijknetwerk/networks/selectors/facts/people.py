"""Who takes part, for whom, in which roles, and how much of that changed."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.networks.models import Membership, MembershipRole, RoleCode, within

YEAR = timedelta(days=365)
# Who learns or works here does not speak as a resident, and carries no task of the network by it.
NOT_AS_RESIDENT = frozenset({RoleCode.LEARNER, RoleCode.PROFESSIONAL})
CARRIED = frozenset(RoleCode) - NOT_AS_RESIDENT


def count_people(network_id: int) -> Facts:
    """Facts about members and roles; four queries."""
    today = clock.today()
    return {
        **_members(network_id, today),
        **_changed(network_id, today),
        **_roles(network_id, today),
    }


def _members(network_id: int, today: date) -> Facts:
    works = MembershipRole.objects.filter(
        within(today), membership=OuterRef("pk"), role__in=NOT_AS_RESIDENT
    )
    by_party = list(
        Membership.objects.filter(within(today), network=network_id)
        .values("partner_id")
        .annotate(number=Count("id"), residents=Count("id", filter=~Exists(works)))
        .values_list("partner_id", "number", "residents")
    )
    members = sum(number for _party, number, _residents in by_party)
    from_parties = [number for party, number, _residents in by_party if party is not None]
    facts: dict[str, Any] = {
        "members": members,
        "residents": sum(residents for party, _number, residents in by_party if party is None),
        "from_parties": sum(from_parties),
        "parties_active": len(from_parties),
    }
    if from_parties:
        facts["largest_party_members"] = max(from_parties)
    return facts


def _changed(network_id: int, today: date) -> Facts:
    """How many of the members of a year ago left since; not known in a network's first year."""
    then = today - YEAR
    counted = Membership.objects.filter(network=network_id).aggregate(
        then=Count("id", filter=within(then)),
        left=Count("id", filter=within(then) & ~within(today)),
        joined_lately=Count(
            "id", filter=within(today) & Q(from_on__gt=today - timedelta(weeks=12))
        ),
        last_joined=Max("from_on"),
    )
    facts: dict[str, Any] = {"joined_12_weeks": counted["joined_lately"]}
    if counted["then"]:
        facts |= {"members_year_ago": counted["then"], "left_since_year_ago": counted["left"]}
    if counted["last_joined"]:
        facts["last_joined_on"] = counted["last_joined"].isoformat()
    return facts


def _roles(network_id: int, today: date) -> Facts:
    held = MembershipRole.objects.filter(network=network_id)
    now = list(
        held.filter(within(today), within(today, "membership__")).values_list(
            "role", "paid_by", "hours_a_week", "membership_id"
        )
    )
    carried = Counter(row[3] for row in now if row[0] in CARRIED)
    leads = [row for row in now if row[0] == RoleCode.COORDINATOR]
    facts: dict[str, Any] = {
        "coordinators": len(leads),
        "privacy_officers": sum(row[0] == RoleCode.PRIVACY_OFFICER for row in now),
        "most_roles_of_one": max(carried.values(), default=0),
    }
    if leads:
        facts["coordinator_time_said"] = any(row[1] and row[2] is not None for row in leads)
    else:
        ended = held.filter(role=RoleCode.COORDINATOR).aggregate(last=Max("until_on"))["last"]
        if ended and ended <= today:
            facts["days_without_coordinator"] = (today - ended).days
    return facts
