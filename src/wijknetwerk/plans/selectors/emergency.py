"""A look in an emergency, as who reviews it reads it: never anything of the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import BigIntegerField, QuerySet
from django.utils.functional import Promise

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.models import LogEntry
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.selectors.leading import members_who_may
from wijknetwerk.plans import access_emergency
from wijknetwerk.plans.access import Hand, reach
from wijknetwerk.plans.models import LASTS, EmergencyLook
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors.emergency_waits import unheard
from wijknetwerk.privacy import words

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class LookCard:
    """Who, when, why, and what was opened in those hours."""

    uuid: UUID
    whose: str
    who: str
    party: str
    opened_at: datetime
    until: datetime
    reason: str | Promise
    words: str
    review_by: date
    is_late: bool
    verdict: str | Promise
    findings: str
    told_at: datetime | None
    to_tell: Sequence[str] | None
    """Who tells the resident, whom no mail reaches; None for a resident who hears by themselves."""
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
        network_uuid=look.plan.network.uuid,
        occurred_at__gte=look.opened_at,
        occurred_at__lt=look.opened_at + LASTS,
        event__startswith="plans.",
    ).order_by("occurred_at")
    reached = access_emergency.is_reached(look.resident)
    tell = access_emergency.tellers(look.plan, but=person.pk) if not reached else []
    return LookCard(
        uuid=look.uuid,
        whose=look.resident.name,
        who=person.name,
        party=str(look.organisation),
        opened_at=look.opened_at,
        until=ends_at(look),
        reason=look.get_reason_display(),
        words=look.words.read(),
        review_by=look.review_by,
        is_late=look.reviewed_at is None and look.review_by < clock.today(),
        verdict=look.get_verdict_display(),
        findings=look.findings.read(),
        told_at=look.told_at,
        to_tell=None if reached else [one.name for one in tell],
        opened=[(row.occurred_at, words.of_line(row)) for row in rows],
    )


def ends_at(look: EmergencyLook) -> datetime:
    """Until when it is open, or was."""
    last = look.opened_at + LASTS
    return min(look.ended_at, last) if look.ended_at else last


@dataclass(frozen=True, slots=True)
class HeardLook:
    """The same for the resident, and who tells them: also what came of it."""

    uuid: UUID
    who: str
    party: str
    opened_at: datetime
    until: datetime
    runs: bool
    reason: str | Promise
    words: str
    review_by: date
    verdict: str | Promise
    findings: str
    is_new: bool


def heard(hand: Hand) -> Sequence[HeardLook]:
    """All looks in an emergency at this plan, the latest first; one query. Whoever calls this has
    `access_emergency.require_hears` behind them."""
    rows = EmergencyLook.objects.filter(plan=hand.plan)
    rows = rows.select_related("membership__person", "organisation").order_by("-opened_at")
    with reach(hand.plan):  # also for the resident who left, whom it hides who looked from
        return [_heard(row) for row in rows]


def is_unheard(hand: Hand) -> bool:
    """Whether there is a look of which the resident is still to hear; one query, for the resident
    and who decides for them."""
    if not hand.decides([Part.CIRCLE]):
        return False
    # The hand has the gate behind it; its resident reads also where they take part no more.
    return bool(_UNHEARD.ask(network_id=None, plan=hand.plan.pk))


_UNHEARD = Statement(
    lambda: (
        QuerySet(EmergencyLook)
        .filter(unheard(), plan=Slot("plan", BigIntegerField()))
        .order_by()
        .values_list("pk")[:1]
    )
)


def _heard(row: EmergencyLook) -> HeardLook:
    told, judged = row.told_at, row.reviewed_at
    return HeardLook(
        uuid=row.uuid,
        who=row.membership.person.name,
        party=str(row.organisation),
        opened_at=row.opened_at,
        until=(until := ends_at(row)),
        runs=until > clock.now(),
        reason=row.get_reason_display(),
        words=row.words.read(),
        review_by=row.review_by,
        verdict=row.get_verdict_display(),
        findings=row.findings.read(),
        is_new=told is None or (judged is not None and told < judged),
    )


def officers(network: "Network") -> Sequence[str]:
    """Who is privacy officer here now, by name."""
    return [one.person.name for one in members_who_may(network, Act.READ_LOG)]
