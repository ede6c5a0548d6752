"""When something last changed, by the log: looks, refusals and the platform itself don't count."""

from datetime import datetime
from uuid import UUID

from wijknetwerk.core.actor import ActorKind
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.models.log import Action, Outcome


def last_change(network: UUID) -> datetime | None:
    """The last time that somebody changed something in this network; one query by an index."""
    rows = LogEntry.objects.filter(network_uuid=network, outcome=Outcome.SUCCESS)
    rows = rows.exclude(action=Action.READ).exclude(actor_kind=ActorKind.SYSTEM)
    return rows.order_by("-occurred_at").values_list("occurred_at", flat=True).first()
