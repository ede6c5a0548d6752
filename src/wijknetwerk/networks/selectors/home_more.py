"""What a network's first page adds for its members: what we are for, and what is mine."""

from dataclasses import dataclass
from datetime import timedelta

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.models import Membership, Network
from wijknetwerk.networks.selectors.learning import Learning, own_learning
from wijknetwerk.networks.selectors.remit import RemitPage, remit_of

NEW = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HomeMore:
    """`asks_energies`: somebody who is new here has not said yet what they like to do."""

    remit: RemitPage
    learning: Learning | None
    asks_energies: bool


def more_of(actor: Actor, network: Network) -> HomeMore:
    """One query; one more for who learns along, and for who is new."""
    return HomeMore(
        remit=remit_of(network, None),
        learning=own_learning(actor, network),
        asks_energies=_asks_energies(actor, network),
    )


def _asks_energies(actor: Actor, network: Network) -> bool:
    standing = actor.standing_in(network.pk)
    if standing is None or standing.since < clock.today() - NEW:
        return False
    said = Membership.objects.filter(pk=standing.membership_id).values_list("energies", flat=True)
    return not said.first()
