"""The first page of Meedenken, all stories, and one's own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.core.shell import heading
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access
from wijknetwerk.voices.first_page import PARTS
from wijknetwerk.voices.selectors import stories as read
from wijknetwerk.voices.selectors import themes as themes_read
from wijknetwerk.voices.services.stories import KINDS
from wijknetwerk.voices.views.showing import show


@page()
def first(request: ActorRequest, slug: str) -> HttpResponse:
    """Tell something; what it is about; what is open; what looks for somebody."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    filled = [
        (part, part.fill(request.actor, network))
        for part in sorted(PARTS, key=lambda one: one.order)
    ]
    context: dict[str, object] = {}
    for _part, values in filled:
        context |= values
    themes = themes_read.open_in_brief(request.actor, network)
    return show(
        request,
        "first",
        network,
        [],
        themes=themes,
        newest=[] if themes else read.newest(request.actor, network),
        parts=[part.template for part, values in filled if values and not part.aside],
        beside=[part.template for part, values in filled if values and part.aside],
        looks_after=access.looks_after_voices(request.actor, network),
        **context,
    )


@page()
def stories(request: ActorRequest, slug: str) -> HttpResponse:
    """Everything that members may read, the newest first."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    kind = request.GET.get("kind", "")
    kind = kind if kind in read.KINDS else ""
    found = read.stories_of(request.actor, network, kind=kind, page=request.GET.get("page", ""))
    here = reverse("voices:stories", args=[slug])
    pills = [{"label": _("All"), "url": here, "current": not kind}]
    pills += [
        {"label": _PLURAL[value](), "url": f"{here}?kind={value}", "current": kind == value}
        for value, _label in KINDS
    ]
    return show(
        request,
        "stories",
        network,
        [(_("What was told"), None)],
        found=found,
        pills=pills,
        page_url=f"?kind={kind}&page=" if kind else "?page=",
    )


_PLURAL = {
    "story": lambda: _("Stories"),
    "question": lambda: _("Questions"),
    "idea": lambda: _("Ideas"),
}


@page()
def mine(request: ActorRequest) -> HttpResponse:
    """What I told, over all my networks, also those that I left; and what I wrote down."""
    told, noted = read.own_stories(request.actor)
    heading(request).crumbs = [(_("My stories"), None)]
    first_slug = request.actor.standings[0].slug if request.actor.standings else ""
    context = {"told": told, "noted": noted, "once_id": once.new(), "slug": first_slug}
    return render(request, "voices/mine.html", context)
