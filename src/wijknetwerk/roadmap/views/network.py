"""The route of one network, for its members."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.shell import heading
from wijknetwerk.library.selectors import practice, tools
from wijknetwerk.networks.people import members_now
from wijknetwerk.roadmap import access, paper, places, selectors, services
from wijknetwerk.roadmap.forms import PhaseWordsForm, StepForm
from wijknetwerk.roadmap.references import STEP, action_url
from wijknetwerk.roadmap.selectors.suggestions import best_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page()
def route(request: ActorRequest, slug: str) -> HttpResponse:
    """The path, and the steps of the phase where something is going on."""
    return _route(request, slug, None)


@page()
def phase(request: ActorRequest, slug: str, phase: str) -> HttpResponse:
    """The path, and the steps of the chosen phase."""
    return _route(request, slug, phase)


def _route(request: ActorRequest, slug: str, code: str | None) -> HttpResponse:
    network = access.route_for(request.actor, slug)
    content = selectors.content()
    lines = selectors.lines_of(network, content)
    chosen = content.phase(code or selectors.busiest_phase(content, lines))
    context = {
        "network": network,
        "places": selectors.where_we_are(network, content, lines),
        "phase": chosen,
        "questions": content.questions_of(chosen.code),
        "lines": [line for line in lines if line.step.phase == chosen.code],
        "may_change": access.may_work_on(request.actor, network),
        "helps": best_for(request.actor, network),
    }
    return render(request, "roadmap/route_show.html", context)


@page(methods=FORM)
def step(request: ActorRequest, slug: str, code: str) -> HttpResponse:
    """One step: why and how, and how it stands here, which members say on the same page."""
    network = access.route_for(request.actor, slug)
    content = selectors.content()
    line, history = _story(network, content, code)
    members, me = members_now(network.pk), request.actor.person_id
    if request.method != "POST":
        form = StepForm.showing(line, members=members, me=me, begin="begin" in request.GET)
        return _step_page(request, network, content, line, form, history)
    form = StepForm(request.POST, members=members, me=me)
    if not form.is_valid():
        return _step_page(request, network, content, line, form, history)

    def save() -> str:
        services.change_step(
            actor=request.actor,
            network=network,
            step=code,
            read_number=form.cleaned_data["number"],
            said=form.said(),
        )
        messages.success(request, _("Saved. Everybody in the network can see it."))
        return f"{reverse('roadmap:phase', args=[slug, line.step.phase])}#{code}"

    try:
        return once.handle(request, save)
    except InvalidInput as error:
        form.add_error("owner", str(error))
        return _step_page(request, network, content, line, form, history)
    except Stale:
        line, history = _story(network, content, code)
        mine = request.POST.copy()
        mine["number"] = str(line.number)
        form = StepForm(mine, members=members, me=me)
        page = (network, content, line, form, history)
        return _step_page(request, *page, theirs=True, status=409)


def _story(
    network: "Network", content: selectors.Content, code: str
) -> tuple[selectors.StepLine, list[selectors.History]]:
    line, history = selectors.step_story(network, content, code)
    if line is None:
        raise NotFound
    return line, history


def _step_page(
    request: ActorRequest,
    network: "Network",
    content: selectors.Content,
    line: selectors.StepLine,
    form: StepForm,
    history: list[selectors.History],
    *,
    theirs: bool = False,
    status: int = 200,
) -> HttpResponse:
    phase = content.phase(line.step.phase)
    _crumbs(request, network.slug, (phase.name, phase.code), line.step.title)
    context = {
        "network": network,
        "phase": phase,
        "line": line,
        "step": line.step,
        "factors": content.factors_of(line.step),
        "cited": content.cited(line.step.sources),
        "place_url": places.address_of(line.step.place, request.actor, network),
        "history": history,
        "form": form,
        "theirs": theirs,
        "once_id": once.new(),
        "may_change": access.may_work_on(request.actor, network),
        "action_url": action_url(STEP, network.slug, line.step.code, line.step.title),
        "tools": tools.for_step(line.step.code, network),
        "stories": practice.told_at(line.step.code),
    }
    return render(request, "roadmap/step_show.html", context, status=status)


@page(methods=FORM)
def phase_words(request: ActorRequest, slug: str, phase: str) -> HttpResponse:
    """A few own words under a phase."""
    network = access.route_for(request.actor, slug)
    content = selectors.content()
    chosen = content.phase(phase)
    form = PhaseWordsForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method != "POST":
        form = PhaseWordsForm.showing(_place(network, content, phase))
    elif form.is_valid():

        def save() -> str:
            said = form.said()
            services.say_phase(actor=request.actor, network=network, phase=phase, said=said)
            return reverse("roadmap:phase", args=[slug, phase])

        try:
            return once.handle(request, save)
        except Stale:
            status = 409
            mine = request.POST.copy()
            mine["read"] = str(_place(network, content, phase).read or "")
            form = PhaseWordsForm(mine)
    _crumbs(request, slug, (chosen.name, phase), _("Our own words"))
    context = {
        "network": network,
        "phase": chosen,
        "form": form,
        "theirs": _place(network, content, phase).own_words if status == 409 else None,
        "once_id": once.new(),
    }
    return render(request, "roadmap/phase_words_edit.html", context, status=status)


def _place(network: "Network", content: selectors.Content, code: str) -> selectors.Place:
    places = selectors.where_we_are(network, content, [])
    return next(place for place in places if place.phase.code == code)


@page(looks=Looks.LIST, second_factor=False)
def print_route(request: ActorRequest, slug: str) -> HttpResponse:
    """The route on one sheet of paper. Noted, because paper goes further than a screen."""
    network = access.route_for(request.actor, slug)
    content = selectors.content()
    lines = selectors.lines_of(network, content)
    people = {line.owner for line in lines if line.owner}
    log.look(request.actor, "roadmap.printed", network, count=len(people))
    sheet = paper.route_sheet(network.name, selectors.where_we_are(network, content, lines), lines)
    return documents.pdf(sheet, f"route-{network.slug}")


def _crumbs(request: ActorRequest, slug: str, phase: tuple[str, str], here: str) -> None:
    name, code = phase
    heading(request).crumbs = [
        (_("Our route"), reverse("roadmap:route", args=[slug])),
        (name, reverse("roadmap:phase", args=[slug, code])),
        (here, None),
    ]
