"""Searching: over all that is public, and over what I may see in my networks."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.networks.selectors.search import MOST_PAGES, find
from wijknetwerk.networks.selectors.search_near import nearest

LITTLE = 3  # with fewer hits than this, words that look like what was typed are offered


@page(public=True)
def search(request: ActorRequest) -> HttpResponse:
    """What answers to `q`; nothing of what is typed is kept or logged."""
    text = " ".join(request.GET.get("q", "")[:80].split())
    asked_page = request.GET.get("page", "")
    number = int(asked_page) if asked_page.isdecimal() and len(asked_page) < 3 else 1
    found = find(request.actor, text, number)
    little = len(found.hits) < LITTLE and found.number == 1
    context = {
        "q": text,
        "found": found,
        "last_page": MOST_PAGES,
        "meant": nearest(request.actor, text, found.asked) if little else [],
        "page_url": f"?{urlencode({'q': text})}&page=",
        "several": len(request.actor.standings) > 1,
    }
    return render(request, "front/search.html", context)
