"""What a network's first page adds for a member: what is mine."""

from dataclasses import dataclass
from datetime import timedelta

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.networks.selectors.learning import Learning, own_learning

NEW = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HomeMore:
    """`asks_energies`: somebody who is new here has not said yet what they like to do."""

    learning: Learning | None
    asks_energies: bool


def more_of(actor: Actor, network: Network) -> HomeMore:
    """No query; one for who learns along, and one for who is new."""
    return HomeMore(
        learning=own_learning(actor, network),
        asks_energies=_asks_energies(actor, network),
    )


def _asks_energies(actor: Actor, network: Network) -> bool:
    standing = actor.standing_in(network.pk)
    if standing is None or standing.since < clock.today() - NEW:
        return False
    said = Membership.objects.filter(pk=standing.membership_id).values_list("energies", flat=True)
    return not said.first()
