"""The desk of a network."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import log
from wijknetwerk.core.pages import ActorRequest, Looks, page
from wijknetwerk.core.screens import show
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.selectors import desk as selectors
from wijknetwerk.networks.access import network_for


@page(looks=Looks.LIST)
def desk(request: ActorRequest, slug: str) -> HttpResponse:
    """All open requests."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = selectors.open_requests(network)
    log.look(request.actor, "mutual_aid.desk_looked_at", network, count=len(found))
    return show(request, "mutual_aid/desk", network, [(_("The desk"), None)], requests=found)
