"""The conversation card: a web that prints with its table, a new card, a goal from it, and how one
felt before and after what was done."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import documents, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal
from wijknetwerk.core.templating import date_words
from wijknetwerk.networks.access import Act, network_for
from wijknetwerk.plans import paper_card
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.drawing_web import MOST, Day, web
from wijknetwerk.plans.forms.rest import BeforeAfterForm, CardForm, SideGoalForm
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import card as selectors
from wijknetwerk.plans.services import after, words
from wijknetwerk.plans.views.common import draw, hand_for, looked
from wijknetwerk.privacy.purposes import Deed


def _hand(request: ActorRequest, uuid: UUID, deed: Deed = Deed.READ) -> Hand:
    hand = hand_for(request, uuid)
    hand.require(Part.CARD, deed)
    return hand


def _url(uuid: UUID) -> str:
    return reverse("plans:card", args=[uuid])


@page(looks=Looks.PERSON, second_factor=False)
def cards(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """All cards beside each other."""
    hand = _hand(request, uuid)
    looked(hand, "plans.card_read", Part.CARD)
    found = selectors.cards(hand)
    days = [Day(date_words(one.on, weekday=False), one.marks) for one in found]
    return draw(
        request,
        "plans/card",
        hand,
        (_("Conversation card"), None),
        cards=found,
        newest=found[:MOST],
        sides=selectors.SIDES,
        drawing=web(days),
        felt=selectors.felt(hand),
        may_write=hand.plan.is_open and bool(hand.may(Part.CARD, Deed.WRITE)),
        may_goal=hand.plan.is_open and bool(hand.may(Part.GOALS, Deed.WRITE)),
    )


@page(looks=Looks.PERSON, second_factor=False)
def card_paper(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """The same on paper, with the words of each card. NotFound while there is none."""
    hand = _hand(request, uuid)
    found = selectors.cards(hand)
    if not found:
        raise NotFound
    looked(hand, "plans.card_read", Part.CARD)
    return documents.pdf(paper_card.card_paper(hand, found), _("conversation-card"))


@page()
def card_empty(request: ActorRequest, slug: str) -> HttpResponse:
    """An empty card on one A4, for the kitchen table."""
    network = network_for(request.actor, slug, to=Act.SEE)
    return documents.pdf(paper_card.empty_card(network), _("conversation-card"))


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def card_new(request: ActorRequest, uuid: UUID) -> HttpResponse:
    """A new card."""
    hand = _hand(request, uuid, Deed.WRITE)
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            words.keep_card(hand=hand, card=form.card())
            return _url(uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.card_read", Part.CARD)
    title = _("A new conversation card")
    crumbs = ((_("Conversation card"), _url(uuid)), (title, None))
    return draw(request, "plans/card_new", hand, *crumbs, form=form, title=title)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def card_goal(request: ActorRequest, uuid: UUID, card: UUID) -> HttpResponse:
    """A number becomes a goal."""
    hand = _hand(request, uuid)
    hand.require(Part.GOALS, Deed.WRITE)
    found = next((one for one in selectors.cards(hand) if one.uuid == card), None)
    if found is None:
        raise NotFound
    form = SideGoalForm(request.POST or None, sides=selectors.sides_of(found))
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            side = form.cleaned_data["side"]
            after.goal_from(hand=hand, card=card, side=side, said=form.said())
            return _url(uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.card_read", Part.CARD)
    title = _("Make this a goal")
    crumbs = ((_("Conversation card"), _url(uuid)), (title, None))
    return draw(request, "plans/form", hand, *crumbs, form=form, title=title)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM, private=True)
def felt(request: ActorRequest, uuid: UUID, need: UUID) -> HttpResponse:
    """How one felt before and after what was done for a need."""
    hand = _hand(request, uuid, Deed.WRITE)
    found = next((one for one in selectors.felt(hand) if one.need == need), None)
    if found is None:
        raise NotFound
    first = {"before": found.before, "after": found.after}
    form = BeforeAfterForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            after.mark(hand=hand, need=need, **form.cleaned_data)
            return reverse("plans:line", args=[uuid, "need", need])

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    looked(hand, "plans.card_read", Part.CARD)
    crumbs = ((_("Conversation card"), _url(uuid)), (found.text[:60], None))
    return draw(request, "plans/form", hand, *crumbs, form=form, title=found.text)
