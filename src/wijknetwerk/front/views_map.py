"""The map of public networks: a page with the same in a list, and the points as data."""

from csp.decorators import csp_update
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.networks.selectors import public

PAGE = 20
LONGEST = 80


@page(public=True)
def network_map(request: ActorRequest) -> HttpResponse:
    """The map beside its list. The points come by themselves, in one answer."""
    text = request.GET.get("q", "")[:LONGEST]
    asked = f"?{urlencode({'q': text})}" if text else ""
    context = {
        "q": text,
        "points": reverse("front:map_points") + asked,
        "page": Paginator(public.public_list(text), PAGE).get_page(request.GET.get("page")),
        "page_url": f"?{urlencode({'q': text})}&page=" if text else "?page=",
        "tiles": settings.MAP_TILES,
        "tiles_by": settings.MAP_TILES_BY,
    }
    response = render(request, "front/map.html", context)
    if settings.MAP_TILES_HOST:  # this page alone may fetch pictures from the one host set up
        csp_update({"img-src": [settings.MAP_TILES_HOST]})(lambda _request: response)(request)
    return response


@page(public=True)
def map_points(request: ActorRequest) -> HttpResponse:
    """Every public network that has a place: latitude, longitude, name, place, slug. One query."""
    return JsonResponse({"points": public.points(request.GET.get("q", "")[:LONGEST])})
