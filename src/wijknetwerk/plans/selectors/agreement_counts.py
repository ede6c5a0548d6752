"""How agreements of all plans together went: three numbers, for who leads a network."""

from collections.abc import Mapping
from typing import Any

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.access import Act, allows
from wijknetwerk.networks.selectors.known import known_facts

COUNTED = ("kept", "late", "dropped")


def counted(actor: Actor, network: Any) -> Mapping[str, int | None]:
    """Agreements of the last twelve whole months: kept, late, let go. Nothing for who doesn't lead,
    or while a number is of fewer than five plans; one query for who does."""
    if not allows(actor, Act.EDIT_NETWORK, network):
        return {}
    values = known_facts([network.pk])[network.pk].values
    found = {name: values.get(f"agreements_{name}_year") for name in COUNTED}
    if any(number is None for number in found.values()):
        return {}
    return found
