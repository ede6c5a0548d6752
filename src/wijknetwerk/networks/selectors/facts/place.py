"""Which parties take part, who waits for an answer, what the neighbourhood can see."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q

from wijknetwerk.core import clock
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
    """Facts about parties, invitations, requests and the public page; six queries."""
    return {
        **_parties(network_id),
        **_answers(network_id),
        **_public(network_id),
        **_last_moved(network_id),
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


def _public(network_id: int) -> Facts:
    network = Network.objects.get(pk=network_id)
    return {
        "is_public": network.visibility == Visibility.PUBLIC,
        "has_public_phone": bool(network.phone),
    }


def _last_moved(network_id: int) -> Facts:
    """The last day on which somebody came, was asked, or answered. Looks don't count."""
    rows = (
        (Membership.objects, "created_at"),
        (Invitation.objects, "sent_at"),
        (JoinRequest.objects, "created_at"),
    )
    found: list[datetime] = []
    for manager, field in rows:
        last: Any = manager.filter(network=network_id).aggregate(last=Max(field))["last"]
        if last is not None:
            found.append(last)
    if not found:
        return {}
    return {"last_moved_on": max(found).astimezone(clock.AMSTERDAM).date().isoformat()}
