"""The feed of a public network: its news, and what everybody may come to."""

from django.http import HttpResponse

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.front.feed import atom_of
from wijknetwerk.networks import access


@page(public=True)
def feed(request: ActorRequest, slug: str) -> HttpResponse:
    """Atom, for who reads along elsewhere: a village site, a paper, a reader of feeds."""
    with access.public_network_for(slug) as network:
        if network.stopped_on is not None:
            raise NotFound
        xml = atom_of(network)
    return HttpResponse(xml, content_type="application/atom+xml; charset=utf-8")
