"""Who could help: for one request, and for all together. People decide."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.pages import ACT, ActorRequest, Looks, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.errors import SayWhy
from wijknetwerk.mutual_aid.selectors import suggestions as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import choosing, matching_runs
from wijknetwerk.networks.access import network_for

ALONE = "alone"
EVERYBODY = "everybody"


def _crumb(slug: str) -> Crumb:
    return (_("The desk"), reverse("mutual_aid:desk", args=[slug]))


@page(looks=Looks.PERSON)
def helpers(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Who could help with one request, the best first, with why and what speaks against it."""
    asked = access.request_at_desk(request.actor, slug, uuid)
    network = asked.network
    everybody = request.GET.get("which") == EVERYBODY
    card = selectors.helpers_page(network, asked, everybody=everybody)
    log.look(
        request.actor,
        "mutual_aid.suggestions_looked_at",
        asked,
        client=client_of(asked.asker),
        count=len(card.helpers) + len(card.others),
    )
    crumbs = [_crumb(slug), (_("Who could help?"), None)]
    return show(
        request,
        "mutual_aid/helpers",
        network,
        crumbs,
        card=card,
        asked=asked,
        everybody=everybody,
    )


@page(methods=ACT)
def helper_choose(request: ActorRequest, slug: str, uuid: UUID, offer: UUID) -> HttpResponse:
    """Think of this helper; asking comes next."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        try:
            made = choosing.choose(actor=request.actor, network=network, request=uuid, offer=offer)
        except SayWhy:  # asked for where there is room to say it
            return f"{reverse('mutual_aid:request_think', args=[slug, uuid])}?offer={offer}"
        return reverse("mutual_aid:match", args=[slug, made.uuid])

    return once.handle(request, act)


@page(looks=Looks.LIST)
def matching(request: ActorRequest, slug: str) -> HttpResponse:
    """All open requests and offers brought together, by the worker."""
    network = network_for(request.actor, slug, to=access.DESK)
    alone = request.GET.get("which") == ALONE
    card = selectors.run_page(request.actor, network, alone=alone, page=request.GET.get("page", ""))
    shown = card.pairs or card.unserved
    count = len(shown.rows) if shown else 0
    log.look(request.actor, "mutual_aid.matching_looked_at", network, count=count)
    return show(
        request,
        "mutual_aid/matching",
        network,
        [_crumb(slug), (_("Who helps whom?"), None)],
        card=card,
        alone=alone,
        page_url=f"?which={ALONE if alone else 'found'}&page=",
    )


@page(methods=ACT)
def matching_start(request: ActorRequest, slug: str) -> HttpResponse:
    """Ask the worker to look."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        matching_runs.start(actor=request.actor, network=network)
        return reverse("mutual_aid:matching", args=[slug])

    return once.handle(request, act)


@page(methods=ACT)
def matching_stop(request: ActorRequest, slug: str) -> HttpResponse:
    """Stop looking."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        matching_runs.stop(actor=request.actor, network=network)
        tell(request, _("Stopped. What was suggested before still stands."))
        return reverse("mutual_aid:matching", args=[slug])

    return once.handle(request, act)
