"""Who may see and do what with a handover of the desk: the two whom it is between, while they keep
the desk. To keep it for a colleague one must hold the desk already: nobody gets a role by it."""

from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.access import require_desk
from wijknetwerk.mutual_aid.models import DeskAway

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def away_for(actor: Actor, network: "Network", uuid: UUID) -> DeskAway:
    """A handover, for the two whom it is between. NotFound for everybody else."""
    require_desk(actor, network)
    rows = DeskAway.objects.select_related("who__person", "substitute__person")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None or actor.person_id not in (found.who.person_id, found.substitute.person_id):
        raise NotFound
    found.network = network
    return found


def is_away(actor: Actor, row: DeskAway) -> bool:
    """Whether the actor is the one who will be away."""
    return row.who.person_id == actor.person_id
