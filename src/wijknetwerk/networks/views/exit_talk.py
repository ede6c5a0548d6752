"""The exit talk: a question a screen; all answers and the lessons beside each other."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.core.shell import Crumb, heading
from wijknetwerk.networks import access
from wijknetwerk.networks import exit_talk as content
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.forms.ending import ExitForm, NoteForm
from wijknetwerk.networks.selectors import ending as selectors
from wijknetwerk.networks.services import exit_talk as services
from wijknetwerk.networks.services import going_on
from wijknetwerk.networks.views.ending import to_ending
from wijknetwerk.networks.views.stop_steps import stopping


@page()
def exit_talk(request: ActorRequest, slug: str) -> HttpResponse:
    """What was answered so far, and what was learned."""
    network, stop = stopping(request, slug, to=Act.SEE)
    return show(
        request,
        "networks/exit_talk",
        network,
        [to_ending(slug), (_("Exit talk"), None)],
        stop=stop,
        answers=selectors.answers_of(stop),
        first=content.questions()[0].code,
        may_end=access.allows(request.actor, Act.END_NETWORK, network),
    )


@page(methods=FORM)
def exit_question(request: ActorRequest, slug: str, question: str) -> HttpResponse:
    """One question, and my own answer."""
    network, stop = stopping(request, slug, to=Act.SEE)
    asked, number, after = _place(question)
    mine = selectors.my_answer(stop, request.actor, question)
    named = mine.named if mine else selectors.names_me_before(stop, request.actor)
    initial = {"text": mine.text if mine else "", "named": "yes" if named else "no"}
    form = ExitForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.answer(
                actor=request.actor,
                slug=slug,
                question=question,
                text=form.cleaned_data["text"],
                named=form.cleaned_data["named"] == "yes",
            )
            if after:
                return reverse("networks:exit_question", args=[slug, after])
            tell(request, _("Thank you. What we learn from it stays."))
            return reverse("networks:exit_talk", args=[slug])

        return once.handle(request, act)
    return show(
        request,
        "networks/exit_question",
        network,
        [to_ending(slug), _to_talk(slug), (_("Your answer"), None)],
        form=form,
        asked=asked,
        number=number,
        total=len(content.questions()),
        after=after,
    )


@page(methods=FORM)
def exit_note(request: ActorRequest, slug: str, question: str) -> HttpResponse:
    """A leader notes what was said at a talk."""
    network, _stop = stopping(request, slug, to=Act.END_NETWORK)
    asked, _number, _after = _place(question)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.note(
                actor=request.actor, slug=slug, question=question, text=form.cleaned_data["text"]
            )
            return reverse("networks:exit_talk", args=[slug])

        return once.handle(request, act)
    crumbs: list[Crumb] = [to_ending(slug), _to_talk(slug), (_("Note down"), None)]
    return show(request, "networks/exit_note", network, crumbs, form=form, asked=asked)


@page(public=True)
def stopped_lessons(request: ActorRequest) -> HttpResponse:
    """What stopped networks learned and share, for everybody."""
    heading(request).crumbs = [
        (_("Knowledge"), address("roadmap:knowledge")),
        (_("What stopped networks learned"), None),
    ]
    return render(request, "networks/stopped_lessons.html", {"learned": selectors.learned()})


@page(methods=FORM)
def goes_on(request: ActorRequest, slug: str) -> HttpResponse:
    """Say that this network goes on where an older one stopped."""
    network = access.network_for(request.actor, slug, to=Act.EDIT_NETWORK)
    known = selectors.stopped_that_i_knew(request.actor)
    if request.method == "POST":
        chosen = {str(old.uuid): old.uuid for old in known}.get(request.POST.get("old", ""))

        def act() -> str:
            going_on.go_on_from(actor=request.actor, slug=slug, old=chosen)
            tell(request, _("Saved."))
            return reverse("networks:settings", args=[slug])

        return once.handle(request, act)
    crumbs: list[Crumb] = [(_("Goes on with an older network"), None)]
    return show(request, "networks/goes_on", network, crumbs, known=known)


def _place(question: str) -> tuple[content.Question, int, str]:
    """The question, its number, and the code of the next one. NotFound for an unknown one."""
    codes = [one.code for one in content.questions()]
    asked = content.question(question)
    if asked is None:
        raise NotFound
    at = codes.index(question)
    return asked, at + 1, codes[at + 1] if at + 1 < len(codes) else ""


def _to_talk(slug: str) -> Crumb:
    return (_("Exit talk"), reverse("networks:exit_talk", args=[slug]))
