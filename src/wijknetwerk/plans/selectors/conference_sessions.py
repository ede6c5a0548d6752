"""Sessions of a practice, each with the talks that this reader is in, and no others."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.plans import access
from wijknetwerk.plans.access_conferences import own_sessions, seats
from wijknetwerk.plans.models import Conference


@dataclass(frozen=True, slots=True)
class SessionRow:
    """Some hours of a practice, and the talks in it that this reader is in."""

    starts_at: datetime
    ends_at: datetime
    party: str
    talks: Sequence[tuple[UUID, UUID, datetime]]
    """Plan, talk and when; never of whom."""


def sessions(actor: Actor, network: Any) -> list[SessionRow]:
    """Sessions of one's own party, each with the talks that one is in. NotFound."""
    rows = list(own_sessions(actor, network))
    talks: dict[int, list[tuple[UUID, UUID, datetime]]] = {}
    plans = Conference.objects.filter(session__in=rows).values("plan")
    for plan in access.readable(actor).filter(pk__in=plans).order_by("pk"):
        for seat in seats(access.plan_for(actor, plan.uuid)):
            row = seat.conference
            if row.session_id is not None and seat.takes_part:
                mine = (plan.uuid, row.uuid, row.starts_at)
                talks.setdefault(row.session_id, []).append(mine)
    return [
        SessionRow(
            row.starts_at,
            row.ends_at,
            str(row.organisation),
            sorted(talks.get(row.pk, ()), key=lambda one: one[2]),
        )
        for row in rows
    ]
