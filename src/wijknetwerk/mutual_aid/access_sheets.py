"""Who may read in a spreadsheet and look it over: the desk of the network."""

from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.access import Hand, require_desk
from wijknetwerk.mutual_aid.models import Match, SheetImport

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


def hand_for(actor: Actor, match: Match) -> Hand:
    """A match that a spreadsheet says runs already, in the hand of the desk: also where somebody of
    the desk helps or asks in it, because both said yes before it was kept here."""
    require_desk(actor, match.network)
    return Hand(actor, match)
