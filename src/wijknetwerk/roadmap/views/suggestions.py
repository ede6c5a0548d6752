"""What would help most now, what was put aside, and why."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.registries import suggestions as suggestion_rules
from wijknetwerk.roadmap import access
from wijknetwerk.roadmap.forms_suggestions import AsideForm
from wijknetwerk.roadmap.selectors import suggestions as selectors
from wijknetwerk.roadmap.services import suggestions as services


@page()
def suggestions(request: ActorRequest, slug: str) -> HttpResponse:
    """The suggestions of now with their reasons, and those put aside, with who and why."""
    network = access.route_for(request.actor, slug)
    context = {
        "network": network,
        "helps": selectors.best_for(request.actor, network),
        "aside": selectors.put_aside(network),
        "may_change": access.may_work_on(request.actor, network),
        "new_once": once.new,
    }
    return render(request, "roadmap/suggestions_list.html", context)


@page(methods=FORM)
def suggestion_aside(request: ActorRequest, slug: str, code: str) -> HttpResponse:
    """Put one aside, with a reason."""
    network = access.route_for(request.actor, slug)
    access.check_work_on(request.actor, network)
    rule = suggestion_rules.get(code)
    if rule is None:
        raise NotFound
    form = AsideForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.put_aside(
                actor=request.actor,
                network=network,
                code=code,
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, _("Put aside for twelve weeks."))
            return reverse("roadmap:suggestions", args=[slug])

        return once.handle(request, act)
    context = {"network": network, "rule": rule, "form": form, "once_id": once.new()}
    return render(request, "roadmap/suggestion_aside.html", context)


@page(methods=ACT)
def suggestion_back(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Bring back what was put aside."""
    network = access.route_for(request.actor, slug)

    def act() -> str:
        services.bring_back(actor=request.actor, network=network, uuid=uuid)
        return reverse("roadmap:suggestions", args=[slug])

    return once.handle(request, act)
