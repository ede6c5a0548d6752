"""The page of a request, for the desk and for who asks, and what one does with it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import DomainError, NotFound, Stale
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page, require_second_factor
from wijknetwerk.core.registries.things import where_from
from wijknetwerk.core.screens import add_refusal, show, tell
from wijknetwerk.core.shell import Crumb
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.forms.requests import AskedForm, DoneForm, TellForm
from wijknetwerk.mutual_aid.selectors import kinds, request_matches
from wijknetwerk.mutual_aid.selectors import requests as selectors
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import forgetting
from wijknetwerk.mutual_aid.services import requests as services
from wijknetwerk.mutual_aid.views.intake import desk_crumb, help_crumb
from wijknetwerk.networks.access import Act, network_for

if TYPE_CHECKING:
    from wijknetwerk.mutual_aid.models import HelpRequest
    from wijknetwerk.networks.models import Network


def at(slug: str, uuid: UUID) -> str:
    """The address of a request."""
    return reverse("mutual_aid:request", args=[slug, uuid])


def _opened(request: ActorRequest, slug: str, uuid: UUID) -> tuple["Network", "HelpRequest"]:
    """The request, with the look on record."""
    network = network_for(request.actor, slug, to=Act.SEE)
    found = access.request_for(request.actor, network, uuid)
    require_second_factor(request.actor, own=access.is_own(request.actor, found.asker))
    client = client_of(found.asker)
    log.look(request.actor, "mutual_aid.request_looked_at", found, client=client)
    return network, found


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 8


def _crumbs(request: ActorRequest, network: "Network", found: "HelpRequest") -> list[Crumb]:
    """The way back: the desk, or one's own help."""
    own = access.is_own(request.actor, found.asker)
    return [help_crumb(network.slug) if own else desk_crumb(network.slug)]


@page(looks=Looks.PERSON, second_factor=False)
def request_show(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What is asked, what a helper may know, and how it stands."""
    network, found = _opened(request, slug, uuid)
    card, helping = request_matches.whole_page(request.actor, network, found)
    crumbs = [*_crumbs(request, network, found), (_("Request"), None)]
    own = access.is_own(request.actor, found.asker)
    return show(
        request,
        "mutual_aid/request_show",
        network,
        crumbs,
        card=card,
        came_from=where_from(access.REQUEST, found) if own else [],
        helping=helping,
        asked=found,
    )


@page(methods=FORM, looks=Looks.PERSON, second_factor=False)
def request_told(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """What a helper may be told, in own words or as it is proposed; the asker approves it."""
    network, found = _opened(request, slug, uuid)
    own = access.is_own(request.actor, found.asker)
    card = selectors.request_page(request.actor, network, found)
    posted = request.POST if request.method == "POST" else None
    first = selectors.telling(found, card.all_kinds)
    form = TellForm(posted, kinds=card.all_kinds, own=own, initial=first)
    if posted is not None and form.is_valid():

        def act() -> str:
            services.approve(actor=request.actor, network=network, request=uuid, **form.approved())
            thanks = _("Thank you. We look for somebody, and you hear from us.")
            tell(request, thanks if own else _("Noted. Now look for somebody."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [*_crumbs(request, network, found), (_("Request"), at(slug, uuid))]
    crumbs.append((_("What a helper is told"), None))
    return show(request, "mutual_aid/request_told", network, crumbs, form=form, card=card, own=own)


@page(methods=FORM, looks=Looks.PERSON, second_factor=False)
def request_change(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Say anew what is asked. Of two who change it at once, the second sees both texts."""
    network, found = _opened(request, slug, uuid)
    posted = request.POST if request.method == "POST" else None
    first = selectors.changing(found)
    form = AskedForm(posted, kinds=kinds.all_of(network), initial=first)
    meanwhile = ""
    version = found.version
    if posted is not None and form.is_valid():
        read = posted.get("version", "")

        def act() -> str:
            services.change(
                actor=request.actor,
                network=network,
                request=uuid,
                asked=form.asked(),
                read_version=int(read) if _is_number(read) else 0,
            )
            tell(request, _("Changed."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except Stale:
            meanwhile = found.words.read()
        except DomainError as error:
            add_refusal(form, error)
            version = int(read) if _is_number(read) else version
    crumbs = [*_crumbs(request, network, found), (_("Request"), at(slug, uuid))]
    crumbs.append((_("Change"), None))
    return show(
        request,
        "mutual_aid/request_change",
        network,
        crumbs,
        form=form,
        uuid=uuid,
        version=version,
        meanwhile=meanwhile,
        own=access.is_own(request.actor, found.asker),
    )


@page(methods=ACT)
def request_withdraw(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It is no longer needed."""
    network = network_for(request.actor, slug, to=Act.SEE)

    def act() -> str:
        services.withdraw(actor=request.actor, network=network, request=uuid)
        tell(request, _("Withdrawn. Nobody is asked any more."))
        return at(slug, uuid)

    return once.handle(request, act)


@page(methods=FORM, looks=Looks.PERSON)
def request_forget(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Erase who takes part in nothing, with all that they asked and offered, at their word."""
    network, found = _opened(request, slug, uuid)
    access.require_desk(request.actor, network)
    if found.asker.person_id is not None:
        raise NotFound
    if request.method == "POST":

        def act() -> str:
            forgetting.forget(actor=request.actor, network=network, neighbour=found.asker.uuid)
            tell(request, _("Erased. Nothing of what they asked or offered is left."))
            return reverse("mutual_aid:desk", args=[slug])

        return once.handle(request, act)
    crumbs = [*_crumbs(request, network, found), (_("Request"), at(slug, uuid))]
    crumbs.append((_("Erase"), None))
    card = selectors.request_page(request.actor, network, found)
    return show(request, "mutual_aid/request_forget", network, crumbs, card=card)


@page(methods=FORM, looks=Looks.PERSON, second_factor=False)
def request_end(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It ended: what it brought, and where one would otherwise have gone."""
    network, found = _opened(request, slug, uuid)
    form = DoneForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            services.end(actor=request.actor, network=network, request=uuid, **form.cleaned_data)
            tell(request, _("Thank you. It is closed."))
            return at(slug, uuid)

        try:
            return once.handle(request, act)
        except DomainError as error:
            add_refusal(form, error)
    crumbs = [*_crumbs(request, network, found), (_("Request"), at(slug, uuid))]
    crumbs.append((_("Close it"), None))
    return show(request, "mutual_aid/request_end", network, crumbs, form=form, uuid=uuid)
