"""Where residents would otherwise have gone, of a network as a whole: by fives, and nothing of
fewer than five (E2). The answers hang on no plan and on nobody."""

from wijknetwerk.core.registries import Facts
from wijknetwerk.plans.models import OtherwiseCount

FEWEST = 5


def count(network_id: int) -> Facts:
    """Each answer as often as it was given, rounded down to fives; one query."""
    rows = OtherwiseCount.objects.filter(network=network_id, times__gte=FEWEST)
    return {
        f"plans_otherwise_{where}": times // FEWEST * FEWEST
        for where, times in rows.order_by("where").values_list("where", "times")
    }
