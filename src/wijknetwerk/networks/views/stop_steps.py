"""What leaders arrange before a network stops, one step a screen; and who is to be called."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.ending import LessonsForm, PartForm, PlaceForm
from wijknetwerk.networks.selectors import ending as selectors
from wijknetwerk.networks.services import exit_talk as talk_services
from wijknetwerk.networks.services import stop_parts
from wijknetwerk.networks.views.ending import to_ending


def stopping(request: ActorRequest, slug: str, *, to: Act) -> tuple[Any, Any]:
    """The network and the stop that is on its way. NotFound when none is."""
    network = access.network_for(request.actor, slug, to=to)
    stop = selectors.stop_of(network)
    if stop is None:
        raise NotFound
    stop.network = network
    return network, stop


@page()
def stop_steps(request: ActorRequest, slug: str) -> HttpResponse:
    """All parts to arrange, each with what there is of it and what was said."""
    network, stop = stopping(request, slug, to=Act.END_NETWORK)
    crumbs: list[Crumb] = [to_ending(slug), (_("Arrange"), None)]
    steps = selectors.steps_of(stop)
    left = sum(1 for step in steps if step.arranged is None)
    return show(request, "networks/stop_steps", network, crumbs, stop=stop, steps=steps, left=left)


@page(methods=FORM)
def stop_part(request: ActorRequest, slug: str, part: str) -> HttpResponse:
    """One part: who does it, by when, or nothing to arrange."""
    network, stop = stopping(request, slug, to=Act.END_NETWORK)
    steps = selectors.steps_of(stop)
    codes = [step.code for step in steps]
    if part not in codes:
        raise NotFound
    at = codes.index(part)
    form = PartForm(request.POST or None, initial=_said(steps[at].arranged))
    if request.method == "POST" and form.is_valid():
        to = ("stop_part", [slug, codes[at + 1]]) if at + 1 < len(codes) else ("stop_steps", [slug])

        def act() -> str:
            stop_parts.arrange(actor=request.actor, slug=slug, part=part, said=form.said)
            return reverse(f"networks:{to[0]}", args=to[1])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    return show(
        request,
        "networks/stop_part",
        network,
        [to_ending(slug), _to_steps(slug), (str(steps[at].title), None)],
        step=steps[at],
        form=form,
        number=at + 1,
        total=len(steps),
    )


def _said(arranged: Any) -> dict[str, Any]:
    if arranged is None:
        return {}
    applies = "yes" if arranged.applies else "no"
    more = {"who": arranged.who, "by_on": arranged.by_on, "note": arranged.note}
    return {"applies": applies, **more}


@page(methods=FORM)
def stop_places(request: ActorRequest, slug: str) -> HttpResponse:
    """Where residents go next, thing by thing."""
    network, _stop = stopping(request, slug, to=Act.END_NETWORK)
    form = PlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("what", "name", "phone")}

        def act() -> str:
            stop_parts.add_place(actor=request.actor, slug=slug, **given)
            return reverse("networks:stop_places", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [to_ending(slug), _to_steps(slug), (_("Where residents go next"), None)]
    places = selectors.places_of(network)
    return show(request, "networks/stop_places", network, crumbs, form=form, places=places)


@page(methods=ACT)
def stop_place_remove(request: ActorRequest, slug: str, place: UUID) -> HttpResponse:
    """Take a place away."""
    access.network_for(request.actor, slug, to=Act.END_NETWORK)

    def act() -> str:
        stop_parts.remove_place(actor=request.actor, slug=slug, place=place)
        return reverse("networks:stop_places", args=[slug])

    return once.handle(request, act)


@page(methods=FORM, looks=Looks.LIST)
def stop_calls(request: ActorRequest, slug: str) -> HttpResponse:
    """Members without e-mail: to call or to visit, and who did."""
    network, stop = stopping(request, slug, to=Act.END_NETWORK)
    if request.method == "POST":
        member = _uuid(request.POST.get("member", ""))

        def act() -> str:
            stop_parts.told(actor=request.actor, slug=slug, member=member)
            return reverse("networks:stop_calls", args=[slug])

        return once.handle(request, act)
    people = selectors.to_call(stop)
    log.look(request.actor, "networks.stop_list_looked_at", network, n=len(people))
    crumbs: list[Crumb] = [to_ending(slug), _to_steps(slug), (_("People to call"), None)]
    return show(request, "networks/stop_calls", network, crumbs, people=people, stop=stop)


@page(looks=Looks.LIST)
def stop_letters(request: ActorRequest, slug: str) -> HttpResponse:
    """A letter for each who was not told yet, to print."""
    network, stop = stopping(request, slug, to=Act.END_NETWORK)
    people = [person for person in selectors.to_call(stop) if not person.told_by]
    log.look(request.actor, "networks.stop_list_looked_at", network, n=len(people))
    places = selectors.places_of(network)
    crumbs: list[Crumb] = [to_ending(slug), _to_steps(slug), (_("Letters"), None)]
    return show(
        request,
        "networks/stop_letters",
        network,
        crumbs,
        people=people,
        stop=stop,
        places=places,
        today=clock.now(),
    )


@page(methods=FORM)
def stop_lessons(request: ActorRequest, slug: str) -> HttpResponse:
    """Write the lessons together, beside what was answered; choose what stays."""
    network, stop = stopping(request, slug, to=Act.END_NETWORK)
    said = ("lessons", "page_stays", "lessons_shared")
    form = LessonsForm(request.POST or None, initial={name: getattr(stop, name) for name in said})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            talk_services.write_lessons(actor=request.actor, slug=slug, **form.cleaned_data)
            tell(request, _("Saved."))
            return reverse("networks:exit_talk", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [to_ending(slug), _to_talk(slug), (_("What we learned"), None)]
    public = network.visibility == "public"
    return show(request, "networks/stop_lessons", network, crumbs, form=form, public=public)


@page()
def stop_archive(request: ActorRequest, slug: str) -> HttpResponse:
    """The facts of the network in one file, without names of people, for who keeps the papers."""
    network, stop = stopping(request, slug, to=Act.END_NETWORK)
    context = {"network": network, "stop": stop, "parts": selectors.archive_of(network)}
    response = render(request, "networks/stop_archive.html", context)
    response["Content-Disposition"] = f'attachment; filename="archief-{network.slug}.html"'
    return response


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error


def _to_steps(slug: str) -> Crumb:
    return (_("Arrange"), reverse("networks:stop_steps", args=[slug]))


def _to_talk(slug: str) -> Crumb:
    return (_("Exit talk"), reverse("networks:exit_talk", args=[slug]))
