"""Practice examples: what others did, one by one and beside each other. Everybody may read them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.core.shell import heading
from wijknetwerk.library import practice_paper
from wijknetwerk.library.forms.practice import CHOSEN, OWN, CompareForm
from wijknetwerk.library.practice_content import Example, Lesson, practice
from wijknetwerk.library.selectors import tools
from wijknetwerk.library.selectors.practice import SideBySide, side_by_side
from wijknetwerk.library.selectors.practice_own import own_network


@page(public=True)
def examples(request: ActorRequest) -> HttpResponse:
    """All of them: five networks in full, and short lessons."""
    content = practice()
    form = CompareForm(None, examples=content.examples, standings=request.actor.standings)
    _crumbs(request, _("Practice examples"))
    return render(request, "library/practice_list.html", {"content": content, "form": form})


@page(public=True)
def example(request: ActorRequest, code: str) -> HttpResponse:
    """One network in all fields, or one lesson."""
    content = practice()
    found = content.example(code)
    if found is not None:
        return _network(request, found)
    lesson = content.lesson(code)
    if lesson is None:
        raise NotFound
    return _lesson(request, lesson)


@page(public=True)
def compare(request: ActorRequest) -> HttpResponse:
    """Two to five beside each other, with one's own network; without a choice it asks for one."""
    form, shown = _chosen(request)
    _crumbs(request, _("Beside each other"), deep=True)
    query = request.GET.urlencode()
    context = {"form": form, "shown": shown, "content": practice(), "query": query}
    return render(request, "library/practice_compare.html", context)


@page(public=True)
def compare_print(request: ActorRequest) -> HttpResponse:
    """The same as a table on paper."""
    _form, shown = _chosen(request)
    if shown is None:
        raise NotFound
    paper = practice_paper.comparison(practice(), shown)
    return documents.pdf(paper, "praktijkvoorbeelden")


def _chosen(request: ActorRequest) -> tuple[CompareForm, SideBySide | None]:
    content = practice()
    form = CompareForm(
        request.GET if CHOSEN in request.GET or OWN in request.GET else None,
        examples=content.examples,
        standings=request.actor.standings,
    )
    if not form.is_valid():
        return form, None
    slug = form.cleaned_data.get(OWN, "")
    own = own_network(request.actor, slug) if slug else None
    return form, side_by_side(content, form.cleaned_data[CHOSEN], own)


def _network(request: ActorRequest, found: Example) -> HttpResponse:
    content = practice()
    _crumbs(request, found.name, deep=True)
    cited = content.sources_of(cell.cite for cell in found.cells.values())
    others = [row for row in content.examples if row.code != found.code]
    context = {"example": found, "content": content, "cited": cited, "others": others}
    return render(request, "library/practice_show.html", context)


def _lesson(request: ActorRequest, lesson: Lesson) -> HttpResponse:
    _crumbs(request, lesson.name, deep=True)
    cited = practice().sources_of([lesson.cite])
    context = {"lesson": lesson, "cited": cited, "tools": tools.coded(lesson.tools)}
    return render(request, "library/practice_lesson.html", context)


def _crumbs(request: ActorRequest, here: str, *, deep: bool = False) -> None:
    between = [(_("Practice examples"), reverse("library:practice_examples"))] if deep else []
    heading(request).crumbs = [
        (_("Knowledge"), reverse("roadmap:knowledge")),
        *between,
        (here, None),
    ]
