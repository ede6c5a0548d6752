"""The circles that somebody is in, and leaving one by oneself."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.plans import (
    access,
    access_agreements,
    access_conferences,
    access_emergency,
    access_sharing,
)
from wijknetwerk.plans.selectors import agreement_counts, mine
from wijknetwerk.plans.services import circle


@page(looks=Looks.LIST)
def circles(request: ActorRequest, slug: str) -> HttpResponse:
    """Plans of others that open for me: names, and that something waits. Nothing of what."""
    network = network_for(request.actor, slug, to=Act.SEE)
    rows = mine.circles(request.actor, network)
    crumbs: list[Crumb] = [(_("Plans"), None)]
    context: dict[str, Any] = {
        "watches": [one.plan.uuid for one in access_agreements.watches_of(request.actor, network)],
        "agreements_counted": agreement_counts.counted(request.actor, network),
        "has_sessions": access_conferences.has_sessions(request.actor, network),
    }
    may_look = access_emergency.may_ask(request.actor, network)
    officer = request.actor.has_role(network.pk, access.OFFICER)
    return show(
        request,
        "plans/circles",
        network,
        crumbs,
        rows=rows,
        may_look=may_look,
        officer=officer,
        may_begin=access_sharing.may_witness(request.actor, network),
        **context,
    )


@page(methods=FORM)
def leave(request: ActorRequest, place: UUID) -> HttpResponse:
    """Out of somebody's circle, by oneself. It says no name: that may be open to them no more."""
    found = mine.place_to_leave(request.actor, place)
    if found is None:
        raise NotFound
    network = found.network
    if request.method == "POST":

        def do() -> str:
            circle.leave(actor=request.actor, place=place)
            tell(request, _("You left this circle. You see nothing of this plan any more."))
            return reverse("plans:circles", args=[network.slug])

        return once.handle(request, do)
    crumbs: list[Crumb] = [(_("Leave this circle"), None)]
    return show(request, "plans/leave", network, crumbs, place=found)
