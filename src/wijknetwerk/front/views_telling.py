"""Inviting and telling: papers and texts from the network's own words. Nothing is stored."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from wijknetwerk.agenda.selectors.events import coming_public
from wijknetwerk.agenda.selectors.paper import PublicEvent, public_event
from wijknetwerk.core import documents
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ActorRequest, page
from wijknetwerk.front import papers, telling
from wijknetwerk.front.forms import TellForm
from wijknetwerk.networks import access

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

EVENTS = 12


@page(methods=("GET", "HEAD", "POST"))
def tell(request: ActorRequest, slug: str) -> HttpResponse:
    """Choose what it is about, change the words, and make a paper or a text of them.

    POST changes nothing here: it gives the paper, or the same page with the text on it.
    """
    network = access.network_for(request.actor, slug, to=access.Act.INVITE)
    event = _event(request, network)
    link = telling.link_of(network, event)
    if request.method != "POST":
        return _page(request, network, event, _first_form(request, network, event))
    form = TellForm(request.POST)
    if not form.is_valid():
        return _page(request, network, event, form, status=422)
    piece, words = form.cleaned_data["piece"], form.words()
    if piece in telling.PAPERS:
        paper = papers.make(piece, network, words, link)
        return documents.pdf(paper, f"{slug}-{piece}", to_keep=True)
    text = telling.as_text(piece, network, words, link)
    return _page(request, network, event, form, text=text)


def _event(request: ActorRequest, network: "Network") -> PublicEvent | None:
    """The event that it is about; none for the network in general."""
    chosen = request.GET.get("over", "")
    if not chosen:
        return None
    try:
        return public_event(network, UUID(chosen))
    except ValueError as error:
        raise NotFound from error


def _first_form(request: ActorRequest, network: "Network", event: PublicEvent | None) -> TellForm:
    if event is None:
        words = telling.of_network(request.actor, network)
    else:
        words = telling.of_event(request.actor, network, event)
    return TellForm(initial=TellForm.fitting(words) | {"piece": "poster"})


def _page(
    request: ActorRequest,
    network: "Network",
    event: PublicEvent | None,
    form: TellForm,
    *,
    text: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "network": network,
        "event": event,
        "events": coming_public(network, EVENTS),
        "form": form,
        "text": text,
        "share": telling.share_link(text) if form.data.get("piece") == "whatsapp" else "",
        "is_public": bool(telling.link_of(network, event)),
    }
    return render(request, "front/tell.html", context, status=status)
