"""What is read while a network is being started."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.accounts.confirmed import has_confirmed_address
from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks import access
from wijknetwerk.networks.models import Area, Network, NetworkArea, StartPlan, Visibility


@dataclass(frozen=True, slots=True)
class Draft:
    """A network that is being started, with its areas and the part of its starter."""

    network: Network
    areas: list[Area]
    part: StartPlan


def draft_of(actor: Actor, uuid: UUID) -> Draft:
    """A draft of this person. NotFound for everybody else."""
    network = access.draft_for(actor, uuid)
    with scope.including(network.pk, network.uuid):
        chosen = NetworkArea.objects.filter(network=network).select_related("area")
        areas = [row.area for row in chosen.order_by("area__code")]
        part = StartPlan.objects.filter(network=network).first()
    return Draft(network, areas, part or StartPlan(network=network))


def drafts_of(actor: Actor) -> list[Network]:
    """What this person began and did not finish, newest first."""
    rows = Network.objects.filter(started_by_id=actor.person_id, visibility=Visibility.DRAFT)
    return list(rows.order_by("-created_at"))


def may_start(actor: Actor) -> bool:
    """Whether this person's address was confirmed."""
    return actor.person_id is not None and has_confirmed_address(actor.person_id)
