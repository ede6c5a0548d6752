"""Writing down for somebody, the slip for them, and the statements of a group conversation."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once, pdf
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.registries import linked, links
from wijknetwerk.core.screens import tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.core.templating import date_words, phone_words
from wijknetwerk.networks import access as networks
from wijknetwerk.networks import access_desk
from wijknetwerk.networks.access import Act
from wijknetwerk.voices import access
from wijknetwerk.voices.errors import NoYes
from wijknetwerk.voices.forms.stories import NoteForm, TalkForm
from wijknetwerk.voices.services import stories as services
from wijknetwerk.voices.views.showing import add_refusal, show

SLIP = Path(__file__).resolve().parent.parent / "letters" / "slip.typ"


@page(methods=FORM, private=True)
def note(request: ActorRequest, slug: str) -> HttpResponse:
    """Write down what somebody tells; `lid` is a member for whom the desk notes."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    member = _member(request, network)
    posted = request.POST if request.method == "POST" else None
    files = request.FILES if posted is not None else None
    form = NoteForm(posted, files, member=member.uuid if member else None)
    if posted is not None and form.is_valid():

        def act() -> str:
            made = services.note_down(
                actor=request.actor, network=network, told=form.told(), teller=form.teller()
            )
            return reverse("voices:noted", args=[slug, made.uuid])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    name = member.person.name if member else ""
    crumbs: list[Crumb] = [(_("Write down for somebody"), None)]
    return show(request, "note", network, crumbs, form=form, name=name)


def _member(request: ActorRequest, network: Any) -> Any:
    """The member for whom the desk notes. NoMandate when they didn't say yes to that."""
    if not (asked := request.GET.get("lid", "")):
        return None
    try:
        found = access_desk.member_of_desk(request.actor, network, UUID(asked))
    except ValueError:
        raise NotFound from None
    if access_desk.running_mandate(found) is None:
        raise access_desk.NoMandate
    return found


@page(methods=FORM)
def noted(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Written down. A code for who told it: on paper, or to write on a note by hand."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    with access.own_story(request.actor, uuid) as found:
        told_on = found.told_on
        if not access.wrote_down(request.actor, found):
            raise NotFound
    code = ""
    if request.method == "POST":
        code = services.make_slip(actor=request.actor, story=uuid)
        if request.POST.get("act") == "paper":
            return _paper(network, code, date_words(told_on, weekday=False))
    crumbs: list[Crumb] = [(_("Written down"), None)]
    return show(request, "noted", network, crumbs, uuid=uuid, code=code)


def _paper(network: Any, code: str, told_on: str) -> HttpResponse:
    phone = phone_words(network.phone or settings.HELP_PHONE)
    page_url = f"{settings.SITE_URL}{reverse('voices:slip')}".split("//", 1)[-1]
    words = {
        "title": _("What you told us is yours"),
        "network": network.name,
        "opening": _("On %(day)s you told us something. We wrote it down.") % {"day": told_on},
        "said": _("Do you want it back, or should fewer people read it? That is always fine."),
        "ways_title": _("This is how"),
        "ways": [
            *([_("Call us: %(phone)s. Say your code.") % {"phone": phone}] if phone else []),
            _("Or go to %(page)s and type your code.") % {"page": page_url},
        ],
        "code_title": _("Your code"),
        "code": code,
        "after": _("You needn't say why. Keep this slip."),
    }
    paper = pdf.render(SLIP, words, language=get_language() or "nl")
    return documents.pdf(paper, "uw-verhaal")


@page(methods=FORM, private=True)
def talk(request: ActorRequest, slug: str) -> HttpResponse:
    """Short statements of one conversation, also of an event (`van`: its kind and uuid)."""
    network = networks.network_for(request.actor, slug, to=Act.SEE)
    came_from = _came_from(request)
    form = TalkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            if not form.cleaned_data["said_yes"]:
                raise NoYes
            thing = came_from[0] if came_from else None
            made = services.note_talk(
                actor=request.actor, network=network, lines=form.lines(), came_from=thing
            )
            tell(request, _("Written down. Statements: %(num)s.") % {"num": len(made)})
            return reverse("voices:stories", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [(_("A group conversation"), None)]
    link = came_from[1] if came_from else None
    return show(request, "talk", network, crumbs, form=form, came_from=link)


def _came_from(request: ActorRequest) -> Any:
    """The thing that the address names, when there is such a thing and the actor may see it."""
    kind, _colon, text = request.GET.get("van", "").partition(":")
    if links.get(kind) is None:
        return None
    try:
        thing = (kind, UUID(text))
    except ValueError:
        return None
    found = linked(request.actor, [thing]).get(thing)
    return (thing, found) if found else None
