"""One's own help in a network: what I asked, what I offer, who helps me."""

from django.http import HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.core.screens import show
from wijknetwerk.mutual_aid import access, access_settings
from wijknetwerk.mutual_aid.selectors import own
from wijknetwerk.networks.access import Act, network_for


@page()
def help_page(request: ActorRequest, slug: str) -> HttpResponse:
    """Two buttons, what waits for me, and what runs."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = own.own_help(request.actor, network)
    at_desk = access.at_desk(request.actor, network)
    return show(
        request,
        "mutual_aid/help",
        network,
        [(_("Help"), None)],
        own=found,
        at_desk=at_desk,
        settles=access_settings.may_settle(request.actor, network),
        offer_url=_offer_url(slug),
    )


def _offer_url(slug: str) -> str:
    try:
        return reverse("mutual_aid:offer_new", args=[slug])
    except NoReverseMatch:
        return ""
