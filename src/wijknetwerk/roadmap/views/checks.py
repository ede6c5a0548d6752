"""Questions that several parties answer separately and then compare."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.shell import heading
from wijknetwerk.networks.people import members_now
from wijknetwerk.roadmap import access, check_words, paper_check, selectors, services
from wijknetwerk.roadmap.forms_check import AnswerForm, AskForm, CloseForm

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@page()
def checks(request: ActorRequest, slug: str) -> HttpResponse:
    """Both lists of questions, with the rounds of each."""
    network = access.route_for(request.actor, slug)
    standing = request.actor.standing_in(network.pk)
    rounds = selectors.rounds_of(network, standing.membership_id if standing else None)
    _crumbs(request, slug, _("Questions to ourselves"))
    lists = [
        (words, [line for line in rounds if line.kind == words.kind])
        for words in check_words.lists()
    ]
    context = {
        "network": network,
        "lists": lists,
        "may_lead": access.may_lead_checks(request.actor, network),
    }
    return render(request, "roadmap/checks_list.html", context)


@page(methods=FORM)
def check_open(request: ActorRequest, slug: str, kind: str) -> HttpResponse:
    """Ask a list of questions: of everybody, or of some."""
    network = access.route_for(request.actor, slug)
    words = check_words.list_of(kind)
    if words is None:
        raise NotFound
    access.check_lead(request.actor, network)
    form = AskForm(
        request.POST if request.method == "POST" else None, members=members_now(network.pk)
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            opened = services.open_round(
                actor=request.actor, network=network, kind=kind, asked=form.asked()
            )
            messages.success(request, _("The questions are asked. They wait on everybody's Today."))
            return reverse("roadmap:check", args=[slug, opened.uuid])

        try:
            return once.handle(request, act)
        except InvalidInput as error:
            form.add_error(None, str(error))
    _crumbs(request, slug, words.title, deep=True)
    context = {"network": network, "words": words, "form": form, "once_id": once.new()}
    return render(request, "roadmap/check_open.html", context)


@page()
def check(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """A round: the answers beside each other, for who answered and when it is closed."""
    network = access.route_for(request.actor, slug)
    asked = access.round_for(request.actor, network, uuid)
    words = check_words.of(asked.kind)
    before_id = access.round_before(asked)
    both = selectors.sheets_of(network, asked.pk, before_id)
    sheets = [sheet for sheet in both if sheet.round_id == asked.pk]
    before = [sheet for sheet in both if sheet.round_id == before_id]
    standing = request.actor.standing_in(network.pk)
    mine = [s for s in sheets if standing and s.membership_id == standing.membership_id]
    may_read = access.may_read_answers(asked, answered=any(s.answered_at for s in mine))
    _crumbs(request, slug, words.title, deep=True)
    context = {
        "network": network,
        "words": words,
        "asked": asked,
        "mine": mine[0] if mine else None,
        "answered": [sheet for sheet in sheets if sheet.answered_at],
        "awaited": [sheet for sheet in sheets if sheet.is_awaited],
        "comparison": selectors.compare(asked, sheets, before) if may_read else None,
        "may_lead": access.may_lead_checks(request.actor, network),
        "may_note": access.may_note(request.actor, network),
    }
    return render(request, "roadmap/check_show.html", context)


@page(methods=FORM)
def check_answer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One's own sheet: all questions on one page."""
    return _answer(request, slug, uuid, None)


@page(methods=FORM, looks=Looks.PERSON)
def check_note(request: ActorRequest, slug: str, uuid: UUID, member: UUID) -> HttpResponse:
    """The sheet of a member who tells the answers by phone or hands them in on paper."""
    return _answer(request, slug, uuid, member)


def _answer(request: ActorRequest, slug: str, uuid: UUID, member: UUID | None) -> HttpResponse:
    network = access.route_for(request.actor, slug)
    asked = access.round_for(request.actor, network, uuid)
    who = access.answerer(request.actor, network, for_member=member)
    here = reverse("roadmap:check", args=[slug, uuid])
    if request.method != "POST" and asked.closed_on is not None:
        return redirect(here)
    sheet = selectors.own_sheet(network, asked.pk, who.membership_id)
    if sheet is not None:
        access.check_note_on(who, answered=bool(sheet.answered_at), noted=bool(sheet.noted_by))
    options: dict[str, Any] = {
        "questions": selectors.content().questions_in(asked.kind),
        "voices": who.voices,
        "party": access.party_of(who),
    }
    if request.method != "POST":
        form = AnswerForm.showing(sheet, **options)
        return _answer_page(request, network, asked, who, form)
    form = AnswerForm(request.POST, **options)
    if not form.is_valid():
        return _answer_page(request, network, asked, who, form)

    def act() -> str:
        services.answer(
            actor=request.actor,
            network=network,
            round_uuid=uuid,
            answers=form.answers(),
            for_member=who.membership_uuid,
        )
        messages.success(request, _("Thank you. The answers are saved."))
        return here

    try:
        return once.handle(request, act)
    except services.RoundClosed as error:
        messages.error(request, str(error))
        return _answer_page(request, network, asked, who, form, closed=True, status=409)
    except Stale:
        theirs = selectors.own_sheet(network, asked.pk, who.membership_id)
        mine = request.POST.copy()
        mine["number"] = str(theirs.number if theirs else 0)
        form = AnswerForm(mine, **options)
        return _answer_page(request, network, asked, who, form, theirs=theirs, status=409)


def _answer_page(
    request: ActorRequest,
    network: "Network",
    asked: Any,
    who: access.Answerer,
    form: AnswerForm,
    *,
    theirs: selectors.Sheet | None = None,
    closed: bool = False,
    status: int = 200,
) -> HttpResponse:
    if who.noting is not None:  # what was noted before stands on the page
        log.look(request.actor, "networks.desk_person_looked_at", asked, client=who.person_uuid)
    words = check_words.of(asked.kind)
    _crumbs(request, network.slug, words.title, deep=True)
    questions = {question.code: question for question in form.questions}
    context = {
        "network": network,
        "words": words,
        "asked": asked,
        "who": who,
        "form": form,
        "groups": [(title, form.parts(code)) for code, title in words.groups],
        "theirs": _told(theirs, questions) if theirs else None,
        "closed": closed,
        "once_id": once.new(),
    }
    return render(request, "roadmap/check_answer.html", context, status=status)


def _told(sheet: selectors.Sheet, questions: dict[str, Any]) -> list[tuple[str, str]]:
    """A sheet in words, for who saved at the same moment."""
    return [
        (questions[code].text, f"{given.words}. {given.note}" if given.note else given.words)
        for code, given in sheet.given.items()
        if code in questions
    ]


@page(methods=FORM)
def check_close(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Close a round with what was decided."""
    network = access.route_for(request.actor, slug)
    asked = access.round_for(request.actor, network, uuid)
    access.check_lead(request.actor, network)
    here = reverse("roadmap:check", args=[slug, uuid])
    form, status = CloseForm(request.POST if request.method == "POST" else None), 200
    if request.method != "POST" and asked.closed_on is not None:
        return redirect(here)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.close_round(
                actor=request.actor, network=network, round_uuid=uuid, closing=form.closing()
            )
            messages.success(request, _("Closed. Everybody can read the answers and the decision."))
            return here

        try:
            return once.handle(request, act)
        except InvalidInput as error:
            form.add_error("look_again_on", str(error))
        except Stale:
            asked, status = access.round_for(request.actor, network, uuid), 409
    words = check_words.of(asked.kind)
    _crumbs(request, slug, words.title, deep=True)
    awaited = [s for s in selectors.sheets_of(network, asked.pk) if s.is_awaited]
    context = {
        "network": network,
        "words": words,
        "asked": asked,
        "awaited": awaited,
        "form": form,
        "theirs": status == 409,
        "once_id": once.new(),
    }
    return render(request, "roadmap/check_close.html", context, status=status)


@page(looks=Looks.LIST, second_factor=False)
def check_print(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The questions on paper, to fill in with a pen; nobody's answers. Noted like all paper."""
    network = access.route_for(request.actor, slug)
    asked = access.round_for(request.actor, network, uuid)
    log.look(request.actor, "roadmap.check_printed", asked, count=0)
    sheet = paper_check.answer_sheet(
        network.name,
        check_words.of(asked.kind),
        selectors.content().questions_in(asked.kind),
        asked_on=asked.opened_on,
    )
    return documents.pdf(sheet, f"vragen-{network.slug}")


def _crumbs(request: ActorRequest, slug: str, here: str, *, deep: bool = False) -> None:
    more = [(_("Questions to ourselves"), reverse("roadmap:checks", args=[slug]))] if deep else []
    heading(request).crumbs = [
        (_("Our route"), reverse("roadmap:route", args=[slug])),
        *more,
        (here, None),
    ]
