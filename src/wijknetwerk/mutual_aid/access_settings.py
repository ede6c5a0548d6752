"""Who settles how help goes in a network, and who reads that.

Those who lead settle it, not the desk: who hears concerns and complaints must not be chosen by
somebody about whom one may be. The desk reads it, because it works by it. The code of conduct and
the insurance are for all members.
"""

from typing import TYPE_CHECKING

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.mutual_aid.access import DESK
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SETTLE = Act.EDIT_NETWORK


def may_settle(actor: Actor, network: "Network") -> bool:
    """Whether the actor may change the settings for help."""
    return access.allows(actor, SETTLE, network)


def require_reading(actor: Actor, network: "Network") -> None:
    """NotFound for strangers, NotAllowed for who neither leads nor keeps the desk."""
    if not access.allows(actor, Act.SEE, network):
        raise NotFound
    if not (may_settle(actor, network) or access.allows(actor, DESK, network)):
        raise NotAllowed


def require_settling(actor: Actor, network: "Network") -> None:
    """NotFound for strangers, NotAllowed for who doesn't lead."""
    access.require(actor, SETTLE, network)
