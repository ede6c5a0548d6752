"""My own place in a network, and stopping."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.people import AboutMeForm
from wijknetwerk.networks.selectors import desk_more, people
from wijknetwerk.networks.selectors import member as one
from wijknetwerk.networks.selectors.handovers import HANDED_OVER, waiting_for
from wijknetwerk.networks.selectors.network import role_names
from wijknetwerk.networks.services import leaving
from wijknetwerk.networks.services import people as services


@page(methods=FORM)
def my_membership(request: ActorRequest, slug: str) -> HttpResponse:
    """What I tell the network about myself, and my roles."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    mine = access.own_membership(request.actor, network)
    said = {
        "energies": mine.energies,
        "introduction": mine.introduction,
        "phone_shown": mine.phone_shown,
        "shown_publicly": mine.shown_publicly,
    }
    form = AboutMeForm(request.POST if request.method == "POST" else None, initial=said)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.describe_myself(actor=request.actor, network=network, **form.cleaned_data)
            tell(request, _("Saved."))
            return reverse("networks:my_membership", args=[slug])

        return once.handle(request, act)
    mandate = desk_more.last_mandate(mine)
    return show(
        request,
        "networks/membership_own",
        network,
        [(_("My place here"), None)],
        form=form,
        own=one.own_roles(network, mine),
        handed_over=HANDED_OVER,
        noting_until=desk_more.until_of(mandate),
        noted=desk_more.noted_for(mine)[:5] if mandate else [],
        waiting=[card for card in waiting_for(request.actor) if card.slug == slug],
    )


@page(methods=FORM)
def leave(request: ActorRequest, slug: str) -> HttpResponse:
    """Stop taking part."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    mine = access.own_membership(request.actor, network)
    if request.method == "POST":

        def act() -> str:
            leaving.leave(actor=request.actor, network=network)
            tell(
                request,
                _("You don't take part in %(network)s any more. Thank you for being there.")
                % {"network": network.name},
            )
            return reverse("networks:left")

        return once.handle(request, act)
    names = role_names(network)
    return show(
        request,
        "networks/membership_leave",
        network,
        [(_("My place here"), reverse("networks:my_membership", args=[slug])), (_("Stop"), None)],
        last=[names[code] for code in people.last_in(network, mine)],
    )


@page()
def left(request: ActorRequest) -> HttpResponse:
    """What happens now that I left a network."""
    return render(request, "networks/membership_left.html")
