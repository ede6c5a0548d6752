"""What one does with an action: one click where no word is needed, else a small form."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.goals import access
from wijknetwerk.goals.forms.actions import DropForm, MoveForm, ReopenForm
from wijknetwerk.goals.services import actions as services
from wijknetwerk.goals.services import owners
from wijknetwerk.goals.services.actions import DONE, DROP, MOVE, REOPEN, START
from wijknetwerk.goals.views.actions import at, crumb
from wijknetwerk.goals.views.common import act_or_say, short
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page(methods=ACT)
def action_done(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """'Done', in one click; from Vandaag one stays on Vandaag."""

    def act(network: "Network") -> None:
        services.step(actor=request.actor, network=network, action=uuid, step=DONE)
        tell(request, _("Done. Well done!"))

    back = reverse("front:today") if "back" in request.POST else at(slug, uuid)
    return _click(request, slug, uuid, act, back)


@page(methods=ACT)
def action_start(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """'I began with it'."""

    def act(network: "Network") -> None:
        services.step(actor=request.actor, network=network, action=uuid, step=START)

    return _click(request, slug, uuid, act)


@page(methods=ACT)
def action_take(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """'I do this', of what nobody does."""

    def act(network: "Network") -> None:
        owners.take(actor=request.actor, network=network, action=uuid)
        tell(request, _("You do this now. Thank you."))

    return _click(request, slug, uuid, act)


@page(methods=ACT)
def action_agree(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """'Yes, I do this', of what somebody else noted."""

    def act(network: "Network") -> None:
        owners.agree(actor=request.actor, network=network, action=uuid)
        tell(request, _("Agreed."))

    return _click(request, slug, uuid, act)


@page(methods=ACT)
def action_give_back(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """'I can't do this': it waits for who leads."""

    def act(network: "Network") -> None:
        owners.give_back(actor=request.actor, network=network, action=uuid)
        tell(request, _("You don't have to do this any more. Who leads looks for somebody."))

    return _click(request, slug, uuid, act)


def _click(
    request: ActorRequest,
    slug: str,
    uuid: UUID,
    act: Callable[["Network"], None],
    back: str | None = None,
) -> HttpResponse:
    network = network_for(request.actor, slug, to=Act.SEE)
    to = back or at(slug, uuid)

    def once_only() -> str:
        act(network)
        return to

    return act_or_say(request, once_only, to)


@page(methods=FORM)
def action_move(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """To another day, with why."""
    later = clock.add_working_days(clock.today() + timedelta(days=6), 1)
    form = MoveForm(request.POST or None, initial={"by_on": later})
    words = (_("To another day"), _("Move it"), _("Moved."))
    return _form(request, slug, uuid, form, MOVE, words)


@page(methods=FORM)
def action_drop(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It won't happen, with why."""
    form = DropForm(request.POST or None)
    words = (_("It won't happen"), _("Let it go"), _("Let go. Why stays on its page."))
    return _form(request, slug, uuid, form, DROP, words)


@page(methods=FORM)
def action_reopen(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It is to be done after all, by a day."""
    later = clock.add_working_days(clock.today() + timedelta(days=6), 1)
    form = ReopenForm(request.POST or None, initial={"by_on": later})
    words = (_("Open it again"), _("Open it again"), _("It is open again."))
    return _form(request, slug, uuid, form, REOPEN, words)


def _form(
    request: ActorRequest, slug: str, uuid: UUID, form: Any, step: Any, words: tuple[str, str, str]
) -> HttpResponse:
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.action_to_change(request.actor, network, uuid)
    title, submit, told = words
    if request.method == "POST" and form.is_valid():
        by_on: date | None = form.cleaned_data.get("by_on")

        def act() -> str:
            services.step(
                actor=request.actor,
                network=network,
                action=uuid,
                step=step,
                reason=form.cleaned_data["reason"],
                by_on=by_on,
            )
            tell(request, told)
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (short(found.what), at(slug, uuid)), (title, None)]
    context = {"form": form, "action": found, "heading": title, "submit": submit}
    return show(request, "goals/action_step", network, crumbs, **context)
