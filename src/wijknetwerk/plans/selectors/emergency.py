"""A look in an emergency, as who reviews it reads it: never anything of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models import LogEntry
from wijknetwerk.plans.models import LASTS, EmergencyLook
from wijknetwerk.privacy import words


@dataclass(frozen=True, slots=True)
class LookCard:
    """Who, when, why, and what was opened in those hours."""

    who: str
    party: str
    opened_at: datetime
    reason: str | Promise
    words: str
    review_by: date
    opened: Sequence[tuple[datetime, str | Promise]]


def note(actor: Actor, look: EmergencyLook) -> None:
    """The review itself is a look, on the resident's record."""
    log.look(actor, "plans.emergency_checked", look, client=look.resident.uuid)


def card(look: EmergencyLook) -> LookCard:
    """Three queries. Whoever calls this has `access.look_to_review` behind them."""
    person = look.membership.person
    rows = LogEntry.objects.filter(
        client_uuid=look.resident.uuid,
        user_uuid=person.uuid,
        occurred_at__gte=look.opened_at,
        occurred_at__lt=look.opened_at + LASTS,
        event__startswith="plans.",
    ).order_by("occurred_at")
    return LookCard(
        who=person.name,
        party=str(look.organisation),
        opened_at=look.opened_at,
        reason=look.get_reason_display(),
        words=look.words.read(),
        review_by=look.review_by,
        opened=[(row.occurred_at, words.of_event(row.event)) for row in rows],
    )


def uses(network_id: int, since: datetime) -> int:
    """How often it was used in a network since an instant: counted, for the privacy officer."""
    return EmergencyLook.objects.filter(network=network_id, opened_at__gte=since).count()
