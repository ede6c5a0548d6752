"""The first page of a network: for its members, or as everybody sees it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page, to_sign_in
from wijknetwerk.core.registries import home_panels
from wijknetwerk.core.shell import heading
from wijknetwerk.networks import access
from wijknetwerk.networks.selectors import network as selectors
from wijknetwerk.networks.selectors import public
from wijknetwerk.networks.selectors.home_more import more_of


@page(public=True)
def home(request: ActorRequest, slug: str) -> HttpResponse:
    """For members what to do first; for others the public page; else it is not there.

    Who is not signed in goes to signing in, whether the network exists or not (rule A1).
    """
    try:
        network = access.network_for(request.actor, slug, to=access.Act.SEE)
    except NotFound:
        return _for_strangers(request, slug)
    panels = [(panel, panel.fill(request.actor, network)) for panel in home_panels]
    home = selectors.home_of(network)
    context = {
        "network": network,
        "panels": [panel for panel, filled in panels if filled],
        "home": home,
        "role_names": home.role_names,
        "more": more_of(request.actor, network),
        "may_invite": access.allows(request.actor, access.Act.INVITE, network),
        "may_edit": access.allows(request.actor, access.Act.EDIT_NETWORK, network),
        "may_ask": access.allows(request.actor, access.Act.ASK_PUBLIC, network),
        "invite_url": _address("networks:invite", slug),
        "members_url": _address("networks:members", slug),
        "route_url": _address("roadmap:route", slug),
    }
    for _panel, filled in panels:
        context |= filled
    return render(request, "networks/network_home.html", context)


@page(public=True)
def about(request: ActorRequest, slug: str) -> HttpResponse:
    """The public page, also for members who want to see what others see."""
    return _public_page(request, slug)


def _for_strangers(request: ActorRequest, slug: str) -> HttpResponse:
    try:
        return _public_page(request, slug)
    except NotFound:
        if request.actor.is_person:
            raise
        return to_sign_in(request)


def _public_page(request: ActorRequest, slug: str) -> HttpResponse:
    with access.public_network_for(slug) as network:
        shown = public.page_of(network)
        panels = public.panels_of(network)
    heading(request).network_name = network.name
    context = {
        "network": network,
        "shown": shown,
        "panels": [template for template, _filled in panels],
        "is_member": request.actor.standing_in(network.pk) is not None,
        "join_url": _address("networks:join_ask", slug) if network.open_for_joining else None,
    }
    for _template, filled in panels:
        context |= filled
    return render(request, "networks/network_public.html", context)


def _address(name: str, slug: str) -> str | None:
    """The address of a page that may not be there in this installation."""
    try:
        return reverse(name, kwargs={"slug": slug})
    except NoReverseMatch:
        return None
