"""A request for help as other parts point at it: for the desk and who asks, not for others."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked
from wijknetwerk.mutual_aid import access
from wijknetwerk.mutual_aid.models import HelpRequest
from wijknetwerk.mutual_aid.selectors.requests import state_in_words


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
