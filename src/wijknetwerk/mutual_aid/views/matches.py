"""Two neighbours who come together: the page for the desk and for each side, and each act."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access import DO, SIDES, Hand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.forms.matches import AskForm, EndForm, MeetForm
from wijknetwerk.mutual_aid.selectors import matches as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_steps
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

# The acts that are one press, by the word in the address; what is told when it is done.
PRESSED: dict[str, tuple[str, str | Promise]] = {
    "graag": ("helper_yes", gettext_lazy("Thank you. Now we ask whether they like it too.")),
    "niet-nu": ("helper_no", gettext_lazy("That is fine. Thank you for your answer.")),
    "liever-niet": ("asker_no", gettext_lazy("That is fine. We look for somebody else.")),
    "begonnen": ("begin", gettext_lazy("Good. In some weeks we ask how it goes.")),
    "stoppen": ("stop", gettext_lazy("It has stopped. Nobody asks why.")),
    "intrekken": ("withdraw", gettext_lazy("This goes no further.")),
}


def at(slug: str, uuid: UUID) -> str:
    """The address of the page about two neighbours."""
    return reverse("mutual_aid:match", args=[slug, uuid])


def _hand(request: ActorRequest, slug: str, uuid: UUID) -> tuple["Network", Hand]:
    network = network_for(request.actor, slug, to=Act.SEE)
    return network, access.hand_for(request.actor, network, uuid)


@page(looks=Looks.PERSON, second_factor=False)
def match(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """How far these two have come, and what comes next."""
    network, hand = _hand(request, slug, uuid)
    found = hand.match
    seen = (found.request.asker, found.offer.helper)
    for client in {client_of(row) for row in seen}:
        log.look(request.actor, "mutual_aid.match_looked_at", found, client=client)
    card = selectors.match_page(hand)
    crumbs = [(_("Help"), reverse("mutual_aid:help", args=[slug])), (_("Who helps"), None)]
    return show(request, "mutual_aid/match_show", network, crumbs, card=card, match=found)


@page(methods=ACT)
def match_press(request: ActorRequest, slug: str, uuid: UUID, act: str) -> HttpResponse:
    """An act that is one press."""
    network, hand = _hand(request, slug, uuid)
    if act not in PRESSED:
        raise NotFound
    what, told = PRESSED[act]

    def do() -> str:
        try:
            match_steps.step(hand=hand, act=DO[what])
            tell(request, told)
        except NotNow as late:
            tell(request, late.message)
        return _after(hand, network, uuid)

    return once.handle(request, do)


def _after(hand: Hand, network: "Network", uuid: UUID) -> str:
    """The desk and who still knows of it go back to the page; others to their own help."""
    if hand.side is None or access.side_of(hand.actor, match_steps.fresh(hand.match)):
        return at(network.slug, uuid)
    return reverse("mutual_aid:help", args=[network.slug])


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def match_ask(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Ask the helper: by phone, by mail with a link, by letter."""
    network, hand = _hand(request, slug, uuid)
    access.require_desk(request.actor, network)
    first = {"how": hand.match.offer.helper.reached_by}
    form = AskForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            match_steps.step(hand=hand, act=DO["ask"], said=form.said())
            tell(request, _("The helper is asked."))
            return at(slug, uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form_page(request, network, hand, form, "mutual_aid/match_ask")


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def match_yes(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The asker says yes, and when they meet."""
    network, hand = _hand(request, slug, uuid)
    if DO["asker_yes"] not in hand.may:
        raise NotFound
    form = MeetForm(request.POST or None)
    if hand.side is not None:
        del form.fields["meet_with"]
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            own = request.actor.standing_in(network.pk)
            said = form.said(own.membership_uuid if own else None)
            match_steps.step(hand=hand, act=DO["asker_yes"], said=said)
            tell(request, _("Good. Now you can reach each other."))
            return at(slug, uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form_page(request, network, hand, form, "mutual_aid/match_yes")


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def match_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It ended: how, and what it brought, in own words."""
    network, hand = _hand(request, slug, uuid)
    form = EndForm(request.POST or None)
    if hand.side == SIDES["helper"]:
        del form.fields["elsewhere"]
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            match_steps.step(hand=hand, act=DO["end"], said=form.said())
            tell(request, _("Thank you. It is closed."))
            return at(slug, uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form_page(request, network, hand, form, "mutual_aid/match_end")


def _form_page(
    request: ActorRequest,
    network: "Network",
    hand: Hand,
    form: AskForm | MeetForm | EndForm,
    template: str,
) -> HttpResponse:
    found = hand.match
    for row in (found.request.asker, found.offer.helper):
        log.look(request.actor, "mutual_aid.match_looked_at", found, client=client_of(row))
    card = selectors.match_page(hand)
    crumbs = [
        (_("Help"), reverse("mutual_aid:help", args=[network.slug])),
        (_("Who helps"), at(network.slug, found.uuid)),
        (_("Answer"), None),
    ]
    return show(request, template, network, crumbs, card=card, match=found, form=form)
