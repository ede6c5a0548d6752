"""Letting everybody read what only members could: each entry chosen, by who leads the network."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.directory import access
from wijknetwerk.directory.models import Service, ShownTo, VersionKind
from wijknetwerk.directory.services import rows
from wijknetwerk.networks.services import facts
from wijknetwerk.networks.services.people import own_membership

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@transaction.atomic
def show_everybody(*, actor: Actor, network: "Network", chosen: Iterable[UUID]) -> int:
    """These entries are for everybody from now on, each as a version; how many that were not."""
    access.check_show_everybody(actor, network)
    me = own_membership(actor, network)
    found = Service.objects.select_for_update(of=("self",)).filter(
        network=network, uuid__in=list(chosen), shown_to=ShownTo.MEMBERS, ended_on=None
    )
    count = 0
    for entry in found.order_by("pk"):
        entry.network, entry.shown_to = network, ShownTo.EVERYBODY
        changes = {"shown_to": [ShownTo.MEMBERS.value, ShownTo.EVERYBODY.value]}
        rows.next_version(entry, VersionKind.CHANGED, me, ("shown_to",), changes)
        rows.let_find(entry, rows.now_said(entry))
        count += 1
    log.record(actor, "directory.shown_to_everybody", network, count=count)
    facts.count_soon(network.pk)
    return count
