"""Saying how the help goes without signing in: by the link of a mail, or the code of a card. GET
shows, POST acts."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijknetwerk.core.errors import DomainError, NotFound
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, draw, show
from wijknetwerk.mutual_aid import access_checks
from wijknetwerk.mutual_aid.forms.answers import CodeForm
from wijknetwerk.mutual_aid.forms.checks import CheckForm
from wijknetwerk.mutual_aid.selectors import check_pages
from wijknetwerk.mutual_aid.services import checks as services


@page(public=True, private=True, methods=FORM)
def check_link(request: ActorRequest, secret: str) -> HttpResponse:
    """Three questions, large, on one page."""
    done = False
    with access_checks.check_of_link(request.actor, secret) as hand:
        network = hand.check.network
        card = check_pages.check_page(hand)
        form = CheckForm(request.POST or None, takes_mark=card.takes_mark, is_desk=False)
        if request.method == "POST" and form.is_valid():
            try:
                services.answer(hand=hand, said=form.said())
                done = True
            except DomainError as error:
                add_refusal(form, error)
        answer = show(request, "mutual_aid/check_link", network, card=card, form=form, done=done)
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@page(public=True, private=True, methods=FORM)
def check_code(request: ActorRequest) -> HttpResponse:
    """Type the code of a card; then the same page as by a link."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        secret = form.cleaned_data["code"].strip()
        try:
            with access_checks.check_of_link(request.actor, secret):
                return redirect("mutual_aid:check_link", secret=secret)
        except NotFound:
            form.add_error("code", _("This code doesn't work. Look at the letter, or call us."))
    return draw(request, "mutual_aid/answer_code", form=form)
