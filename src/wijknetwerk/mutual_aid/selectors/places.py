"""Where postcodes of four digits lie, in metres of the Dutch grid."""

from collections.abc import Iterable, Set

from django.db.models import Q, QuerySet

from wijknetwerk.mutual_aid import postcodes
from wijknetwerk.mutual_aid.models import Postcode

Middles = dict[str, tuple[float, float]]
Loaded = tuple[str, int, int]
MANY = 500  # of more postcodes, all are read


def middles(pc4s: Set[str]) -> Middles:
    """The middle of each of these areas: as it was loaded, else as it is shipped; one query."""
    return middles_in(pc4s, loaded(Q(pc4__in=pc4s) if len(pc4s) < MANY else Q()))


def loaded(which: Q) -> "QuerySet[Postcode, Loaded]":
    """The areas that were loaded; for `middles_in`."""
    return Postcode.objects.filter(which).values_list("pc4", "x", "y")


def middles_in(pc4s: Set[str], loaded: Iterable[Loaded]) -> Middles:
    """The same, when what was loaded was read already."""
    known = postcodes.shipped()
    found = {pc4: known[pc4] for pc4 in pc4s if pc4 in known}
    found.update({pc4: (float(x), float(y)) for pc4, x, y in loaded if pc4 in pc4s})
    return found
