"""Answering without signing in: by the link of a mail, or the code of a letter. GET shows, POST
acts; what runs can be read and stopped there too."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import draw, show
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.access import DO, SIDES
from wijknetwerk.mutual_aid.forms.answers import CodeForm
from wijknetwerk.mutual_aid.selectors import matches as selectors
from wijknetwerk.mutual_aid.services import match_steps

BY_LINK = ("helper_yes", "helper_no", "asker_yes", "asker_no", "begin", "stop")


@page(public=True, private=True, methods=FORM)
def answer(request: ActorRequest, side: str, secret: str) -> HttpResponse:
    """The question and its answer, in one page."""
    if side not in SIDES:
        raise NotFound
    refused = done = ""
    with access.hand_of_link(request.actor, secret, SIDES[side]) as hand:
        network = hand.match.network
        if request.method == "POST":
            what = request.POST.get("answer", "")
            if what not in BY_LINK:
                raise NotFound
            try:
                hand = hand.after(match_steps.step(hand=hand, act=DO[what]))
                done = what
            except DomainError as error:
                refused = str(error.message)
        card = selectors.match_page(hand)
        answer = show(
            request,
            "mutual_aid/answer",
            network,
            card=card,
            match=hand.match,
            done=done,
            refused=refused,
        )
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@page(public=True, private=True, methods=FORM)
def code(request: ActorRequest) -> HttpResponse:
    """Type the code of a letter; then the same page as by a link."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret = form.cleaned_data["code"]
        for side in SIDES:
            try:
                with access.hand_of_link(request.actor, secret, SIDES[side]):
                    return redirect("mutual_aid:answer", side=side, secret=secret)
            except NotFound:
                continue
        form.add_error("code", _("This code doesn't work. Look at the letter, or call us."))
    return draw(request, "mutual_aid/answer_code", form=form)
