"""What a network says about itself, where it lies, how it names its roles."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from wijknetwerk.core import once
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.core.registries.panels import settings_panels
from wijknetwerk.networks import access
from wijknetwerk.networks.forms.settings import RoleNamesForm, SettingsForm
from wijknetwerk.networks.selectors import areas
from wijknetwerk.networks.selectors import network as selectors
from wijknetwerk.networks.services import place as place_service
from wijknetwerk.networks.services import settings as service
from wijknetwerk.networks.views.start import uuid_of


@page(methods=FORM)
def settings(request: ActorRequest, slug: str) -> HttpResponse:
    """Name, words, phone and desk. Only what was changed is stored."""
    network = access.network_for(request.actor, slug, to=access.Act.EDIT_NETWORK)
    initial = {name: getattr(network, name) for name in service.FIELDS}
    form = SettingsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.change_network(actor=request.actor, slug=slug, changes=form.changes)
            messages.success(request, _("Saved."))
            return reverse("networks:settings", args=[slug])

        return once.handle(request, act)
    context = {
        "network": network,
        "form": form,
        "once_id": once.new(),
        "areas": selectors.areas_of(network),
        "panels": list(settings_panels),
    }
    return render(request, "networks/network_settings.html", context)


@vary_on_headers("HX-Request")
@page()
def place(request: ActorRequest, slug: str) -> HttpResponse:
    """The areas that the network covers, found by typing."""
    network = access.network_for(request.actor, slug, to=access.Act.EDIT_NETWORK)
    typed = request.GET.get("q", "")[:80]
    context = {
        "network": network,
        "q": typed,
        "found": areas.search(typed),
        "chosen": selectors.areas_of(network),
        "act_url": reverse("networks:settings_area", args=[slug]),
        "loaded": areas.any_loaded(),
    }
    fragment = bool(request.headers.get("HX-Request"))
    template = "networks/_areas_found.html" if fragment else "networks/network_place.html"
    return render(request, template, context)


@page(methods=ACT)
def area(request: ActorRequest, slug: str) -> HttpResponse:
    """Choose an area, or put it back."""
    chosen = uuid_of(request, "area")
    if request.POST.get("act") == "remove":
        place_service.remove_area(actor=request.actor, slug=slug, area=chosen)
    else:
        place_service.add_area(actor=request.actor, slug=slug, area=chosen)
    return redirect(reverse("networks:settings_place", args=[slug]))


@page(methods=FORM)
def role_names(request: ActorRequest, slug: str) -> HttpResponse:
    """How this network calls each role."""
    network = access.network_for(request.actor, slug, to=access.Act.EDIT_NETWORK)
    form = RoleNamesForm(request.POST or None, initial=selectors.own_role_names(network))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.name_roles(actor=request.actor, slug=slug, names=form.cleaned_data)
            messages.success(request, _("Saved."))
            return reverse("networks:settings", args=[slug])

        return once.handle(request, act)
    context = {"network": network, "form": form, "once_id": once.new()}
    return render(request, "networks/network_role_names.html", context)
