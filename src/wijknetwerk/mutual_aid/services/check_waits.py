"""Opening and closing what waits because of checks, in the transaction of what causes it."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.models import FollowUp
from wijknetwerk.mutual_aid.selectors import check_waits
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("mutual_aid.checks")


def open_for(rows: Iterable[FollowUp]) -> None:
    """It waits for these members, who can answer here."""
    wanted = [check_waits.for_side(row) for row in rows]
    waiting.wait_all(actor=SYSTEM, kind=check_waits.CHECK, wanted=wanted)


def close(network: "Network", checks: Collection[UUID]) -> None:
    """These wait for nobody any more: answered by any way, or over."""
    waiting.done_all(kind=check_waits.CHECK, subjects=checks)
    refresh(network)


def refresh(network: "Network") -> None:
    """The one row of the desk, as things stand now."""
    rows = check_waits.at_desk(clock.today()).filter(network=network)
    if not rows.exists():
        waiting.done(kind=check_waits.CHECKS, subject=network.uuid)
        return
    wanted = check_waits.for_desk(network)
    waiting.only_for(actor=SYSTEM, kind=check_waits.CHECKS, subject=network.uuid, wanted=wanted)


def role_changed(role: Any) -> None:
    """A role began or ended: it waits for who keeps the desk now."""
    refresh(role.network)
