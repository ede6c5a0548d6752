"""One agreement behind the link of a mail: read it, tick it, gone in a minute. GET shows, POST
acts; never anything of the plan."""

from django.http import HttpResponse
from django.urls import reverse

from wijknetwerk.core import once
from wijknetwerk.core.pages import FORM, ActorRequest, page
from wijknetwerk.core.screens import draw, show
from wijknetwerk.plans.access_agreements import AgreementLinkOver, LinkHand, agreement_of_link
from wijknetwerk.plans.selectors import agreement_links as selectors
from wijknetwerk.plans.services import agreements as services


@page(public=True, private=True, methods=FORM)
def agreement_link(request: ActorRequest, secret: str) -> HttpResponse:
    """What was agreed and one button."""
    try:
        with agreement_of_link(request.actor, secret) as link:
            return _closed(_one(request, link))
    except AgreementLinkOver:
        if request.method != "POST":
            raise
        return once.handle(request, _over)  # a second click: to where the first one went


def _over() -> str:
    raise AgreementLinkOver


def _one(request: ActorRequest, link: LinkHand) -> HttpResponse:
    def do() -> str:
        services.tick(link=link)
        return reverse("plans:agreement_thanks")

    if request.method == "POST":
        return once.handle(request, do)
    selectors.note_link(link)
    card = selectors.behind_link(link)
    return show(request, "plans/agreement_link", card.network, card=card)


@page(public=True, private=True)
def agreement_thanks(request: ActorRequest) -> HttpResponse:
    """It is noted; nothing of it is shown again."""
    return draw(request, "plans/agreement_thanks")


def _closed(answer: HttpResponse) -> HttpResponse:
    """Never kept by a browser or a proxy, and its address goes nowhere. Not 'no-referrer': with
    that a browser sends `Origin: null` along with the form, and it would be refused."""
    answer["Cache-Control"] = "no-store, private"
    answer["Referrer-Policy"] = "strict-origin"
    return answer
