"""Polls: asking, answering here, by link and on paper, and what came of it."""

from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, documents, limits, once, pdf
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access, access_polls
from wijknetwerk.voices.forms.polls import AnswerForm, AskForm, PaperForm
from wijknetwerk.voices.selectors import polls as read
from wijknetwerk.voices.services import polls as services
from wijknetwerk.voices.views.showing import add_refusal, show

COOKIE = "wijknetwerk.voices.poll"  # "this browser answered": not what, and not who
PAPER = Path(__file__).resolve().parent.parent / "letters" / "poll.typ"


def crumb(slug: str) -> Crumb:
    """The way back to all polls."""
    return (_("Polls"), reverse("voices:polls", args=[slug]))


@page()
def polls(request: ActorRequest, slug: str) -> HttpResponse:
    """All polls."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    crumbs: list[Crumb] = [(_("Polls"), None)]
    looks_after = access.looks_after_voices(request.actor, network)
    found = read.polls_of(network)
    return show(request, "polls", network, crumbs, polls=found, looks_after=looks_after)


@page(methods=FORM)
def poll_new(request: ActorRequest, slug: str) -> HttpResponse:
    """Ask a poll."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    access.require_looking_after(request.actor, network)
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = services.ask(actor=request.actor, network=network, **form.cleaned_data)
            tell(request, _("The poll is open. Make a link, or print it on paper."))
            return reverse("voices:poll", args=[slug, made.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [crumb(slug), (_("A new poll"), None)]
    return show(request, "poll_new", network, crumbs, form=form)


@page(methods=FORM)
def poll(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One poll: answer it; after the last day what came of it. `act=link` makes a link, which
    can't be read back later."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access_polls.poll_for(request.actor, network, uuid)
    link = ""
    posted = request.POST if request.method == "POST" else None
    form = AnswerForm(posted, choices=found.choices, several=found.several)
    if posted is not None and posted.get("act") == "link":
        secret = services.make_link(actor=request.actor, network=network, poll=uuid)
        link = f"{settings.SITE_URL}{reverse('voices:poll_link', args=[secret])}"
        form = AnswerForm(choices=found.choices, several=found.several)
    elif posted is not None and form.is_valid():

        def act() -> str:
            services.answer(actor=request.actor, network=network, poll=uuid, said=form.said())
            tell(request, _("Thank you for your answer."))
            return reverse("voices:poll", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    shown = read.poll_page(request.actor, found)
    crumbs = [crumb(slug), (found.question, None)]
    looks_after = access.looks_after_voices(request.actor, network)
    context = {"form": form, "shown": shown, "looks_after": looks_after, "link": link}
    return show(request, "poll", network, crumbs, **context)


@page(methods=FORM)
def poll_paper(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Type in a pile of forms on paper."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    access.require_looking_after(request.actor, network)
    found = access_polls.poll_for(request.actor, network, uuid)
    form = PaperForm(request.POST if request.method == "POST" else None, choices=found.choices)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.note_paper(
                actor=request.actor,
                network=network,
                poll=uuid,
                forms=form.cleaned_data["forms_given"],
                counts=form.counts(),
                words=form.cleaned_data["words"],
            )
            tell(request, _("Added. Throw the forms away now."))
            return reverse("voices:poll", args=[slug, uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    back = reverse("voices:poll", args=[slug, uuid])
    crumbs = [crumb(slug), (found.question, back), (_("Forms on paper"), None)]
    return show(request, "poll_paper", network, crumbs, form=form, back=back)


@page()
def poll_sheet(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The form on paper: two on a sheet."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    found = access_polls.poll_for(request.actor, network, uuid)
    phone = phone_words(network.phone or settings.HELP_PHONE)
    words = {
        "title": found.question,
        "network": network.name,
        "how": _("You may choose more than one.") if found.several else _("Choose one answer."),
        "choices": list(found.choices),
        "own": _("In your own words (write no names):"),
        "until": _("Give it back before %(day)s.") % {"day": date_words(found.closes_on)},
        "phone": _("Questions? Call %(phone)s.") % {"phone": phone} if phone else "",
    }
    paper = pdf.render(PAPER, words, language=get_language() or "nl")
    return documents.pdf(paper, "peiling")


@page(public=True, methods=FORM)
def poll_link(request: ActorRequest, secret: str) -> HttpResponse:
    """Answer with a link, without signing in: once in each browser, and so often an hour from one
    home. A look changes nothing."""
    with access_polls.poll_behind(secret, address=request.actor.address) as found:
        poll, question, network = found, found.question, found.network.name
        posted = request.POST if request.method == "POST" else None
        form = AnswerForm(posted, choices=found.choices, several=found.several)
    cookie = f"wn_poll_{poll.uuid.hex}"
    if request.get_signed_cookie(cookie, default="", salt=COOKIE) == "answered":
        if posted is not None:
            return redirect("voices:poll_thanks")
        return render(request, "voices/poll_answered.html", {"question": question})
    if posted is not None and form.is_valid():

        def act() -> str:
            services.answer_by_link(actor=request.actor, secret=secret, said=form.said())
            return reverse("voices:poll_thanks")

        try:
            access_polls.count_visitor(poll, request.actor.address)
            answer = once.handle(request, act)
            lasts = (poll.closes_on - clock.today()).days + 1
            answer.set_signed_cookie(
                cookie,
                "answered",
                salt=COOKIE,
                max_age=lasts * limits.DAY,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
            return answer
        except DomainError as error:
            add_refusal(form, error)
    context = {"form": form, "question": question, "name": network, "once_id": once.new()}
    return render(request, "voices/poll_link.html", context)


@page(public=True)
def poll_thanks(request: ActorRequest) -> HttpResponse:
    """After answering with a link."""
    return render(request, "voices/poll_thanks.html")
