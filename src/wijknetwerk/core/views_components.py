"""The component page at /onderdelen/, for development and the demo only."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.core.samples import component_page


@page(public=True)
def components(request: ActorRequest) -> HttpResponse:
    """Every component with words as they would stand on a real page. Not in production."""
    if not (settings.DEBUG or settings.DEMO):
        raise NotFound
    return render(request, "core/components_page.html", component_page())
