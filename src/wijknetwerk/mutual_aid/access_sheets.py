"""Who may read in a spreadsheet and look it over: the desk of the network."""

from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.access import require_desk
from wijknetwerk.mutual_aid.models import SheetImport

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def sheet_for(actor: Actor, network: "Network", uuid: UUID) -> SheetImport:
    """A file of this network. NotFound for others' files."""
    require_desk(actor, network)
    found = SheetImport.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return found
