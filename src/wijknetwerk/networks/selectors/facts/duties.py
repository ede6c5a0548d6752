"""Whether people wait longer than was said."""

from wijknetwerk.core.registries import Facts
from wijknetwerk.networks.models import Network
from wijknetwerk.notices.selectors import late_duties


def count_duties(network_id: int) -> Facts:
    """How many duties are late, each once however many could do it; two queries."""
    return {"duties_late": late_duties(Network.objects.get(pk=network_id).uuid)}
