"""Forms on paper: made by the desk; read and withdrawn with the code by who kept the strip."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, documents, log
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import add_refusal, draw, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access, access_requests, paper_requests
from wijknetwerk.mutual_aid.forms.answers import CodeForm
from wijknetwerk.mutual_aid.forms.requests import FormsForm
from wijknetwerk.mutual_aid.selectors import requests as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import intake
from wijknetwerk.mutual_aid.services import requests as services
from wijknetwerk.mutual_aid.views.intake import desk_crumb
from wijknetwerk.networks.access import network_for

OPENED = "mutual_aid.request"
OPEN_FOR = timedelta(minutes=30)  # a shared computer forgets what a code opened


@page(methods=FORM)
def request_forms(request: ActorRequest, slug: str) -> HttpResponse:
    """Forms to print, blank or for somebody; each with a code of its own."""
    network = network_for(request.actor, slug, to=access.DESK)
    form = FormsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = intake.new_forms(
                actor=request.actor, network=network, count=form.cleaned_data["count"]
            )
        except DomainError as error:
            add_refusal(form, error)
        else:
            paper = paper_requests.forms(network, codes, form.cleaned_data["name"])
            return documents.pdf(paper, "hulpvraag", to_keep=True)
    crumbs: list[Crumb] = [desk_crumb(slug), (_("Forms on paper"), None)]
    return show(request, "mutual_aid/request_forms", network, crumbs, form=form)


@page(public=True, private=True, methods=FORM)
def request_code(request: ActorRequest) -> HttpResponse:
    """Type the code of the strip, without signing in."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            token = access_requests.open_code(request.actor, form.cleaned_data["code"])
        except DomainError as error:
            form.add_error("code", str(error.message))
        else:
            request.session[OPENED] = [str(token), clock.now().isoformat()]
            return redirect("mutual_aid:request_by_code")
    return draw(request, "mutual_aid/request_code", form=form)


@page(public=True, private=True, methods=FORM)
def request_by_code(request: ActorRequest) -> HttpResponse:
    """What was noted from the form, and withdrawing it."""
    token = _opened(request)
    if token is None:
        return redirect("mutual_aid:request_code")
    if request.method == "POST":
        services.withdraw_by_code(actor=request.actor, token=token)
        tell(request, _("Withdrawn. Nobody is asked any more."))
        return redirect("mutual_aid:request_by_code")
    holder = request.actor.as_holder(access_requests.PAPER)
    with access_requests.request_behind(token) as found:
        card = None
        if found is not None:
            client = client_of(found.asker)
            log.look(holder, "mutual_aid.request_looked_at", found, client=client)
            card = selectors.card_by_code(found)
        answer = draw(request, "mutual_aid/request_by_code", card=card)
    answer["Cache-Control"] = "no-store, private"
    return answer


def _opened(request: ActorRequest) -> UUID | None:
    """The token that was opened in this browser a moment ago."""
    kept = request.session.get(OPENED)
    if not kept or clock.now() - datetime.fromisoformat(kept[1]) > OPEN_FOR:
        request.session.pop(OPENED, None)
        return None
    return UUID(kept[0])
