"""Resting and stopping: what is going on, and the acts that begin and end it."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.ending import PauseForm, StopForm
from wijknetwerk.networks.selectors import ending as selectors
from wijknetwerk.networks.services import pausing, stopping


@page()
def ending(request: ActorRequest, slug: str) -> HttpResponse:
    """What is going on: nothing, a rest, or a stop with what it means and my answer."""
    network = access.network_for(request.actor, slug, to=Act.SEE)
    may_end = access.allows(request.actor, Act.END_NETWORK, network)
    if network.stops_on is None:
        pause = selectors.pause_of(network) if network.paused_on else None
        crumbs: list[Crumb] = [(_("Rest or stop"), None)]
        return show(request, "networks/ending_none", network, crumbs, pause=pause, may_end=may_end)
    stop = selectors.stop_of(network)
    return show(
        request,
        "networks/ending_stop",
        network,
        [(_("The network stops"), None)],
        stop=stop,
        may_end=may_end,
        voices=selectors.voices_of(stop, request.actor) if stop else None,
        places=selectors.places_of(network),
        mine=stop is not None and stop.started_by_id == request.actor.person_id,
    )


@page(methods=FORM)
def pause(request: ActorRequest, slug: str) -> HttpResponse:
    """Let the network rest, or change what was said about it."""
    network = access.network_for(request.actor, slug, to=Act.END_NETWORK)
    now = selectors.pause_of(network)
    said = ("from_on", "until_on", "why", "call_name", "call_phone")
    initial = {name: getattr(now, name) for name in said} if now else {}
    form = PauseForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            pausing.pause(actor=request.actor, slug=slug, rest=form.rest)
            tell(request, _("Saved. Everybody can still read everything."))
            return reverse("networks:ending", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return show(
        request, "networks/ending_pause", network, [to_ending(slug), (_("Rest"), None)], form=form
    )


@page(methods=ACT)
def resume(request: ActorRequest, slug: str) -> HttpResponse:
    """Take it up again."""
    access.network_for(request.actor, slug, to=Act.END_NETWORK)

    def act() -> str:
        pausing.resume(actor=request.actor, slug=slug)
        tell(request, _("The network goes on. Welcome back!"))
        return reverse("networks:home", args=[slug])

    return once.handle(request, act)


@page(methods=FORM)
def stop_start(request: ActorRequest, slug: str) -> HttpResponse:
    """Say that the network will stop."""
    network = access.network_for(request.actor, slug, to=Act.END_NETWORK)
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            stopping.start_stop(actor=request.actor, slug=slug, **form.cleaned_data)
            tell(request, _("Everybody hears it now. You can still call it off."))
            return reverse("networks:stop_steps", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [to_ending(slug), (_("Stop the network"), None)]
    return show(request, "networks/ending_stop_start", network, crumbs, form=form)


@page(methods=ACT)
def stop_answer(request: ActorRequest, slug: str) -> HttpResponse:
    """What I think of the stop."""
    access.network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        stopping.answer(actor=request.actor, slug=slug, said=request.POST.get("said", ""))
        tell(request, _("Thank you. Your answer is kept."))
        return reverse("networks:ending", args=[slug])

    return once.handle(request, act)


@page(methods=FORM)
def stop_call_off(request: ActorRequest, slug: str) -> HttpResponse:
    """Call the stop off."""
    network = access.network_for(request.actor, slug, to=Act.END_NETWORK)
    if request.method == "POST":

        def act() -> str:
            stopping.call_off(actor=request.actor, slug=slug)
            tell(request, _("The network goes on. Everybody hears it."))
            return reverse("networks:home", args=[slug])

        return once.handle(request, act)
    crumbs: list[Crumb] = [to_ending(slug), (_("Go on after all"), None)]
    return show(request, "networks/ending_call_off", network, crumbs)


def to_ending(slug: str) -> Crumb:
    """The way back to what is going on."""
    return (_("Rest or stop"), reverse("networks:ending", args=[slug]))
