"""Offers of help: offering, the page of an offer, changing it, a pause, the end."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page, require_second_factor
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.forms.offers import (
    Both,
    ChangeOfferForm,
    OfferForm,
    PauseForm,
    WhereForm,
    first_values,
)
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors import offer_page as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.selectors.offer_words import LIMITS
from wijknetwerk.mutual_aid.services import helping, neighbours, offers
from wijknetwerk.mutual_aid.services.neighbours import Reach
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def crumb(slug: str) -> Crumb:
    """The way back to one's own help."""
    return (_("Help"), reverse("mutual_aid:help", args=[slug]))


def at(slug: str, uuid: UUID) -> str:
    """The address of an offer."""
    return reverse("mutual_aid:offer", args=[slug, uuid])


@page(methods=FORM)
def offer_new(request: ActorRequest, slug: str) -> HttpResponse:
    """A member says what they would like to do for others."""
    network = network_for(request.actor, slug, to=Act.SEE)
    known = access.own_neighbour(request.actor, network)
    posted = request.POST if request.method == "POST" else None
    form = OfferForm(posted, known=kinds_of.all_of(network))
    where = None if known else WhereForm(posted, initial={"languages": ["nl"]})
    if posted is not None and form.is_valid() and (where is None or where.is_valid()):

        def act() -> str:
            made = helping.offer_own(
                actor=request.actor,
                network=network,
                offered=form.offered(),
                reach=_reach(where),
            )
            tell(request, _("Thank you. We call you when somebody asks for this."))
            return at(slug, made.uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs: list[Crumb] = [crumb(slug), (_("I would like to help"), None)]
    return show(
        request,
        "mutual_aid/offer_new",
        network,
        crumbs,
        form=form,
        where=where,
        both=Both(form, where),
        limits=LIMITS,
        sentence=neighbours.SENTENCE,
    )


def _reach(where: WhereForm | None) -> Reach | None:
    if where is None:
        return None
    said = where.cleaned_data
    return Reach(pc4=said["pc4"], languages=tuple(said["languages"]))


@page(looks=Looks.PERSON, second_factor=False)
def offer(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """One offer: what, when, with whom it runs, and what is known of the helper."""
    network, found = _offer(request, slug, uuid)
    _look(request, found)
    card = selectors.offer_page(request.actor, found)
    crumbs: list[Crumb] = [crumb(slug), (_title(card), None)]
    return show(request, "mutual_aid/offer_show", network, crumbs, offer=found, card=card)


def _title(card: selectors.OfferPage) -> str:
    if card.own:
        return _("My offer to help")
    return _("What %(name)s offers") % {"name": card.name}


def _offer(request: ActorRequest, slug: str, uuid: UUID) -> tuple["Network", Any]:
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.offer_for(request.actor, network, uuid)
    require_second_factor(request.actor, own=access.is_own(request.actor, found.helper))
    return network, found


def _look(request: ActorRequest, found: Any) -> None:
    log.look(request.actor, "mutual_aid.offer_looked_at", found, client=client_of(found.helper))


def _below(request: ActorRequest, found: Any, last: str) -> list[Crumb]:
    own = access.is_own(request.actor, found.helper)
    name = _("My offer to help") if own else _("The offer")
    return [crumb(found.network.slug), (name, at(found.network.slug, found.uuid)), (last, None)]


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def offer_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say anew what is offered. Of two who do so at once, the second sees both."""
    network, found = _offer(request, slug, uuid)
    form = _change_form(network, found, request.POST if request.method == "POST" else None)
    stale = False
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            offers.change(
                actor=request.actor,
                network=network,
                offer=uuid,
                offered=form.offered(),
                read_version=form.cleaned_data["version"],
            )
            tell(request, _("Saved."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except Stale:
            stale = True
            found = access.offer_for(request.actor, network, uuid)
            mine = request.POST.copy()
            mine["version"] = str(found.version)
            form = _change_form(network, found, mine)
        except DomainError as error:
            add_refusal(form, error)
    _look(request, found)
    return show(
        request,
        "mutual_aid/offer_change",
        network,
        _below(request, found, _("Change")),
        status=409 if stale else 200,
        form=form,
        offer=found,
        limits=LIMITS,
        now=selectors.offer_page(request.actor, found) if stale else None,
    )


def _change_form(network: "Network", found: Any, data: Any) -> ChangeOfferForm:
    return ChangeOfferForm(
        data,
        initial=first_values(found),
        known=kinds_of.all_of(network),
        reach=found.reach_m,
    )


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def offer_pause(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Ask nothing for a while. What runs goes on."""
    network, found = _offer(request, slug, uuid)
    first = {"from_on": found.paused_from or clock.today(), "until_on": found.paused_until}
    others = selectors.other_offers(found)
    posted = request.POST if request.method == "POST" else None
    form = PauseForm(posted, others=others, initial=first)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            said = form.cleaned_data
            offers.pause(
                actor=request.actor,
                network=network,
                offer=uuid,
                from_on=said["from_on"],
                until_on=said["until_on"],
                everything=said.get("everything", False),
            )
            tell(request, _("Noted. Nothing new is asked in that time."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    _look(request, found)
    crumbs = _below(request, found, _("Pause"))
    return show(request, "mutual_aid/offer_pause", network, crumbs, form=form, offer=found)


@page(methods=ACT)
def offer_resume(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Back from a pause, with one press."""
    network, _found = _offer(request, slug, uuid)

    def act() -> str:
        offers.pause(
            actor=request.actor, network=network, offer=uuid, from_on=None, everything=True
        )
        tell(request, _("Good to have you back."))
        return at(slug, uuid)

    return once.handle(request, act)


@page(looks=Looks.PERSON, second_factor=False, methods=FORM)
def offer_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Stop with this offer; nobody asks why. The page says first what stops with it."""
    network, found = _offer(request, slug, uuid)
    if request.method == "POST":

        def act() -> str:
            offers.end(actor=request.actor, network=network, offer=uuid)
            tell(request, _("It has stopped. Thank you for all you did."))
            return at(slug, uuid)

        return once.handle(request, act)
    _look(request, found)
    card = selectors.offer_page(request.actor, found)
    if card.ended:
        return redirect(at(slug, uuid))
    crumbs = _below(request, found, _("Stop"))
    return show(request, "mutual_aid/offer_end", network, crumbs, offer=found, card=card)
