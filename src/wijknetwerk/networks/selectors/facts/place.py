"""Which parties take part, who waits for an answer, what the neighbourhood can see."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q

from wijknetwerk.core import clock
from wijknetwerk.core.log.activity import last_change
from wijknetwerk.core.registries import Facts
from wijknetwerk.networks.models import (
    Invitation,
    InvitationState,
    JoinRequest,
    Membership,
    Network,
    Partner,
    Visibility,
    within,
)

KINDS = {
    "has_general_practice": "general_practice",
    "has_district_nursing": "district_nursing",
    "has_municipality": "municipality",
    "has_social_team": "social_team",
    "has_welfare": "welfare",
}
UNANSWERED_AFTER = timedelta(weeks=3)


def count_place(network_id: int) -> Facts:
    """Facts about parties, invitations, requests and the network itself; seven queries."""
    return {
        **_parties(network_id),
        **_answers(network_id),
        **_network(network_id),
    }


def _parties(network_id: int) -> Facts:
    today = clock.today()
    kinds = set(
        Partner.objects.filter(within(today), network=network_id).values_list(
            "organisation__kind", flat=True
        )
    )
    return {code: kind in kinds for code, kind in KINDS.items()}


def _answers(network_id: int) -> Facts:
    now = clock.now()
    invited = Invitation.objects.filter(network=network_id).aggregate(
        unanswered=Count(
            "id", filter=Q(state=InvitationState.OPEN, sent_at__lt=now - UNANSWERED_AFTER)
        )
    )
    asked = JoinRequest.objects.filter(network=network_id, answered_at=None).count()
    return {"invitations_unanswered": invited["unanswered"], "requests_waiting": asked}


def _network(network_id: int) -> Facts:
    network = Network.objects.get(pk=network_id)
    facts: dict[str, Any] = {
        "is_public": network.visibility == Visibility.PUBLIC,
        "has_public_phone": bool(network.phone),
    }
    if moved_at := _last_moved(network):
        facts["last_moved_on"] = clock.local_day(moved_at).isoformat()
    return facts


def _last_moved(network: Network) -> datetime | None:
    """When somebody last changed anything, by the log; looks don't count. Rows that were loaded,
    as those of the examples, have no line there: for these it is who came, was asked, or asked."""
    rows = (
        (Membership.objects, "created_at"),
        (Invitation.objects, "sent_at"),
        (JoinRequest.objects, "created_at"),
    )
    found: list[datetime | None] = [last_change(network.uuid)]
    for manager, field in rows:
        found.append(manager.filter(network=network).aggregate(last=Max(field))["last"])
    return max((moment for moment in found if moment), default=None)
