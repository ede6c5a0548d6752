"""Two neighbours who come together: the page for the desk and for each side, and each act."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijknetwerk.core import clock, documents, log, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page, require_second_factor
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access import DO, SIDES, Hand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.forms.matches import AskForm, EndForm, MeetForm
from wijknetwerk.mutual_aid.selectors import match_meeting, stopped
from wijknetwerk.mutual_aid.selectors import matches as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of, name_of
from wijknetwerk.mutual_aid.services import match_letters, match_steps
from wijknetwerk.mutual_aid.services import match_meeting as meetings
from wijknetwerk.mutual_aid.services import match_told as tellings
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

# The acts that are one press, by the word in the address; what is told when it is done.
PRESSED: dict[str, tuple[str, str | Promise]] = {
    "graag": ("helper_yes", gettext_lazy("Thank you. Now we ask whether they like it too.")),
    "niet-nu": ("helper_no", gettext_lazy("That is fine. Thank you for your answer.")),
    "liever-niet": ("asker_no", gettext_lazy("That is fine. We look for somebody else.")),
    "begonnen": ("begin", gettext_lazy("Good. In some weeks we ask how it goes.")),
    "stoppen": ("stop", gettext_lazy("It has stopped. Nobody asks why. We tell the other.")),
    "intrekken": ("withdraw", gettext_lazy("This goes no further.")),
}
AT_DESK: dict[str, str | Promise] = {
    "graag": gettext_lazy("Noted. Now ask the asker."),
    "niet-nu": gettext_lazy("Noted. Here you see who is next."),
    "liever-niet": gettext_lazy("Noted. Here you see who is next."),
    "stoppen": gettext_lazy("It has stopped. Tell it to who doesn't know it yet."),
}


def at(slug: str, uuid: UUID) -> str:
    """The address of the page about two neighbours."""
    return reverse("mutual_aid:match", args=[slug, uuid])


def _hand(request: ActorRequest, slug: str, uuid: UUID) -> tuple["Network", Hand]:
    """The desk reads about others: with a second factor. Each side reads its own without."""
    network = network_for(request.actor, slug, to=Act.SEE)
    hand = access.hand_for(request.actor, network, uuid)
    require_second_factor(request.actor, own=hand.side is not None)
    return network, hand


def _look(request: ActorRequest, hand: Hand) -> None:
    """The desk looks at both; a side at what is the other's, in the other's record only once both
    said yes: before that it would tell who was asked, and who asks (rule H1)."""
    if hand.side is not None and not access.know_each_other(hand.match):
        log.look(hand.actor, "mutual_aid.match_looked_at", hand.match)
        return
    rows = {SIDES["asker"]: hand.match.request.asker, SIDES["helper"]: hand.match.offer.helper}
    for client in {client_of(row) for side, row in rows.items() if side != hand.side}:
        log.look(request.actor, "mutual_aid.match_looked_at", hand.match, client=client)


def _crumbs(hand: Hand, network: "Network", *more: Crumb) -> list[Crumb]:
    """The desk comes from its screen, each side from the own help."""
    if hand.side is None:
        first: Crumb = (_("The desk"), reverse("mutual_aid:desk", args=[network.slug]))
    else:
        first = (_("Help"), reverse("mutual_aid:help", args=[network.slug]))
    here = at(network.slug, hand.match.uuid) if more else None
    return [first, (_("Who helps"), here), *more]


@page(looks=Looks.PERSON, second_factor=False)
def match(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """How far these two have come, and what comes next."""
    network, hand = _hand(request, slug, uuid)
    _look(request, hand)
    card = selectors.match_page(hand)
    crumbs = _crumbs(hand, network)
    tell_end = stopped.still(hand.match, clock.today()) if hand.side is None else []
    context: dict[str, Any] = {
        "card": card,
        "match": hand.match,
        "tell_end": [name_of(one) for one, _other in tell_end],
    }
    return show(request, "mutual_aid/match_show", network, crumbs, **context)


@page(methods=ACT)
def match_press(request: ActorRequest, slug: str, uuid: UUID, act: str) -> HttpResponse:
    """An act that is one press."""
    network, hand = _hand(request, slug, uuid)
    if act not in PRESSED:
        raise NotFound
    what, told = PRESSED[act]
    if hand.side is None:
        told = AT_DESK.get(act, told)

    def do() -> str:
        try:
            match_steps.step(hand=hand, act=DO[what])
            tell(request, told)
        except NotNow as late:
            tell(request, late.message)
        return _after(hand, network, uuid)

    return once.handle(request, do)


@page(methods=ACT)
def match_told(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The desk told who had to hear that it has stopped."""
    network, hand = _hand(request, slug, uuid)
    access.require_desk(request.actor, network)

    def do() -> str:
        asked = tellings.heard(hand=hand).request.uuid
        tell(request, _("Noted."))
        return reverse("mutual_aid:request", args=[network.slug, asked])

    return once.handle(request, do)


def _after(hand: Hand, network: "Network", uuid: UUID) -> str:
    """After what ended it the desk goes to the request, where the next helper stands; who still
    knows of it stays on its page; others go to their own help."""
    now = match_steps.fresh(hand.match)
    if hand.side is None and selectors.went_no_further(now):
        return reverse("mutual_aid:request", args=[network.slug, now.request.uuid])
    if hand.side is None or access.side_of(hand.actor, now):
        return at(network.slug, uuid)
    return reverse("mutual_aid:help", args=[network.slug])


@page(methods=ACT)
def match_letter(request: ActorRequest, slug: str, uuid: UUID, side: str) -> HttpResponse:
    """A letter for one side, as things stand; its code is made when it is printed."""
    _network, hand = _hand(request, slug, uuid)
    if side not in SIDES:
        raise NotFound
    paper = match_letters.print_letter(hand=hand, side=SIDES[side])
    return documents.pdf(paper, _("letter"))


@page(looks=Looks.PERSON, methods=FORM)
def match_ask(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Ask the helper: by phone, by mail with a link, by letter."""
    network, hand = _hand(request, slug, uuid)
    access.require_desk(request.actor, network)
    first = {"how": hand.match.offer.helper.reached_by}
    form = AskForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            asked = match_steps.step(hand=hand, act=DO["ask"], said=form.said())
            tell(request, selectors.asked_words(asked))
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
    companions = match_meeting.companions(network) if hand.side is None else None
    form = MeetForm(request.POST or None, companions=companions)
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            match_steps.step(hand=hand, act=DO["asker_yes"], said=form.said())
            if hand.side is None:
                tell(request, _("Good. Tell both how to reach each other."))
            else:
                tell(request, _("Good. Now you can reach each other."))
            return at(slug, uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form_page(request, network, hand, form, "mutual_aid/match_yes")


@page(looks=Looks.PERSON, methods=FORM)
def match_meet(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The desk notes when both meet, and who comes along."""
    network, hand = _hand(request, slug, uuid)
    access.require_desk(request.actor, network)
    found = hand.match
    along = str(found.meet_with.uuid) if found.meet_with else ""
    form = MeetForm(
        request.POST or None,
        companions=match_meeting.companions(network),
        initial={"meet_on": found.meet_on, "meet_with": along},
    )
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            said = form.said()
            meetings.plan(hand=hand, meet_on=said.meet_on, meet_with=said.meet_with)
            tell(request, _("Noted."))
            return at(slug, uuid)

        try:
            return once.handle(request, do)
        except DomainError as error:
            add_refusal(form, error)
    return _form_page(request, network, hand, form, "mutual_aid/match_meet")


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
    _look(request, hand)
    card = selectors.match_page(hand)
    crumbs = _crumbs(hand, network, (_("Answer"), None))
    return show(request, template, network, crumbs, card=card, match=hand.match, form=form)
