"""Asking who keeps entries right to look at what nobody checked for a year (rule W5)."""

from typing import TYPE_CHECKING

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import resting
from wijknetwerk.directory.selectors.unchecked import TO_CHECK, asked_of, networks_to_ask
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SYSTEM = Actor.system("directory.asking")


def settle(*, actor: Actor, network: "Network") -> None:
    """After a check or a change: it waits for who still has something to look at, for nobody else.
    Belongs in the transaction of the change."""
    people = [] if network.uuid in resting() else asked_of(network)
    waiting.only_for(actor=actor, kind=TO_CHECK, subject=network.uuid, wanted=people)


def ask_all(*, actor: Actor = SYSTEM) -> int:
    """Each night: ask in every network that goes on; how many networks had something."""
    networks = networks_to_ask()
    for network in networks:
        settle(actor=actor, network=network)
    return len(networks)
