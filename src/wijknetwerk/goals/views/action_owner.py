"""Who does an action: choosing, asking somebody else, answering."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.goals import access
from wijknetwerk.goals.forms.actions import AskOverForm, OwnerForm
from wijknetwerk.goals.selectors import actions as selectors
from wijknetwerk.goals.services import owners
from wijknetwerk.goals.views import common
from wijknetwerk.goals.views.actions import at, crumb
from wijknetwerk.goals.views.common import act_or_say, short
from wijknetwerk.networks.access import Act, network_for


@page(methods=FORM)
def action_owner(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who leads chooses who does it."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.action_for(request.actor, network, uuid)
    if not access.leads(request.actor, found):
        raise NotAllowed
    form = OwnerForm(request.POST or None, members=common.members(network))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            owners.choose(
                actor=request.actor,
                network=network,
                action=uuid,
                member=form.cleaned_data["member"],
            )
            tell(request, _("Saved. It stands on the Vandaag of this person."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (short(found.what), at(slug, uuid)), (_("Who does it?"), None)]
    return show(
        request,
        "goals/action_step",
        network,
        crumbs,
        form=form,
        action=found,
        heading=_("Who does it?"),
        submit=_("Save"),
    )


@page(methods=FORM)
def action_hand_over(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Ask somebody else to take it over."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.action_to_change(request.actor, network, uuid)
    mine = request.actor.standing_in(network.pk)
    others = [
        one for one in common.members(network) if mine is None or one[0] != mine.membership_uuid
    ]
    form = AskOverForm(request.POST or None, members=others)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            owners.ask(
                actor=request.actor,
                network=network,
                action=uuid,
                member=form.cleaned_data["member"],
                words=form.cleaned_data["words"],
            )
            tell(request, _("Asked. It stays as it is until this person says yes."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (short(found.what), at(slug, uuid)), (_("Hand it over"), None)]
    return show(
        request,
        "goals/action_step",
        network,
        crumbs,
        form=form,
        action=found,
        heading=_("Ask somebody else"),
        submit=_("Ask"),
    )


@page(methods=FORM)
def action_ask(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A question to take something over: read it, and say yes or no."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.ask_for(request.actor, network, uuid)
    if request.method == "POST":
        yes = request.POST.get("answer") == "yes"

        def act() -> str:
            owners.answer(actor=request.actor, network=network, ask=uuid, yes=yes)
            tell(request, _("You do this now. Thank you.") if yes else _("You said no."))
            return at(slug, found.action.uuid) if yes else reverse("front:today")

        return act_or_say(request, act, at(slug, found.action.uuid))
    crumbs = [
        crumb(slug),
        (short(found.action.what), at(slug, found.action.uuid)),
        (_("Asked"), None),
    ]
    card = selectors.ask_page(request.actor, found)
    return show(request, "goals/action_ask", network, crumbs, ask=card, action=found.action)


@page(methods=ACT)
def action_ask_back(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who asked takes the question back."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.ask_for(request.actor, network, uuid)

    def act() -> str:
        owners.take_back(actor=request.actor, network=network, ask=uuid)
        tell(request, _("The question was taken back."))
        return at(slug, found.action.uuid)

    return act_or_say(request, act, at(slug, found.action.uuid))
