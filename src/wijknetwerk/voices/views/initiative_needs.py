"""What an initiative needs: asking, promising by a day, and saying that it is there."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices.forms.initiatives import NeedForm, PromiseForm
from wijknetwerk.voices.services import initiative_needs as services
from wijknetwerk.voices.views.initiatives import at, crumb
from wijknetwerk.voices.views.showing import add_refusal, show


@page(methods=FORM)
def need_ask(request: ActorRequest, slug: str, initiative: UUID) -> HttpResponse:
    """What do you need from us?"""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.initiative_to_change(request.actor, network, initiative)
    form = NeedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.ask(
                actor=request.actor, network=network, initiative=initiative, **form.cleaned_data
            )
            tell(request, _("Asked. Who supports you hears it today."))
            return at(slug, initiative)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.title, at(slug, initiative)), (_("What we need"), None)]
    return show(request, "need_ask", network, crumbs, form=form, row=found)


@page(methods=FORM)
def need_promise(request: ActorRequest, slug: str, need: UUID) -> HttpResponse:
    """'I see to that', by a day."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.need_for(request.actor, network, need)
    if found.state != "asked":
        raise NotFound
    where = at(slug, found.initiative.uuid)
    form = PromiseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.promise(
                actor=request.actor,
                network=network,
                need=need,
                by_on=form.cleaned_data["by_on"],
            )
            tell(request, _("Promised. We remind you in time."))
            return where

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (found.initiative.title, where), (_("I see to that"), None)]
    return show(request, "need_promise", network, crumbs, form=form, need=found)


@page(methods=ACT)
def need_settle(request: ActorRequest, slug: str, need: UUID) -> HttpResponse:
    """It is there, no longer needed, or given back."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.need_to_settle(request.actor, network, need)

    def act() -> str:
        to = request.POST.get("to", "")
        services.settle(actor=request.actor, network=network, need=need, to=to)
        tell(request, _("Good that it is there.") if to == "delivered" else _("Saved."))
        return at(slug, found.initiative.uuid)

    return once.handle(request, act)
