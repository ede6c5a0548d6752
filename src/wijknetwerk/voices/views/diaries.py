"""Diaries: one's own and those that one keeps, their days, the sheet, and sharing a part."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, log, once, pdf
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.networks import access as networks
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access_diaries as access
from wijknetwerk.voices import diary_questions
from wijknetwerk.voices.forms.diaries import BeginForm, DayForm, ShareForm
from wijknetwerk.voices.selectors import diaries as read
from wijknetwerk.voices.services import diaries as services
from wijknetwerk.voices.views.showing import add_refusal, show

SHEET = Path(__file__).resolve().parent.parent / "letters" / "diary.typ"


def crumb(slug: str) -> Crumb:
    """The way back to the diaries."""
    return (_("Diary"), reverse("voices:diaries", args=[slug]))


def at(slug: str, diary: UUID) -> str:
    """The address of a diary."""
    return reverse("voices:diary", args=[slug, diary])


@page(methods=FORM)
def diaries(request: ActorRequest, slug: str) -> HttpResponse:
    """One's own diary, to begin or go on with, and those that one keeps."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    if request.method == "POST":

        def act() -> str:
            return at(slug, services.begin_own(actor=request.actor, network=network).uuid)

        return once.handle(request, act)
    found = read.diaries_of(request.actor, network)
    own = [card for card in found if card.own]
    kept = [card for card in found if not card.own]
    runs = any(card.ended_on is None for card in own)
    crumbs: list[Crumb] = [(_("Diary"), None)]
    return show(request, "diaries", network, crumbs, own=own, kept=kept, runs=runs)


@page(methods=FORM)
def diary_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Begin a diary for somebody; `lid` is a member for whom the desk notes."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    member = _member(request, network)
    form = BeginForm(request.POST if request.method == "POST" else None)
    if member is not None:
        form.for_member()
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            teller = form.teller(member.uuid if member else None)
            made = services.begin_for(actor=request.actor, network=network, teller=teller)
            name = "voices:diary_note" if member else "voices:diary"
            return reverse(name, args=[slug, made.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    name = member.person.name if member else ""
    crumbs = [crumb(slug), (_("A diary for somebody"), None)]
    return show(request, "diary_new", network, crumbs, form=form, name=name)


def _member(request: ActorRequest, network: Any) -> Any:
    if not (asked := request.GET.get("lid", "")):
        return None
    try:
        return access_desk.member_of_desk(request.actor, network, UUID(asked))
    except ValueError:
        raise NotFound from None


@page(methods=FORM, private=True)
def diary(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One diary: write a day, and read what one may read of it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.diary_for(request.actor, network, uuid)
    form = DayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.add(actor=request.actor, network=network, diary=uuid, day=form.day())
            tell(request, _("Written down."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    if not access.is_tellers(request.actor, found):
        client = found.person.uuid if found.person else None
        log.look(request.actor, "voices.diary_read", found, client=client)
    shown = read.diary_page(request.actor, found)
    form.fields["question"].initial = shown.question
    title = _("My diary") if shown.card.own else _("Diary of %(name)s") % {"name": shown.card.name}
    crumbs = [crumb(slug), (title, None)]
    return show(request, "diary", network, crumbs, shown=shown, form=form, title=title)


@page(methods=FORM, private=True, looks=Looks.PERSON)
def diary_note(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The desk adds a day to the diary of a member, and reads nothing of it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.diary_to_add_to(request.actor, network, uuid)
    networks.require(request.actor, Act.NOTE_FOR, network)
    form = DayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.add(actor=request.actor, network=network, diary=uuid, day=form.day())
            tell(request, _("Written down."))
            return reverse("voices:diary_note", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    client = found.person.uuid if found.person else None
    log.look(request.actor, "voices.diary_read", found, client=client)
    question = read.question_of_the_week(found)
    form.fields["question"].initial = question
    name = found.person.name if found.person else ""
    title = _("Diary of %(name)s") % {"name": name}
    crumbs: list[Crumb] = [(title, None)]
    context = {"form": form, "title": title, "question": question}
    return show(request, "diary_note", network, crumbs, **context)


@page()
def diary_sheet(request: ActorRequest, slug: str) -> HttpResponse:
    """Sheets to fill in by hand: one question a week, with lines."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    words = {
        "title": _("My diary"),
        "network": network.name,
        "opening": _("One question a week. Write as you talk. This is yours alone."),
        "week": _("Week"),
        "day": _("Day"),
        "questions": diary_questions.questions(),
        "closing": _("Do you want to share something of it? You choose what, and with whom."),
    }
    paper = pdf.render(SHEET, words, language=get_language() or "nl")
    return documents.pdf(paper, "dagboek")


@page(methods=FORM, private=True)
def diary_share(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Share a part of one day as a story."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    entry = access.entry_for(request.actor, network, uuid)
    own = access.is_tellers(request.actor, entry.diary)
    form = ShareForm(
        request.POST if request.method == "POST" else None, initial={"words": entry.words.read()}
    )
    if own:
        form.by_teller()
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            story = services.share(
                actor=request.actor,
                network=network,
                entry=uuid,
                told=form.told(),
                teller=form.teller(),
            )
            tell(request, _("Shared. The rest of the diary stays private."))
            return reverse("voices:story", args=[slug, story.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    if not own:
        client = entry.diary.person.uuid if entry.diary.person else None
        log.look(request.actor, "voices.diary_read", entry.diary, client=client)
    crumbs = [crumb(slug), (_("Share a part"), None)]
    back = at(slug, entry.diary.uuid)
    return show(request, "diary_share", network, crumbs, form=form, back=back, own=own)


@page(methods=FORM)
def diary_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """End a diary and keep it, or erase it."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access.diary_for(request.actor, network, uuid)
    if request.method == "POST":

        def act() -> str:
            erase = request.POST.get("act") == "erase"
            services.end(actor=request.actor, network=network, diary=uuid, erase=erase)
            tell(request, _("The diary is erased.") if erase else _("The diary is ended."))
            return reverse("voices:diaries", args=[slug])

        return once.handle(request, act)
    crumbs = [crumb(slug), (_("End the diary"), None)]
    return show(request, "diary_end", network, crumbs, diary=found)
