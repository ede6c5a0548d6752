"""Where help is asked, on a map for the desk, with the same in a table."""

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.core.screens import show
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.selectors import desk_map as selectors
from wijknetwerk.mutual_aid.views.desk import desk_crumb
from wijknetwerk.networks.access import network_for


@page(second_factor=True)
def desk_map(request: ActorRequest, slug: str) -> HttpResponse:
    """Open requests and helpers with room, by postcode area. Numbers only, so nothing is noted."""
    network = network_for(request.actor, slug, to=access.DESK)
    areas = selectors.areas(network)
    crumbs: list[Crumb] = [desk_crumb(slug), (_("On the map"), None)]
    response = show(
        request,
        "mutual_aid/desk_map",
        network,
        crumbs,
        areas=areas,
        on_map=any(area.at for area in areas),
        of_area=reverse("mutual_aid:desk", args=[slug]) + "?pc4=SLUG",
        tiles=settings.MAP_TILES,
        tiles_by=settings.MAP_TILES_BY,
    )
    if settings.MAP_TILES_HOST:  # this page may fetch pictures from the one host set up
        csp_update({"img-src": [settings.MAP_TILES_HOST]})(lambda _request: response)(request)
    return response


@page(second_factor=True)
def desk_map_points(request: ActorRequest, slug: str) -> HttpResponse:
    """The same as data: latitude, longitude, postcode, what is there in words, postcode."""
    network = network_for(request.actor, slug, to=access.DESK)
    points = []
    for area in selectors.areas(network):
        asked = ngettext("%(num)s request", "%(num)s requests", area.requests)
        able = ngettext("%(num)s helper", "%(num)s helpers", area.helpers)
        said = f"{asked % {'num': area.requests}}, {able % {'num': area.helpers}}"
        if area.at:
            points.append([*area.at, area.pc4, said, area.pc4])
    return JsonResponse({"points": points})
