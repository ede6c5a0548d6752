"""The desk of who writes: what is being written, one text with what may be done, and its form."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.library import access
from wijknetwerk.library.access import Desk
from wijknetwerk.library.forms.texts import WhyForm
from wijknetwerk.library.selectors import desk as selectors
from wijknetwerk.library.services import moving
from wijknetwerk.library.views.common import show
from wijknetwerk.library.views.saving import TextEditor

KINDS = {"nieuws": "news", "hulpmiddel": "tool", "vraag": "question"}


def crumb(desk: Desk) -> Crumb:
    """The way back to the desk."""
    if desk.slug is None:
        return (_("Write"), reverse("library:platform_texts"))
    return (_("Write"), reverse("library:texts", args=[desk.slug]))


@page()
def texts(request: ActorRequest, slug: str | None = None) -> HttpResponse:
    """What is being written here, and what waits for a look."""
    desk = access.desk_for(request.actor, slug)
    found = selectors.desk_page(request.actor, desk)
    return show(request, "texts_list", desk.network, [(_("Write"), None)], desk=desk, found=found)


@page(methods=FORM)
def text_new(request: ActorRequest, kind: str, slug: str | None = None) -> HttpResponse:
    """Begin a text; of a tool also as an own version, or as a translation."""
    desk = access.desk_for(request.actor, slug)
    if kind not in KINDS:
        raise NotFound
    if not access.may_write(request.actor, desk, KINDS[kind]):
        raise NotAllowed
    return TextEditor.beginning(request, desk, KINDS[kind], crumb(desk)).answer()


@page(methods=FORM)
def text_edit(request: ActorRequest, uuid: UUID, slug: str | None = None) -> HttpResponse:
    """Change what is being written, or write the next version of what is published."""
    desk = access.desk_for(request.actor, slug)
    return TextEditor.changing(request, desk, uuid, crumb(desk)).answer()


@page(methods=FORM)
def text(request: ActorRequest, uuid: UUID, slug: str | None = None) -> HttpResponse:
    """A text as readers will see it, its state, and what may be done with it now."""
    desk = access.desk_for(request.actor, slug)
    move = request.POST.get("move", "")
    form = WhyForm(request.POST, move=move) if request.method == "POST" else WhyForm()
    status = 200
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            _do(request, desk, uuid, move, form.cleaned_data["why"])
            return selectors.text_url(desk, uuid)

        try:
            return once.handle(request, act)
        except (NotAllowed, NotFound):
            raise
        except DomainError as error:
            add_refusal(form, error)
            status = error.status if error.status != 400 else 200
    card = selectors.text_page(request.actor, desk, uuid)
    crumbs = [crumb(desk), (card.reading.title, None)]
    return show(
        request, "text_show", desk.network, crumbs, status=status, desk=desk, text=card, form=form
    )


def _do(request: ActorRequest, desk: Desk, uuid: UUID, move: str, why: str) -> None:
    act = moving.MOVES_OF_A_FORM.get(move)
    if act is None:
        raise NotFound
    extra: dict[str, Any] = {}
    if move in ("send_back", "take_down"):
        extra["why"] = why
    if move == "publish":
        edition = request.POST.get("edition", "")
        extra["read_edition"] = int(edition) if edition.isdecimal() and len(edition) < 9 else 0
    done = act(actor=request.actor, network=desk.network, page=uuid, **extra)
    tell(request, _said(move, own_look=done.own_look))


def _said(move: str, *, own_look: bool) -> str:
    if move == "publish" and own_look:
        return _("Published. Nobody else could look, so ask somebody to read it.")
    words = {
        "send": _("Sent. Somebody looks at it before others can read it."),
        "take_back": _("You can go on writing."),
        "send_back": _("Sent back. The writer reads your words."),
        "publish": _("Published."),
        "take_down": _("Taken away. Nobody reads it now; it is kept here."),
        "put_away": _("You stopped with this text."),
    }
    return words[move]
