"""Where postcodes of four digits lie, in metres of the Dutch grid."""

from collections.abc import Set

from wijknetwerk.mutual_aid.models import Postcode

Middles = dict[str, tuple[float, float]]
MANY = 500  # of more postcodes, all are read


def middles(pc4s: Set[str]) -> Middles:
    """The middle of each of these areas that is known; one query."""
    rows = Postcode.objects.filter(pc4__in=pc4s) if len(pc4s) < MANY else Postcode.objects.all()
    return {pc4: (float(x), float(y)) for pc4, x, y in rows.values_list("pc4", "x", "y")}
