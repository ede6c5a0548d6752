"""The desk chooses for a request: asking the next one with one press, or thinking of somebody."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.errors import SayWhy
from wijknetwerk.mutual_aid.forms.choosing import ThinkForm
from wijknetwerk.mutual_aid.selectors import request_matches as selectors
from wijknetwerk.mutual_aid.selectors.matches import asked_words
from wijknetwerk.mutual_aid.selectors.neighbours import client_of, name_of
from wijknetwerk.mutual_aid.services import choosing
from wijknetwerk.networks.access import network_for


@page(methods=ACT)
def request_ask(request: ActorRequest, slug: str, uuid: UUID, offer: UUID) -> HttpResponse:
    """Ask this helper, in the way that they are reached. What stands in the way is said on the page
    where it is mended."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        try:
            match = choosing.ask(actor=request.actor, network=network, request=uuid, offer=offer)
        except SayWhy:
            think = reverse("mutual_aid:request_think", args=[slug, uuid])
            return f"{think}?offer={offer}"
        tell(request, asked_words(match))
        return reverse("mutual_aid:match", args=[slug, match.uuid])

    return once.handle(request, act)


@page(looks=Looks.PERSON, methods=FORM)
def request_think(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Think of somebody yourself: any open offer of the network."""
    network = network_for(request.actor, slug, to=access.DESK)
    asked = access.request_for(request.actor, network, uuid)
    helpers = selectors.choosable(network, asked)
    first = {"offer": request.GET.get("offer", "")}
    form = ThinkForm(request.POST or None, helpers=helpers, initial=first)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            match = choosing.choose(
                actor=request.actor, network=network, request=uuid, **form.cleaned_data
            )
            return reverse("mutual_aid:match", args=[slug, match.uuid])

        try:
            return once.handle(request, act)
        except SayWhy as error:
            add_refusal(form, error, "why")
        except DomainError as error:
            add_refusal(form, error)
    log.look(
        request.actor,
        "mutual_aid.suggestions_looked_at",
        asked,
        client=client_of(asked.asker),
        count=len(helpers),
    )
    crumbs = [
        (_("The desk"), reverse("mutual_aid:desk", args=[slug])),
        (_("Think of somebody yourself"), None),
    ]
    return show(
        request,
        "mutual_aid/request_think",
        network,
        crumbs,
        asked=asked,
        asker=name_of(asked.asker),
        form=form,
        helpers=helpers,
        say_why=bool(first["offer"]),
    )
