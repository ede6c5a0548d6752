"""Who of the desk may come along to a first meeting."""

from typing import TYPE_CHECKING

from wijknetwerk.mutual_aid.access import DESK
from wijknetwerk.networks.selectors.leading import members_who_may

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def companions(network: "Network") -> list[tuple[str, str]]:
    """The people of the desk now, as choices of a form: a member's id and name."""
    return [(str(row.uuid), row.person.name) for row in members_who_may(network, DESK)]
