"""Starting a network: four steps, each saved, in any order."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.vary import vary_on_headers

from wijknetwerk.core import once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, page
from wijknetwerk.networks.forms.start import NameForm, PeopleForm, PlaceForm
from wijknetwerk.networks.selectors import areas, start
from wijknetwerk.networks.services import place as place_service
from wijknetwerk.networks.services import start as service


def _labels() -> list[str]:
    return [_("Name"), _("Place"), _("Who"), _("Look once more")]


@page(methods=FORM)
def begin(request: ActorRequest) -> HttpResponse:
    """Step 1 for the first time, and what this person began before."""
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = service.begin_network(actor=request.actor, **form.cleaned_data)
            return reverse("networks:start_place", args=[made.uuid])

        return once.handle(request, act)
    context = {
        "form": form,
        "once_id": once.new(),
        "drafts": start.drafts_of(request.actor),
        "may_start": start.may_start(request.actor),
        "labels": _labels(),
    }
    return render(request, "networks/start_begin.html", context)


@page(methods=FORM)
def name(request: ActorRequest, draft: UUID) -> HttpResponse:
    """Step 1 again."""
    found = start.draft_of(request.actor, draft)
    fields = ("name", "summary", "why")
    form = NameForm(
        request.POST or None, initial={field: getattr(found.network, field) for field in fields}
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.describe_draft(actor=request.actor, draft=draft, **form.cleaned_data)
            return reverse("networks:start_place", args=[draft])

        return once.handle(request, act)
    return _step(request, "networks/start_name.html", 1, found, form=form)


@vary_on_headers("HX-Request")
@page(methods=FORM)
def place(request: ActorRequest, draft: UUID) -> HttpResponse:
    """Step 2: find areas by typing, choose one or more, or say it in words."""
    found = start.draft_of(request.actor, draft)
    typed = request.GET.get("q", "")[:80]
    choices = {
        "q": typed,
        "found": areas.search(typed),
        "chosen": found.areas,
        "act_url": reverse("networks:start_area", args=[draft]),
    }
    if request.headers.get("HX-Request"):
        return render(request, "networks/_areas_found.html", choices)
    form = PlaceForm(
        request.POST or None,
        has_areas=bool(found.areas),
        initial={"place_text": found.network.place_text},
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.place_draft(actor=request.actor, draft=draft, **form.cleaned_data)
            return reverse("networks:start_people", args=[draft])

        return once.handle(request, act)
    loaded = bool(choices["found"] or found.areas) or areas.any_loaded()
    return _step(
        request, "networks/start_place.html", 2, found, form=form, loaded=loaded, **choices
    )


@page(methods=ACT)
def area(request: ActorRequest, draft: UUID) -> HttpResponse:
    """Choose an area, or put it back."""
    chosen = uuid_of(request, "area")
    if request.POST.get("act") == "remove":
        place_service.remove_area_from_draft(actor=request.actor, draft=draft, area=chosen)
    else:
        place_service.add_area_to_draft(actor=request.actor, draft=draft, area=chosen)
    return redirect(reverse("networks:start_place", args=[draft]))


@page(methods=FORM)
def people(request: ActorRequest, draft: UUID) -> HttpResponse:
    """Step 3: who leads, and how people reach the network."""
    found = start.draft_of(request.actor, draft)
    network, part = found.network, found.part
    form = PeopleForm(
        request.POST or None,
        initial={
            "as_coordinator": "yes" if part.as_coordinator else "no",
            "paid_by": part.paid_by,
            "hours_a_week": part.hours_a_week,
            "phone": network.phone,
            "desk_place": network.desk_place,
            "desk_hours": network.desk_hours,
        },
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            service.staff_draft(actor=request.actor, draft=draft, **form.cleaned_data)
            return reverse("networks:start_check", args=[draft])

        return once.handle(request, act)
    return _step(request, "networks/start_people.html", 3, found, form=form)


@page(methods=FORM)
def check(request: ActorRequest, draft: UUID) -> HttpResponse:
    """Step 4: look once more; then the network exists."""
    if request.method == "POST":

        def act() -> str:
            made = service.start_network(actor=request.actor, draft=draft)
            messages.success(request, _("%(name)s exists. Welcome!") % {"name": made.name})
            return reverse("networks:home", args=[made.slug])

        return once.handle(request, act)
    found = start.draft_of(request.actor, draft)
    complete = bool(found.network.name and (found.network.place_text or found.areas))
    return _step(request, "networks/start_check.html", 4, found, complete=complete)


@page(methods=ACT)
def drop(request: ActorRequest, draft: UUID) -> HttpResponse:
    """Throw away a draft."""

    def act() -> str:
        service.drop_draft(actor=request.actor, draft=draft)
        messages.success(request, _("What you began is thrown away."))
        return reverse("networks:start")

    return once.handle(request, act)


def uuid_of(request: ActorRequest, field: str) -> UUID:
    """An id that a button of ours sent along. NotFound for anything else."""
    try:
        return UUID(request.POST.get(field, ""))
    except ValueError:
        raise NotFound from None


def _step(
    request: ActorRequest, template: str, number: int, shown: start.Draft, **more: Any
) -> HttpResponse:
    draft = shown.network.uuid
    steps = {
        key: reverse(f"networks:start_{key}", args=[draft])
        for key in ("name", "place", "people", "check", "drop")
    }
    context = {
        "network": shown.network,
        "part": shown.part,
        "chosen": shown.areas,
        "step": number,
        "labels": _labels(),
        "steps": steps,
        "once_id": once.new(),
        **more,
    }
    return render(request, template, context)
