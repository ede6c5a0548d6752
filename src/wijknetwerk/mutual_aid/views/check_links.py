"""Saying how the help goes without signing in: by the link of a mail, or the code of a card. GET
shows, POST acts. Who typed a code never has it in the address: the session keeps the id of its
token, for a short time."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log, once
from wijknetwerk.core.errors import DomainError, TooManyTries
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, draw, show
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.access import LinkOver
from wijknetwerk.mutual_aid.access_checks import CheckHand
from wijknetwerk.mutual_aid.forms.answers import CodeForm
from wijknetwerk.mutual_aid.forms.checks import CheckForm
from wijknetwerk.mutual_aid.selectors import check_pages
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import checks as services

OPENED = "mutual_aid.check"
THANKS = "mutual_aid.check_thanks"
OPEN_FOR = timedelta(minutes=30)  # a shared computer forgets what a code opened

Opens = Callable[[], AbstractContextManager[CheckHand]]


@page(public=True, private=True, methods=FORM)
def check_link(request: ActorRequest, secret: str) -> HttpResponse:
    """Three questions, large, on one page."""
    return _check(request, lambda: access_checks.check_of_link(request.actor, secret))


@page(public=True, private=True, methods=FORM)
def check_opened(request: ActorRequest) -> HttpResponse:
    """The same for who typed the code of a card a moment ago."""
    kept = request.session.get(OPENED)
    if not kept or clock.now() - datetime.fromisoformat(kept[1]) > OPEN_FOR:
        return redirect("mutual_aid:check_code")
    token = UUID(kept[0])
    return _check(request, lambda: access_checks.check_of_token(request.actor, token))


@page(public=True, private=True, methods=FORM)
def check_code(request: ActorRequest) -> HttpResponse:
    """Type the code of a card; then the same page as by a link."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            token = access_checks.code_opens(request.actor, form.cleaned_data["code"])
        except TooManyTries:
            raise
        except DomainError:
            form.add_error("code", _("This code doesn't work. Look at the letter, or call us."))
        else:
            request.session[OPENED] = [str(token), clock.now().isoformat()]
            return redirect("mutual_aid:check_opened")
    return draw(request, "mutual_aid/answer_code", form=form)


@page(public=True, private=True)
def check_thanks(request: ActorRequest) -> HttpResponse:
    """It came in; nothing of the other side, and nothing to press again."""
    kept: dict[str, Any] = request.session.get(THANKS, {})
    return draw(request, "mutual_aid/check_thanks", said=kept)


def _check(request: ActorRequest, opens: Opens) -> HttpResponse:
    try:
        with opens() as hand:
            return _closed(_answer(request, hand))
    except LinkOver:
        if request.method != "POST":
            raise
        return once.handle(request, _over)  # a second click: to where the first one went


def _over() -> str:
    raise LinkOver


def _answer(request: ActorRequest, hand: CheckHand) -> HttpResponse:
    network = hand.check.network
    card = check_pages.check_page(hand)
    form = CheckForm(request.POST or None, takes_mark=card.takes_mark, is_desk=False)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.answer(hand=hand, said=form.said())
            request.session[THANKS] = {"network": network.name, "phone": network.phone}
            return reverse("mutual_aid:check_thanks")

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    log.look(hand.actor, "mutual_aid.check_looked_at", hand.check, client=client_of(hand.who))
    return show(request, "mutual_aid/check_link", network, card=card, form=form)


def _closed(answer: HttpResponse) -> HttpResponse:
    """Never kept by a browser or a proxy, and its address goes nowhere. Not 'no-referrer': with
    that a browser sends `Origin: null` along with the form, and it would be refused."""
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "strict-origin"
    return answer
