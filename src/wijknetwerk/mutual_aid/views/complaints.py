"""Complaints: the route, telling one, following one's own."""

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, documents, limits, once
from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, draw, show, tell
from wijknetwerk.mutual_aid import access_complaints
from wijknetwerk.mutual_aid.access_complaints import DO, OWN, ComplaintHand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.forms.answers import CodeForm
from wijknetwerk.mutual_aid.forms.complaints import ComplainForm
from wijknetwerk.mutual_aid.selectors import complaints as selectors
from wijknetwerk.mutual_aid.services import complaint_letters as letters
from wijknetwerk.mutual_aid.services import complaints as services
from wijknetwerk.networks.access import Act, network_for

OPENED = "mutual_aid.complaint"
RECEIPT = "mutual_aid.complaint_receipt"
OPEN_FOR = timedelta(minutes=30)  # a shared computer forgets what a code opened
MOST_AN_HOUR = 10


@page(public=True)
def complaints(request: ActorRequest, slug: str) -> HttpResponse:
    """To whom, how, what happens, by when; for everybody who may know of the network."""
    with access_complaints.network_of_route(request.actor, slug) as network:
        route = selectors.route(network)
        mine, to_answer = [], []
        if request.actor.standing_in(network.pk) is not None:
            lists = access_complaints.own_and_to_answer(request.actor, network)
            mine, to_answer = map(selectors.lines, lists)
        return show(
            request,
            "mutual_aid/complaints",
            network,
            [(_("Complaints"), None)],
            route=route,
            mine=mine,
            to_answer=to_answer,
        )


@page(public=True, private=True, methods=FORM)
def complaint_tell(request: ActorRequest, slug: str) -> HttpResponse:
    """Tell it: with or without an account, for oneself or for somebody."""
    with access_complaints.network_of_route(request.actor, slug) as network:
        route = selectors.route(network)
        if not route.online:
            return redirect("mutual_aid:complaints", slug=slug)
        signed_in = request.actor.standing_in(network.pk) is not None
        form = ComplainForm(request.POST or None, to_name=route.name, signed_in=signed_in)
        if request.method == "POST" and form.is_valid():
            key = limits.unnamed("complaint", limits.home(request.actor.address))
            limits.count(key, seconds=limits.HOUR, most=MOST_AN_HOUR)

            def do() -> str:
                told = form.complained()
                made = services.tell(actor=request.actor, network=network, told=told)
                kept = {key: str(value) for key, value in asdict(made).items()}
                request.session[RECEIPT] = {**kept, "at": clock.now().isoformat()}
                return reverse("mutual_aid:complaint_received")

            try:
                return once.handle(request, do)
            except DomainError as error:
                add_refusal(form, error)
        crumbs = [
            (_("Complaints"), reverse("mutual_aid:complaints", args=[slug])),
            (_("Tell it"), None),
        ]
        return show(request, "mutual_aid/complaint_tell", network, crumbs, form=form, route=route)


@page(public=True)
def complaint_paper(request: ActorRequest, slug: str) -> HttpResponse:
    """The form on paper."""
    with access_complaints.network_of_route(request.actor, slug) as network:
        language = get_language() or "nl"
        return documents.pdf(letters.form(network, language=language), _("complaint on paper"))


def _kept(request: ActorRequest, key: str) -> dict[str, str] | None:
    """What this browser got a moment ago; on a shared computer no longer than half an hour."""
    kept: dict[str, str] | None = request.session.get(key)
    if kept is None or datetime.fromisoformat(kept["at"]) + OPEN_FOR < clock.now():
        return None
    return kept


@page(public=True)
def complaint_received(request: ActorRequest) -> HttpResponse:
    """The receipt: who answers, by when, and the code."""
    kept = _kept(request, RECEIPT)
    if kept is None:
        return redirect("mutual_aid:complaint_code")
    receipt = letters.receipt_of(kept)
    return closed(draw(request, "mutual_aid/complaint_received", receipt=receipt))


@page(public=True)
def complaint_receipt(request: ActorRequest) -> HttpResponse:
    """The same as a letter."""
    kept = _kept(request, RECEIPT)
    if kept is None:
        return redirect("mutual_aid:complaint_code")
    language = get_language() or "nl"
    content = letters.receipt(letters.receipt_of(kept), language=language)
    return closed(documents.pdf(content, _("receipt"), to_keep=True))


@page(public=True, private=True, methods=FORM)
def complaint_code(request: ActorRequest) -> HttpResponse:
    """Type the code of the receipt."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            token = access_complaints.token_of(request.actor, form.cleaned_data["code"], OWN)
        except NotFound:
            form.add_error("code", _("This code doesn't work. Look at the letter, or call us."))
        else:
            request.session[OPENED] = {"token": str(token), "at": clock.now().isoformat()}
            return redirect("mutual_aid:complaint_follow")
    return draw(request, "mutual_aid/complaint_code", form=form)


@page(public=True, private=True, methods=FORM)
def complaint_follow(request: ActorRequest) -> HttpResponse:
    """One's own complaint, for who typed the code a moment ago."""
    kept = _kept(request, OPENED)
    if kept is None:
        return redirect("mutual_aid:complaint_code")
    with access_complaints.opened_before(request.actor, UUID(kept["token"]), OWN) as hand:
        return _own(request, hand, reverse("mutual_aid:complaint_follow"))


@page(public=True, private=True, methods=FORM)
def complaint_link(request: ActorRequest, secret: str) -> HttpResponse:
    """The same by the link of a mail."""
    with access_complaints.complaint_of_link(request.actor, secret, OWN) as hand:
        return _own(request, hand, reverse("mutual_aid:complaint_link", args=[secret]))


@page(methods=FORM)
def complaint(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """The same for a member."""
    network = network_for(request.actor, slug, to=Act.SEE)
    hand = access_complaints.complaint_for(request.actor, network, uuid)
    here = reverse("mutual_aid:complaint", args=[slug, uuid])
    if hand.is_independent:
        return redirect("mutual_aid:complaint_answer", slug=slug, uuid=uuid)
    return _own(request, hand, here)


def _own(request: ActorRequest, hand: ComplaintHand, here: str) -> HttpResponse:
    """How it stands; the only act is taking it back."""
    if request.method == "POST":

        def do() -> str:
            try:
                services.step(hand=hand, act=DO["withdraw"])
                tell(request, _("You took your complaint back."))
            except NotNow as late:
                tell(request, late.message)
            return here

        return once.handle(request, do)
    card = selectors.complaint_page(hand)
    network = hand.complaint.network
    return closed(show(request, "mutual_aid/complaint_show", network, card=card, here=here))


def closed(answer: HttpResponse) -> HttpResponse:
    """Never kept by a browser or a proxy, and its address goes to no other site."""
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "strict-origin"
    return answer
