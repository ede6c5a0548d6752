"""Where postcodes of four digits lie, in metres of the Dutch grid."""

from collections.abc import Set

from wijknetwerk.mutual_aid import postcodes
from wijknetwerk.mutual_aid.models import Postcode

Middles = dict[str, tuple[float, float]]
MANY = 500  # of more postcodes, all are read


def middles(pc4s: Set[str]) -> Middles:
    """The middle of each of these areas: as it was loaded, else as it is shipped; one query."""
    rows = Postcode.objects.filter(pc4__in=pc4s) if len(pc4s) < MANY else Postcode.objects.all()
    known = postcodes.shipped()
    found = {pc4: known[pc4] for pc4 in pc4s if pc4 in known}
    loaded = rows.values_list("pc4", "x", "y")
    found.update({pc4: (float(x), float(y)) for pc4, x, y in loaded if pc4 in pc4s})
    return found
