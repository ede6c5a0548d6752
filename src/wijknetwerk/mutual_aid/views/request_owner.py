"""The desk says which member a request is of, that was noted for somebody who takes part in
nothing; and takes that back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from wijknetwerk.core import log, once
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.pages import ACT, FORM, ActorRequest, Looks, page
from wijknetwerk.core.screens import show, tell
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.selectors import who
from wijknetwerk.mutual_aid.selectors.neighbours import client_of, name_of, phone_of
from wijknetwerk.mutual_aid.services import request_owner as services
from wijknetwerk.mutual_aid.views.intake import desk_crumb
from wijknetwerk.mutual_aid.views.requests import at
from wijknetwerk.networks.access import network_for


@page(methods=FORM, looks=Looks.PERSON)
def request_owner(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """Members with that name or number, or whom one looks for; one of them is chosen."""
    network = network_for(request.actor, slug, to=access.DESK)
    found = access.request_for(request.actor, network, uuid)
    if found.asker.person_id is not None:
        raise NotFound
    if request.method == "POST":

        def act() -> str:
            member = _uuid(request.POST.get("member", ""))
            services.is_of_member(actor=request.actor, network=network, request=uuid, member=member)
            tell(request, _("Noted. They see this request as their own now."))
            return at(slug, uuid)

        return once.handle(request, act)
    log.look(request.actor, "mutual_aid.request_looked_at", found, client=client_of(found.asker))
    q = request.GET.get("q", "")[:80].replace("\x00", "")
    name = name_of(found.asker)
    like = who.find(network, q) if q else who.same(network, name, phone_of(found.asker))
    crumbs = [desk_crumb(slug), (_("Request"), at(slug, uuid)), (_("Which member is it?"), None)]
    return show(
        request,
        "mutual_aid/request_owner",
        network,
        crumbs,
        name=name,
        q=q,
        members=[(one.key.removeprefix("m:"), one) for one in like if one.is_member],
        uuid=uuid,
    )


@page(methods=ACT)
def request_owner_back(request: ActorRequest, slug: str, uuid: UUID) -> HttpResponse:
    """It was somebody else."""
    network = network_for(request.actor, slug, to=access.DESK)

    def act() -> str:
        services.is_not_of_member(actor=request.actor, network=network, request=uuid)
        tell(request, _("Taken back. The request is as it was noted."))
        return at(slug, uuid)

    return once.handle(request, act)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFound from error
