"""What waits for who leads the network or is at its desk, when a role there begins or ends."""

from wijknetwerk.core import registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.access import ROLES_FOR, Act
from wijknetwerk.networks.models import AskState, JoinRequest, MembershipRole, Team
from wijknetwerk.networks.selectors.waiting import JOIN_ASKED, of_join_request
from wijknetwerk.networks.services import team_asks
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("networks.leader_waits")


def role_changed(role: MembershipRole) -> None:
    """Questions that wait for these roles wait for who holds them now, and for nobody else."""
    if role.role in (ROLES_FOR[Act.INVITE] or ()):
        requests = JoinRequest.objects.filter(network=role.network_id, answered_at=None)
        for request in requests.select_related("network", "person").order_by("pk"):
            wanted = of_join_request(request)
            waiting.only_for(actor=SYSTEM, kind=JOIN_ASKED, subject=request.uuid, wanted=wanted)
    if role.role in (ROLES_FOR[Act.MAKE_TEAMS] or ()):
        asked = Team.objects.filter(network=role.network_id, asks__state=AskState.ASKED)
        for team in asked.distinct().order_by("pk"):
            team_asks.ask_others(team)
    for higher in registries.role_changed:
        higher(role)
