"""Keeps what is typed in a form, while one types."""

from django.http import HttpResponse
from django.shortcuts import redirect

from wijknetwerk.core import drafts
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.pages import ACT, ActorRequest, page


@page(methods=ACT, private=True)
def draft(request: ActorRequest) -> HttpResponse:
    """Keep it; or let it go and show the form empty. It shows nothing itself, so it asks no touch
    anew: what was typed before a page shut is kept too."""
    place = request.POST.get(drafts.FIELD, "")
    if "weg" in request.POST:
        drafts.forget(request.actor, place)
        return redirect(place if place.startswith("/") and place[1:2] not in ("/", "\\") else "/")
    pairs = drafts.typed(request)
    if pairs is None:
        raise InvalidInput
    drafts.keep(request.actor, place=place, pairs=pairs)
    return HttpResponse(status=204)
