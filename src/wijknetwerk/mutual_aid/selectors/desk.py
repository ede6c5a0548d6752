"""What stands at the desk: the open requests of a network."""

from typing import TYPE_CHECKING

from wijknetwerk.mutual_aid.models import OPEN_REQUESTS, HelpRequest

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


def open_requests(network: "Network") -> list[HelpRequest]:
    """Open requests, the longest waiting first."""
    rows = HelpRequest.objects.filter(network=network, state__in=OPEN_REQUESTS)
    return list(rows.select_related("asker__person").order_by("waits_since", "pk"))
