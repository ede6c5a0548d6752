"""Putting something on the agenda, changing, cancelling it, and series."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.agenda import access
from wijknetwerk.agenda.forms.events import (
    CancelForm,
    EventForm,
    OneEventForm,
    SeriesForm,
    first_values,
)
from wijknetwerk.agenda.selectors import events as selectors
from wijknetwerk.agenda.selectors import said as now
from wijknetwerk.agenda.selectors.places import choices_of_places
from wijknetwerk.agenda.services import events as services
from wijknetwerk.agenda.services import series
from wijknetwerk.agenda.views.common import agenda_crumb, event_crumbs
from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page(methods=FORM)
def event_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Put something on the agenda, once or again and again."""
    network = network_for(request.actor, slug, to=Act.SEE)
    access.require_plan(request.actor, network, is_public=False)
    standing = request.actor.standing_in(network.pk)
    first = {
        **first_values(request.GET.get("kind", "")),
        "organiser": standing.membership_uuid if standing else "",
        "is_public": access.leads(request.actor, network),
    }
    form = EventForm(request.POST or None, initial=first, **_lists(request, network))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            again = form.series()
            if again is not None:
                made = series.start(
                    actor=request.actor, network=network, said=form.said(), again=again
                )
                tell(request, _("The series stands on the agenda, half a year ahead."))
                return reverse("agenda:series", args=[slug, made.uuid])
            event = services.plan(
                actor=request.actor, network=network, said=form.said(), when=form.when()
            )
            tell(request, _("It stands on the agenda."))
            return reverse("agenda:event", args=[slug, event.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [agenda_crumb(slug), (_("Something new"), None)]
    return show(request, "agenda/event_form", network, crumbs, form=form, event=None)


@page(methods=FORM)
def event_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Change or move one event."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    form = OneEventForm(
        request.POST or None, initial=now.of_event(found), **_lists(request, network)
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                event=uuid,
                said=form.said(),
                when=form.when(),
                changed=form.changed_data,
            )
            tell(request, _("Saved."))
            return reverse("agenda:event", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [*event_crumbs(network, found), (_("Change"), None)]
    return show(request, "agenda/event_form", network, crumbs, form=form, event=found)


@page(methods=FORM)
def event_cancel(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It doesn't go on; or after all it does."""
    found = access.event_at(request.actor, slug, uuid)
    network = found.network
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            where: dict[str, Any] = {"actor": request.actor, "network": network, "event": uuid}
            if request.POST.get("act") == "go_on":
                services.go_on(**where)
                tell(request, _("It goes on. Who signed up with e-mail gets a mail."))
            else:
                services.cancel(**where, because=form.cleaned_data["because"])
                tell(request, _("It is cancelled. Who signed up with e-mail gets a mail."))
            return reverse("agenda:event", args=[slug, uuid])

        return once.handle(request, act)
    crumbs = [*event_crumbs(network, found), (_("Cancel"), None)]
    return show(request, "agenda/event_cancel", network, crumbs, form=form, event=found)


@page(methods=FORM)
def series_page(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A series: its dates, and changing it from now on."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.activity_for(request.actor, network, uuid)
    form = SeriesForm(
        request.POST or None, initial=now.of_series(found), **_lists(request, network)
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            again = form.series()
            if again is not None:
                series.change(
                    actor=request.actor,
                    network=network,
                    activity=uuid,
                    said=form.said(),
                    again=again,
                    changed=form.changed_data,
                )
            tell(request, _("Saved, for all dates from now on."))
            return reverse("agenda:series", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [agenda_crumb(slug), (found.title, None)]
    dates = selectors.dates_of(found)
    return show(request, "agenda/series", network, crumbs, form=form, series=found, dates=dates)


@page(methods=ACT)
def series_stop(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a series today."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        series.stop(actor=request.actor, network=network, activity=uuid)
        tell(request, _("The series has ended. What was stays on record."))
        return reverse("agenda:agenda", args=[slug])

    return once.handle(request, act)


def _lists(request: ActorRequest, network: "Network") -> dict[str, Any]:
    return {
        "places": choices_of_places(network),
        "members": [(one.uuid, one.name) for one in members_now(network.pk)],
        "may_open": access.leads(request.actor, network),
    }
