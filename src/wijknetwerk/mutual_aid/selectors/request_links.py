"""A request for help as other parts point at it: for the desk and who asks, not for others."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import OPEN_REQUESTS, HelpRequest
from wijknetwerk.mutual_aid.selectors import kinds
from wijknetwerk.mutual_aid.selectors.own import OwnLine
from wijknetwerk.mutual_aid.selectors.requests import state_in_words

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def resolve(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Where each stands, in words, with its page; one query."""
    rows = HelpRequest.objects.select_related("network", "asker").filter(uuid__in=list(uuids))
    return {
        row.uuid: Linked(
            str(state_in_words(row.state)),
            address("mutual_aid:request", row.network.slug, row.uuid),
        )
        for row in rows.only("uuid", "state", "network", "asker__person_id", "asker__network_id")
        if access.is_own(actor, row.asker) or access.at_desk(actor, row.network)
    }


def at_desk_for(actor: Actor, network: "Network", person_id: int) -> Sequence[OwnLine]:
    """The open requests of a member, newest first, for who keeps the desk; nothing for others."""
    if not access.at_desk(actor, network):
        return []
    rows = HelpRequest.objects.filter(network=network, asker__person=person_id)
    rows = rows.filter(state__in=OPEN_REQUESTS).order_by("-noted_at")
    found = kinds.all_of(network)
    return [
        OwnLine(
            row.uuid,
            kinds.title_of(found, row.kind) or gettext("Request for help"),
            str(state_in_words(row.state)),
        )
        for row in rows.only("uuid", "kind", "state")
    ]
