"""Places where people meet."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda import access
from wijknetwerk.agenda.forms.events import PlaceForm
from wijknetwerk.agenda.naming import PLACE
from wijknetwerk.agenda.selectors import places as selectors
from wijknetwerk.agenda.selectors.said import of_place
from wijknetwerk.agenda.services import places as services
from wijknetwerk.agenda.views.common import open_door
from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.registries import panels_of
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for


def _crumb(slug: str) -> Crumb:
    return (_("Places"), reverse("agenda:places", args=[slug]))


@page(public=True)
@open_door
def places(request: ActorRequest, slug: str) -> HttpResponse:
    """The places of a network."""
    with access.reader_of(request.actor, slug) as reader:
        crumbs: list[Crumb] = [(_("Places"), None)]
        found = selectors.places_of(reader)
        return show(request, "agenda/places", reader.network, crumbs, places=found, reader=reader)


@page(public=True)
@open_door
def place(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One place: how one gets there and in, and what comes back there."""
    with access.reader_of(request.actor, slug) as reader:
        found = access.place_for(reader, uuid)
        network = reader.network
        panels = panels_of(request.actor, network, (PLACE, uuid)) if reader.is_member else []
        context: dict[str, Any] = {}
        for _template, filled in panels:
            context |= filled
        return show(
            request,
            "agenda/place",
            network,
            [_crumb(slug), (found.name, None)],
            **context,
            place=found,
            reader=reader,
            series=selectors.series_at(reader, found),
            panels=[template for template, _filled in panels],
        )


@page(methods=FORM)
def place_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Add a place."""
    network = network_for(request.actor, slug, to=Act.SEE)
    if not access.leads(request.actor, network):
        raise NotAllowed
    form = PlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.make(actor=request.actor, network=network, said=form.said())
            tell(request, _("The place is there. You can choose it for events now."))
            return reverse("agenda:place", args=[slug, made.uuid])

        return once.handle(request, act)
    crumbs = [_crumb(slug), (_("A new place"), None)]
    return show(request, "agenda/place_form", network, crumbs, form=form, place=None)


@page(methods=FORM)
def place_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Change what is said about a place."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.place_to_edit(request.actor, network, uuid)
    form = PlaceForm(request.POST or None, initial=of_place(found))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                place=uuid,
                said=form.said(),
                changed=form.changed_data,
            )
            tell(request, _("Saved."))
            return reverse("agenda:place", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [_crumb(slug), (found.name, None)]
    return show(request, "agenda/place_form", network, crumbs, form=form, place=found)


@page(methods=ACT)
def place_close(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Use a place no longer."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        services.close(actor=request.actor, network=network, place=uuid)
        tell(request, _("The place is off the list. What was there stays on record."))
        return reverse("agenda:places", args=[slug])

    return once.handle(request, act)
