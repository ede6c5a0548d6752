"""How does the help go: the list of the desk, one check for the desk or its own side, and what the
desk does with it."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page, require_second_factor
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.mutual_aid import access, access_checks
from wijknetwerk.mutual_aid.access_checks import CheckHand
from wijknetwerk.mutual_aid.forms.checks import CardForm, CheckForm
from wijknetwerk.mutual_aid.selectors import check_pages
from wijknetwerk.mutual_aid.selectors import checks as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import check_desk
from wijknetwerk.mutual_aid.services import checks as services
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LOOKED = "mutual_aid.check_looked_at"
SOON = timedelta(days=7)


def at_list(slug: str) -> str:
    """The address of the list."""
    return reverse("mutual_aid:checks", args=[slug])


@page(looks=Looks.LIST, methods=FORM)
def checks(request: ActorRequest, slug: str) -> HttpResponse:
    """All checks that are due, both sides together; who was not content first. A card that came
    back is found by its code."""
    network = network_for(request.actor, slug, to=access.DESK)
    form = CardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            hand = access_checks.check_of_code(request.actor, network, form.cleaned_data["code"])
            return once.handle(request, lambda: f"{_at(slug, hand.check.uuid)}?kaart=1")
        except DomainError:
            form.add_error("code", _("This code doesn't work. Look at the card once more."))
    today = clock.today()
    found = selectors.due_list(request.actor, network, today, until=today + SOON)
    log.look(request.actor, "mutual_aid.checks_looked_at", network, count=found.count)
    crumbs = [*_desk(slug), (_("How does it go?"), None)]
    return show(request, "mutual_aid/checks", network, crumbs, found=found, form=form, today=today)


def _desk(slug: str) -> list[tuple[str, str | None]]:
    return [(_("The desk"), reverse("mutual_aid:desk", args=[slug]))]


def _at(slug: str, uuid: UUID) -> str:
    return reverse("mutual_aid:check", args=[slug, uuid])


def _hand(request: ActorRequest, slug: str, uuid: UUID) -> tuple["Network", CheckHand]:
    network = network_for(request.actor, slug, to=Act.SEE)
    hand = access_checks.check_for(request.actor, network, uuid)
    require_second_factor(request.actor, own=hand.is_own)
    return network, hand


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def check(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Three questions on one page: for its own side, and for the desk that asks them by phone."""
    network, hand = _hand(request, slug, uuid)
    card = check_pages.check_page(hand)
    start = {"paper": request.GET.get("kaart") == "1"}
    form = CheckForm(
        request.POST or None, takes_mark=card.takes_mark, is_desk=card.is_desk, initial=start
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.answer(hand=hand, said=form.said())
            tell(request, _("Noted. Thank you.") if card.is_desk else _("Thank you."))
            if card.is_desk:
                return at_list(slug)
            return reverse("mutual_aid:help", args=[slug])

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    log.look(request.actor, LOOKED, hand.check, client=client_of(hand.who))
    where = [*_desk(slug), (_("How does it go?"), at_list(slug))] if card.is_desk else []
    crumbs = [*where, (card.name or _("How does the help go?"), None)]
    return show(request, "mutual_aid/check", network, crumbs, card=card, form=form)


@page(methods=ACT)
def check_missed(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Nobody answered the phone: again tomorrow."""
    text = _("Nobody reached. It stands in the list again tomorrow.")
    return _do(request, slug, uuid, check_desk.not_reached, text)


@page(methods=ACT)
def check_skip(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """This time no answer is needed."""
    text = _("Good. The next one is half a year later.")
    return _do(request, slug, uuid, check_desk.ask_no_more, text)


@page(methods=ACT)
def check_taken_up(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What somebody needed was taken up."""
    return _do(request, slug, uuid, check_desk.taken_up, _("Good. It is off the list."))


def _do(
    request: ActorRequest, slug: str, uuid: UUID, act: Callable[..., object], text: str
) -> HttpResponse:
    network = network_for(request.actor, slug, to=access.DESK)
    hand = access_checks.check_at_desk(request.actor, network, uuid)

    def do() -> str:
        try:
            act(hand=hand)
            tell(request, text)
        except DomainError as error:
            tell(request, error.message)
        return at_list(slug)

    return once.handle(request, do)


@page(looks=Looks.PERSON)
def unhappy(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What was said about this request, and what comes next. For the desk only."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = access_checks.request_to_settle(request.actor, network, uuid)
    log.look(request.actor, LOOKED, found, client=client_of(found.asker))
    card = check_pages.unhappy_page(request.actor, found)
    crumbs = [*_desk(slug), (_("How does it go?"), at_list(slug)), (card.name, None)]
    return show(request, "mutual_aid/check_unhappy", network, crumbs, card=card)


@page(methods=ACT)
def unhappy_settle(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The desk spoke with both: it goes on as it is."""
    network = network_for(request.actor, slug, to=access.DESK)

    def do() -> str:
        try:
            services.settle(actor=request.actor, network=network, request=uuid)
            tell(request, _("Good. It goes on as it is."))
        except DomainError as error:
            tell(request, error.message)
        return at_list(slug)

    return once.handle(request, do)
