"""Asking for a public page, and deciding about it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.networks import access
from wijknetwerk.networks.forms.approval import DecisionForm
from wijknetwerk.networks.selectors import public
from wijknetwerk.networks.services import approval as service


@page(methods=FORM)
def publish(request: ActorRequest, slug: str) -> HttpResponse:
    """For leaders: what strangers would see, asking for it, and taking it back."""
    network = access.network_for(request.actor, slug, to=access.Act.ASK_PUBLIC)
    if request.method == "POST":

        def act() -> str:
            if request.POST.get("act") == "private":
                service.make_private(actor=request.actor, slug=slug)
                messages.success(request, _("Only members see the network now."))
            else:
                service.ask_public(actor=request.actor, slug=slug)
                messages.success(request, _("Asked. You get an e-mail when it is decided."))
            return reverse("networks:publish", args=[slug])

        return once.handle(request, act)
    context = {"network": network, "shown": public.page_of(network), "once_id": once.new()}
    return render(request, "networks/network_publish.html", context)


@page()
def approval_list(request: ActorRequest) -> HttpResponse:
    """For the platform's administrator: which networks asked. No people, no content."""
    if not request.actor.is_platform_administrator:
        raise NotFound
    return render(request, "networks/approval_list.html", {"asked": public.asked_networks()})


@page(looks=Looks.PERSON, methods=FORM)
def approval_decide(request: ActorRequest, slug: str) -> HttpResponse:
    """Name, place, why, and who started; yes or no with a reason."""
    network = access.network_to_decide_on(request.actor, slug)
    starter = network.started_by
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.decide_public(
                actor=request.actor,
                slug=slug,
                approve=form.cleaned_data["decision"] == "yes",
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, _("Decided. The leaders of the network get an e-mail."))
            return reverse("networks:approval_list")

        return once.handle(request, act)
    log.look(request.actor, "networks.starter_shown", network, client=starter.uuid)
    context = {"network": network, "starter": starter.name, "form": form, "once_id": once.new()}
    return render(request, "networks/approval_decide.html", context)
