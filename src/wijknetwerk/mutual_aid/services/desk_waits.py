"""One row on Vandaag for each person at the desk, as long as a request asks something of them."""

from typing import TYPE_CHECKING, Any

from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.selectors import match_waits
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("mutual_aid.desk")


def refresh(network: "Network") -> None:
    """Open or close it, as things stand now; in the transaction of the change."""
    kind = match_waits.AT_DESK
    if not match_waits.at_desk().filter(network=network).exists():
        waiting.done(kind=kind, subject=network.uuid)
        return
    wanted = match_waits.for_desk(network)
    waiting.only_for(actor=SYSTEM, kind=kind, subject=network.uuid, wanted=wanted)


def role_changed(role: Any) -> None:
    """A role began or ended: it waits for who keeps the desk now."""
    refresh(role.network)
