"""What everybody may read: the route, its steps, the success factors, the recommendations."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.core.shell import heading
from wijknetwerk.library.selectors import practice, tools
from wijknetwerk.roadmap import selectors


@page(public=True)
def knowledge(request: ActorRequest) -> HttpResponse:
    """Where to begin reading."""
    content = selectors.content()
    return render(request, "roadmap/knowledge_show.html", {"readers": content.readers})


@page(public=True)
def route(request: ActorRequest) -> HttpResponse:
    """The path with its four places, and the steps of the first."""
    return _route(request, None)


@page(public=True)
def phase(request: ActorRequest, phase: str) -> HttpResponse:
    """The path, and the steps of one phase."""
    return _route(request, phase)


def _route(request: ActorRequest, code: str | None) -> HttpResponse:
    content = selectors.content()
    chosen = content.phase(code) if code else content.phases[0]
    context = {
        "phases": selectors.places_of(content),
        "phase": chosen,
        "questions": content.questions_of(chosen.code),
        "steps": content.steps_of(chosen.code),
        "cited": content.cited(chosen.sources),
        "standings": request.actor.standings,
    }
    return render(request, "roadmap/public_route_show.html", context)


@page(public=True)
def step(request: ActorRequest, code: str) -> HttpResponse:
    """One step, without any network."""
    content = selectors.content()
    found = content.step_by_code.get(code)
    if found is None:
        raise NotFound
    phase = content.phase(found.phase)
    heading(request).crumbs = [
        (_("Knowledge"), reverse("roadmap:knowledge")),
        (_("The route"), reverse("roadmap:public_route")),
        (phase.name, reverse("roadmap:public_phase", args=[phase.code])),
        (found.title, None),
    ]
    context = {
        "phase": phase,
        "step": found,
        "factors": content.factors_of(found),
        "cited": content.cited(found.sources),
        "standings": request.actor.standings,
        "tools": tools.for_step(code),
        "stories": practice.told_at(code),
    }
    return render(request, "roadmap/public_step_show.html", context)


@page(public=True)
def factors(request: ActorRequest) -> HttpResponse:
    """The eight success factors, each with the steps that work on it."""
    content = selectors.content()
    _crumbs(request, _("Eight things that help"))
    context = {
        "factors": [(factor, content.steps_for(factor)) for factor in content.factors],
        "cited": content.sources_of(content.factors),
    }
    return render(request, "roadmap/factors_list.html", context)


@page(public=True)
def recommendations(request: ActorRequest) -> HttpResponse:
    """All recommendations, under the three main ones."""
    content = selectors.content()
    _crumbs(request, _("Recommendations"))
    groups = [
        (group, [row for row in content.recommendations if row.group == group.code])
        for group in content.groups
    ]
    context = {
        "groups": groups,
        "readers": content.readers,
        "cited": content.sources_of(content.recommendations),
    }
    return render(request, "roadmap/recommendations_list.html", context)


@page(public=True)
def reader(request: ActorRequest, reader: str) -> HttpResponse:
    """What one kind of reader can best read first, in that reader's words."""
    content = selectors.content()
    chosen = content.reader(reader)
    heading(request).crumbs = [
        (_("Knowledge"), reverse("roadmap:knowledge")),
        (_("Recommendations"), reverse("roadmap:recommendations")),
        (chosen.name, None),
    ]
    reading = [
        (content.recommendation_by_code[item["recommendation"]], item["text"])
        for item in chosen.reading
    ]
    context = {"reader": chosen, "reading": reading, "readers": content.readers}
    return render(request, "roadmap/reader_show.html", context)


def _crumbs(request: ActorRequest, here: str) -> None:
    heading(request).crumbs = [
        (_("Knowledge"), reverse("roadmap:knowledge")),
        (here, None),
    ]
