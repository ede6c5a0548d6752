"""Who works on a network's route: every member, a learner too (rule R1). The content is public."""

from typing import TYPE_CHECKING

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.access import Act, allows, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def route_for(actor: Actor, slug: str) -> "Network":
    """The network whose route this member reads. NotFound for everybody else."""
    return network_for(actor, slug, to=Act.SEE)


def may_work_on(actor: Actor, network: "Network") -> bool:
    """Whether the actor may change how steps stand; the form and the service both ask here."""
    return allows(actor, Act.WORK_ON_ROUTE, network)


def check_work_on(actor: Actor, network: "Network") -> None:
    """Refuse who may not change this route: NotFound for strangers, NotAllowed for members."""
    if not allows(actor, Act.SEE, network):
        raise NotFound
    if not may_work_on(actor, network):
        raise NotAllowed
