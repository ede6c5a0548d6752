"""Themes: all of them, one of them, and what is done to it."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page, to_sign_in
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access
from wijknetwerk.voices.forms.themes import CloseForm, MergeForm, SortForm, ThemeForm
from wijknetwerk.voices.selectors import themes as read
from wijknetwerk.voices.services import themes as services
from wijknetwerk.voices.views.showing import add_refusal, show


def crumb(slug: str) -> Crumb:
    """The way back to all themes."""
    return (_("Themes"), reverse("voices:themes", args=[slug]))


def at(slug: str, theme: UUID) -> str:
    """The address of a theme."""
    return reverse("voices:theme", args=[slug, theme])


@page()
def themes(request: ActorRequest, slug: str) -> HttpResponse:
    """All themes."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = read.themes_of(request.actor, network)
    return show(
        request,
        "themes",
        network,
        [(_("Themes"), None)],
        themes=[card for card in found if not card.over],
        closed=[card for card in found if card.over],
        looks_after=access.looks_after_voices(request.actor, network),
    )


@page(public=True)
def theme(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One theme: what it is about, what was told, and how many told it."""
    try:
        with access.theme_at(request.actor, slug, uuid) as found:
            network = found.network
            shown = read.theme_page(request.actor, found)
            panels = panels_of(request.actor, network, ("voices.theme", found.uuid))
    except NotFound:
        if request.actor.is_person:
            raise
        return to_sign_in(request)
    member = request.actor.standing_in(network.pk) is not None
    context: dict[str, object] = {}
    for _template, values in panels:
        context |= values
    return show(
        request,
        "theme",
        network,
        [crumb(slug), (found.title, None)] if member else [(found.title, None)],
        shown=shown,
        theme=found,
        looks_after=member and access.looks_after_voices(request.actor, network),
        panels=[template for template, _values in panels],
        **context,
    )


@page(methods=FORM)
def theme_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Make a theme: its name, and which stories belong to it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    access.require_looking_after(request.actor, network)
    posted = request.POST if request.method == "POST" else None
    form = ThemeForm(posted)
    sort = SortForm(posted, choosable=read.choosable(request.actor, network, None))
    if posted is not None and form.is_valid() and sort.is_valid():

        def act() -> str:
            made = services.make(
                actor=request.actor, network=network, stories=sort.chosen(), **form.cleaned_data
            )
            tell(request, _("The theme is there. Everybody in the network can see it."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new theme"), None)]
    return show(request, "theme_form", network, crumbs, form=form, sort=sort, theme=None)


@page(methods=FORM)
def theme_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say it in other words."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.theme_to_change(request.actor, network, uuid)
    posted = request.POST if request.method == "POST" else None
    form = ThemeForm(posted, initial={"title": found.title, "about": found.about})
    if posted is not None and form.is_valid():

        def act() -> str:
            services.change(actor=request.actor, network=network, theme=uuid, **form.cleaned_data)
            tell(request, _("Saved."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.title, at(slug, uuid)), (_("Change"), None)]
    return show(request, "theme_form", network, crumbs, form=form, sort=None, theme=found)


@page(methods=FORM)
def theme_stories(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Which stories belong to it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.theme_to_change(request.actor, network, uuid)
    posted = request.POST if request.method == "POST" else None
    sort = SortForm(posted, choosable=read.choosable(request.actor, network, found))
    if posted is not None and sort.is_valid():

        def act() -> str:
            services.sort(
                actor=request.actor,
                network=network,
                theme=uuid,
                shown=sort.shown(),
                chosen=sort.chosen(),
            )
            tell(request, _("Saved."))
            return at(slug, uuid)

        return once.handle(request, act)
    crumbs = [crumb(slug), (found.title, at(slug, uuid)), (_("Stories"), None)]
    return show(request, "theme_stories", network, crumbs, sort=sort, theme=found)


@page(methods=FORM)
def theme_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Close a theme, or let it go into another."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.theme_to_change(request.actor, network, uuid)
    asked = request.POST.get("act", "")
    close = CloseForm(request.POST if asked == "close" else None)
    merge = MergeForm(
        request.POST if asked == "merge" else None, themes=read.open_themes(network, found)
    )

    def act() -> str:
        if asked == "merge":
            into = merge.cleaned_data["into"]
            services.merge(actor=request.actor, network=network, theme=uuid, into=into)
            tell(request, _("The stories stand in this theme now."))
            return at(slug, into)
        services.close(actor=request.actor, network=network, theme=uuid, **close.cleaned_data)
        tell(request, _("The theme is closed. You can still read it."))
        return at(slug, uuid)

    if (asked == "close" and close.is_valid()) or (asked == "merge" and merge.is_valid()):
        return once.handle(request, act)
    crumbs = [crumb(slug), (found.title, at(slug, uuid)), (_("Close or merge"), None)]
    return show(request, "theme_end", network, crumbs, close=close, merge=merge, theme=found)


@page(methods=ACT)
def theme_open(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Let a closed theme gather stories again."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        services.reopen(actor=request.actor, network=network, theme=uuid)
        return at(slug, uuid)

    return once.handle(request, act)
