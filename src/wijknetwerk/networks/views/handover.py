"""Handing a role over."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.people import HandoverForm
from wijknetwerk.networks.selectors import people
from wijknetwerk.networks.selectors.handovers import handover_card
from wijknetwerk.networks.selectors.network import role_names
from wijknetwerk.networks.services import handover as services


@page(methods=FORM)
def handover_ask(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Ask somebody to take over a role of mine."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    role = access.role_for(request.actor, network, uuid)
    if role.person_id != request.actor.person_id:
        raise NotFound
    form = HandoverForm(
        request.POST or None,
        members=people.choices_of_members(network, besides=role.membership_id),
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.ask(actor=request.actor, network=network, role=uuid, **form.cleaned_data)
            tell(request, _("The question is on its way."))
            return reverse("networks:my_membership", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return show(
        request,
        "networks/handover_ask",
        network,
        [_mine(slug), (_("Hand over a role"), None)],
        form=form,
        role_name=role_names(network)[role.role],
    )


@page(methods=FORM)
def handover(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A role that is being handed over: say yes or no, or take the question back."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    found = access.handover_for(request.actor, network, uuid)
    if request.method == "POST":
        acts = {
            "accept": (services.accept, _("The role is yours now. Good luck!")),
            "decline": (services.decline, _("You said no. The role stays where it was.")),
            "withdraw": (services.withdraw, _("You took the question back.")),
        }
        asked = acts.get(request.POST.get("act", ""))
        if asked is None:
            raise NotFound
        service, said = asked

        def act() -> str:
            service(actor=request.actor, network=network, handover=uuid)
            tell(request, said)
            return reverse("networks:my_membership", args=[slug])

        return once.handle(request, act)
    card = handover_card(found, request.actor, role_names(network)[found.role])
    crumbs = [_mine(slug), (_("Hand over a role"), None)]
    return show(request, "networks/handover_show", network, crumbs, card=card)


def _mine(slug: str) -> Crumb:
    return (_("My place here"), reverse("networks:my_membership", args=[slug]))
