"""Who leads a team or a network now: whom to ask when something has to be begun."""

from django.db.models import Q

from wijknetwerk.core import clock
from wijknetwerk.networks.models import MembershipRole, Network, RoleCode, Team, TeamMember, within


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
    held = MembershipRole.objects.filter(
        Q(role=RoleCode.COORDINATOR) | Q(role=RoleCode.ADMINISTRATOR),
        within(today),
        within(today, "membership__"),
        network=network,
    )
    rows = list(held.order_by("pk").values_list("role", "person_id"))
    coordinators = [person for role, person in rows if role == RoleCode.COORDINATOR]
    return list(dict.fromkeys(coordinators or [person for _role, person in rows]))
