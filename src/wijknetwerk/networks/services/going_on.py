"""A new network that goes on where an older one stopped."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.selectors.ending import stopped_that_i_knew


@transaction.atomic
def go_on_from(*, actor: Actor, slug: str, old: UUID | None) -> Network:
    """Say which stopped network this one goes on with, or none. Only one in which the leader who
    says so took part: nobody can claim another's past. A stopped network itself never restarts."""
    network = access.network_for(actor, slug, to=access.Act.EDIT_NETWORK)
    known = {found.uuid: found for found in stopped_that_i_knew(actor)}
    if old is not None and old not in known:
        raise NotFound
    network.continues = known[old] if old else None
    network.save(update_fields=["continues"])
    log.record(actor, "networks.goes_on_from", network)
    return network
