"""Documents of a plan; each is downloaded at an address of its own, on record, never kept."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import files, once
from wijknetwerk.core.errors import DomainError, NotAllowed, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, tell
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.forms.rest import DocumentForm, ReadersForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import document as selectors
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.services import document as services
from wijknetwerk.plans.views.common import draw, hand_for, looked, told
from wijknetwerk.privacy.purposes import Deed


def _part(hand: Hand) -> Part | None:
    """The part by which this hand has the list; None for who has single documents. NotFound."""
    if hand.may(Part.DOCUMENTS):
        return Part.DOCUMENTS
    if hand.may(Part.MONEY) and hand.decides([Part.MONEY]):
        return Part.MONEY
    if any(thing.startswith("document:") for thing in hand.things):
        return None
    raise NotFound


def _url(uuid: UUID) -> str:
    return reverse("plans:documents", args=[uuid])


@page(looks=Looks.PERSON, second_factor=False)
def documents(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """Those that this reader may read."""
    hand = hand_for(request, uuid)
    part = _part(hand)
    looked(hand, "plans.documents_read", part)
    return draw(
        request,
        "plans/documents",
        hand,
        (_("Documents"), None),
        documents=selectors.shown(hand),
        may_add=part is not None and hand.plan.is_open and bool(hand.may(part, Deed.WRITE)),
    )


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def document_add(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """A document, with its readers."""
    hand = hand_for(request, uuid)
    part = _part(hand)
    if part is None:
        raise NotAllowed
    hand.require(part, Deed.WRITE)
    money = bool(hand.may(Part.MONEY, Deed.WRITE))
    able = people.readers_of(hand, part)
    form = DocumentForm(request.POST or None, request.FILES or None, people=able, money=money)
    _told(hand, form)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.add(hand=hand, sent=form.sent())
            tell(request, _("The document is in the plan."))
            return _url(uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.documents_read", part)
    title = _("Add a document")
    crumbs = ((_("Documents"), _url(uuid)), (title, None))
    return draw(request, "plans/form", hand, *crumbs, form=form, title=title)


@page(looks=Looks.PERSON, second_factor=False)
def document(request: ActorRequest, uuid: UUID, document: UUID) -> HttpResponse:
    """The file itself."""
    hand = hand_for(request, uuid)
    found = selectors.document(hand, document)
    selectors.note_download(hand, found)
    return files.answer(found.file)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def document_readers(request: ActorRequest, uuid: UUID, document: UUID) -> HttpResponse:
    """Who of the circle reads it: the resident's choice."""
    hand = hand_for(request, uuid)
    found = selectors.document(hand, document)
    if not hand.decides([found.part]):
        raise NotAllowed
    able = people.readers_of(hand, found.part)
    now = selectors.reader_places(found, able)
    form = ReadersForm(request.POST or None, people=able, initial={"readers": now})
    _told(hand, form)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            services.choose_readers(hand=hand, document=document, readers=form.chosen())
            return _url(uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.documents_read", found.part)
    title = found.title.read()
    crumbs = ((_("Documents"), _url(uuid)), (title, None))
    return draw(request, "plans/form", hand, *crumbs, form=form, title=title)


@page(methods=ACT)
def document_remove(request: ActorRequest, uuid: UUID, document: UUID) -> HttpResponse:
    """Erased, file and all."""
    hand = hand_for(request, uuid)

    def do() -> str:
        services.remove(hand=hand, document=document)
        tell(request, _("The document is erased."))
        return _url(uuid)

    return once.handle(request, do)


def _told(hand: Hand, form: ReadersForm) -> None:
    if hand.is_resident:
        told(form, readers=_("Only people who may see documents stand here."))
