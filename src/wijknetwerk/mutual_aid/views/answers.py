"""Answering without signing in: by the link of a mail, or the code of a letter. GET shows, POST
acts; what runs can be read and stopped there too. Who typed a code never has it in the address: the
session keeps the id of its token, for a short time."""

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
from wijknetwerk.core.errors import DomainError, NotFound, TooManyTries
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import draw, show
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access import DO, SIDES, Hand
from wijknetwerk.mutual_aid.forms.answers import CodeForm
from wijknetwerk.mutual_aid.selectors import matches as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_steps

BY_LINK = ("helper_yes", "helper_no", "asker_yes", "asker_no", "begin", "stop")
GOES_ON = ("asker_yes", "begin")  # after these there is something to read on the same page
OPENED = "mutual_aid.answer"
THANKS = "mutual_aid.thanks"
OPEN_FOR = timedelta(minutes=30)  # a shared computer forgets what a code opened

Opens = Callable[[], AbstractContextManager[Hand]]


@page(public=True, private=True, methods=FORM)
def answer(request: ActorRequest, side: str, secret: str) -> HttpResponse:
    """The question of a mail and its answer, in one page."""
    if side not in SIDES:
        raise NotFound
    here = reverse("mutual_aid:answer", args=[side, secret])
    return _answer(request, lambda: access.hand_of_link(request.actor, secret, SIDES[side]), here)


@page(public=True, private=True, methods=FORM)
def answer_opened(request: ActorRequest) -> HttpResponse:
    """The same for who typed the code of a letter a moment ago."""
    opened = _opened(request)
    if opened is None:
        return redirect("mutual_aid:answer_code")
    side, token = opened
    here = reverse("mutual_aid:answer_opened")
    return _answer(request, lambda: access.hand_of_token(request.actor, token, SIDES[side]), here)


@page(public=True, private=True, methods=FORM)
def code(request: ActorRequest) -> HttpResponse:
    """Type the code of a letter; then the same page as by a link."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            side, token = access.code_opens(request.actor, form.cleaned_data["code"])
        except TooManyTries:
            raise
        except DomainError:
            form.add_error("code", _("This code doesn't work. Look at the letter, or call us."))
        else:
            request.session[OPENED] = [side.value, str(token), clock.now().isoformat()]
            return redirect("mutual_aid:answer_opened")
    return draw(request, "mutual_aid/answer_code", form=form)


@page(public=True, private=True)
def answer_thanks(request: ActorRequest, what: str) -> HttpResponse:
    """What was answered, without anything of the other side; nothing to press again."""
    if what not in BY_LINK:
        raise NotFound
    kept: dict[str, Any] = request.session.get(THANKS, {})
    return draw(request, "mutual_aid/answer_thanks", what=what, said=kept)


def _answer(request: ActorRequest, opens: Opens, here: str) -> HttpResponse:
    with opens() as hand:
        refused = ""
        if request.method == "POST":
            what = request.POST.get("answer", "")
            if what not in BY_LINK:
                raise NotFound
            try:
                return once.handle(request, lambda: _act(request, hand, what, here))
            except DomainError as error:
                refused = str(error.message)
                hand = hand.after(match_steps.fresh(hand.match))
        return _closed(_show(request, hand, refused))


def _act(request: ActorRequest, hand: Hand, what: str, here: str) -> str:
    match_steps.step(hand=hand, act=DO[what])
    if what in GOES_ON:
        return here
    network = hand.match.network
    request.session[THANKS] = {"network": network.name, "phone": network.phone}
    return reverse("mutual_aid:answer_thanks", args=[what])


def _show(request: ActorRequest, hand: Hand, refused: str) -> HttpResponse:
    """What this side may read now. A look at the other's data is on record, as of who held the
    link."""
    card = selectors.match_page(hand)
    other = hand.match.request.asker if hand.side == SIDES["helper"] else hand.match.offer.helper
    if not card.is_over:
        log.look(hand.actor, "mutual_aid.match_looked_at", hand.match, client=client_of(other))
    return show(
        request,
        "mutual_aid/answer",
        hand.match.network,
        card=card,
        match=hand.match,
        refused=refused,
    )


def _closed(answer: HttpResponse) -> HttpResponse:
    """Never kept by a browser or a proxy, and the secret in its address goes nowhere: only the name
    of the site does. With 'no-referrer' browsers would send our own form as from nobody."""
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "strict-origin"
    return answer


def _opened(request: ActorRequest) -> tuple[str, UUID] | None:
    kept = request.session.get(OPENED)
    if not kept:
        return None
    side, token, at = kept
    if clock.now() - datetime.fromisoformat(at) > OPEN_FOR:
        return None
    return side, UUID(token)
