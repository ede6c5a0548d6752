"""Initiatives: all of them, one, taking part, and moving it on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb, heading
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices import initiative_states
from wijknetwerk.voices.forms.initiatives import (
    InitiativeForm,
    LessonForm,
    NewInitiativeForm,
    SupporterForm,
    TakePartForm,
)
from wijknetwerk.voices.selectors import experiments as tried
from wijknetwerk.voices.selectors import initiatives as read
from wijknetwerk.voices.services import initiatives as services
from wijknetwerk.voices.views.showing import add_refusal, show


def crumb(slug: str) -> Crumb:
    """The way back to all initiatives."""
    return (_("Initiatives"), reverse("voices:initiatives", args=[slug]))


def at(slug: str, initiative: UUID) -> str:
    """The address of an initiative."""
    return reverse("voices:initiative", args=[slug, initiative])


@page()
def initiatives(request: ActorRequest, slug: str) -> HttpResponse:
    """What residents do and want to do; who is wanted stands first."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    crumbs: list[Crumb] = [(_("Initiatives"), None)]
    found = read.initiatives_of(network)
    return show(request, "initiatives_list", network, crumbs, found=found)


@page()
def initiative(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One initiative: who, what it needs, and what other parts of the network say of it."""
    opened = access.initiative_at(request.actor, slug, uuid)
    found, network = opened.row, opened.row.network
    panels = panels_of(request.actor, network, ("voices.initiative", uuid))
    context: dict[str, Any] = {}
    for _template, filled in panels:
        context |= filled
    return show(
        request,
        "initiative_show",
        network,
        [crumb(slug), (found.title, None)],
        shown=read.page_of(request.actor, opened),
        experiments=tried.of_initiative(found) if opened.tried else [],
        panels=[template for template, _filled in panels],
        **context,
    )


@page(public=True)
def initiative_public(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A public initiative for everybody: what it is, whom it looks for, whom to call."""
    with access.public_initiative_for(slug, uuid) as found:
        heading(request).network_name = found.network.name
        context = {
            "network": found.network,
            "row": found,
            "state_words": found.get_state_display(),
            "names": read.publicly_named(found),
            "is_member": request.actor.standing_in(found.network_id) is not None,
        }
        return render(request, "voices/initiative_public.html", context)


@page(methods=FORM)
def initiative_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Write down an initiative, by itself or from an idea or theme."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    source = {name: uuid_or_none(request.GET.get(name, "")) for name in ("story", "theme")}
    form = NewInitiativeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.make(
                actor=request.actor,
                network=network,
                said=form.said(),
                pull=form.cleaned_data["pull"],
                **source,
            )
            tell(request, _("It is there. Everybody in the network can see it."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new initiative"), None)]
    return show(request, "initiative_form", network, crumbs, form=form, row=None)


def uuid_or_none(text: str) -> UUID | None:
    """An id from an address that may hold anything."""
    try:
        return UUID(text)
    except ValueError:
        return None


@page(methods=FORM)
def initiative_change(request: ActorRequest, slug: str, initiative: UUID) -> HttpResponse:
    """Say it better."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.initiative_to_change(request.actor, network, initiative)
    now = {name: getattr(found, name) for name in services.NAMES}
    form = InitiativeForm(request.POST if request.method == "POST" else None, initial=now)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                initiative=initiative,
                said=form.said(),
                changed=form.changed_data,
            )
            tell(request, _("Saved."))
            return at(slug, initiative)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.title, at(slug, initiative)), (_("Change"), None)]
    return show(request, "initiative_form", network, crumbs, form=form, row=found)


@page(methods=ACT)
def initiative_join(request: ActorRequest, slug: str, initiative: UUID) -> HttpResponse:
    """'I take part', in one tap."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        services.take_part(actor=request.actor, network=network, initiative=initiative)
        tell(request, _("You take part. Thank you!"))
        return at(slug, initiative)

    return once.handle(request, act)


@page(methods=FORM)
def initiative_pull(request: ActorRequest, slug: str, initiative: UUID) -> HttpResponse:
    """'I pull this': a resident in one tap; a professional says that residents were asked."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.initiative_for(request.actor, network, initiative)
    if found.over:
        raise NotFound
    form = TakePartForm(request.POST if request.method == "POST" else None)
    standing = request.actor.standing_in(network.pk)
    at_work = standing is not None and access.is_at_work(standing)
    if request.method == "POST" and (not at_work or form.is_valid()):

        def act() -> str:
            services.take_part(
                actor=request.actor,
                network=network,
                initiative=initiative,
                pulls=True,
                residents_asked=at_work,
            )
            tell(request, _("You pull this now. Ask what you need: the network helps."))
            return at(slug, initiative)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.title, at(slug, initiative)), (_("I pull this"), None)]
    return show(request, "initiative_pull", network, crumbs, form=form, row=found, at_work=at_work)


@page(methods=FORM)
def initiative_leave(request: ActorRequest, slug: str, initiative: UUID) -> HttpResponse:
    """Stop taking part."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.initiative_for(request.actor, network, initiative)
    if access.place_of(request.actor, found) is None:
        raise NotFound
    if request.method == "POST":

        def act() -> str:
            services.stop_taking_part(actor=request.actor, network=network, initiative=initiative)
            tell(request, _("You take part no longer. Thank you for what you did."))
            return at(slug, initiative)

        return once.handle(request, act)
    crumbs = [crumb(slug), (found.title, at(slug, initiative)), (_("Stop"), None)]
    return show(request, "initiative_leave", network, crumbs, row=found)


@page(methods=FORM)
def initiative_supporter(request: ActorRequest, slug: str, initiative: UUID) -> HttpResponse:
    """Who helps on behalf of the network, without taking over."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.initiative_to_change(request.actor, network, initiative)
    members = read.members_to_choose(network)
    now = {"member": str(found.supporter.uuid) if found.supporter else ""}
    posted = request.POST if request.method == "POST" else None
    form = SupporterForm(posted, members=members, initial=now)
    if posted is not None and form.is_valid():

        def act() -> str:
            services.name_supporter(
                actor=request.actor,
                network=network,
                initiative=initiative,
                member=form.cleaned_data["member"],
            )
            tell(request, _("Saved."))
            return at(slug, initiative)

        return once.handle(request, act)
    crumbs = [crumb(slug), (found.title, at(slug, initiative)), (_("Supporter"), None)]
    return show(request, "initiative_supporter", network, crumbs, form=form, row=found)


@page(methods=FORM)
def initiative_move(request: ActorRequest, slug: str, initiative: UUID, state: str) -> HttpResponse:
    """One step on. Both ends ask what was learned, and both are celebrated."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.initiative_to_change(request.actor, network, initiative)
    if not initiative_states.may_go(found.state, state):
        raise NotFound
    ends = state in initiative_states.WITH_LESSON
    form = LessonForm(request.POST or None) if ends else None
    if request.method == "POST" and (form is None or form.is_valid()):

        def act() -> str:
            lesson = form.cleaned_data["lesson"] if form is not None else ""
            services.move(
                actor=request.actor,
                network=network,
                initiative=initiative,
                to=state,
                lesson=lesson,
            )
            tell(request, _("Well done! Celebrate it together.") if ends else _("Saved."))
            return at(slug, initiative)

        return once.handle(request, act)
    crumbs = [crumb(slug), (found.title, at(slug, initiative)), (_("Next step"), None)]
    return show(
        request, "initiative_move", network, crumbs, form=form, row=found, state=state, ends=ends
    )
