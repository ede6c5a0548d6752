"""What waits because of a conference: 'Something waits in a plan', and nothing beside it."""

from collections.abc import Iterable
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans.models import Conference
from wijknetwerk.plans.selectors.conference_waits import RULES

SYSTEM = Actor.system("plans.conference_waits")


def refresh(row: Conference) -> None:
    """For whom it waits now, and for nobody else; in the transaction of what changed."""
    for kind, rule in RULES.items():
        waiting.only_for(actor=SYSTEM, kind=kind, subject=row.uuid, wanted=rule(row))


def gone(rows: Iterable[UUID]) -> None:
    """They are erased, or their plan closed."""
    found = list(rows)
    for kind in RULES:
        waiting.done_all(kind=kind, subjects=found)
