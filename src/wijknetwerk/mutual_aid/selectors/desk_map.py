"""Where help is asked and where helpers have room, by postcode area: numbers for the desk only."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Case, Count, F, QuerySet, When

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid import dutch_grid
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, RequestState
from wijknetwerk.mutual_aid.selectors.offers import with_room
from wijknetwerk.mutual_aid.selectors.places import middles

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

_LOOKS_FOR_SOMEBODY = (RequestState.NEW, RequestState.WAITING, RequestState.BUSY)


@dataclass(frozen=True, slots=True)
class Area:
    """A postcode area: how many open requests, how many helpers with room, where it lies."""

    pc4: str
    requests: int
    helpers: int
    at: tuple[float, float] | None
    """Latitude and longitude; None when it stands in no table."""


def areas(network: "Network") -> list[Area]:
    """Every area with a request or a helper, the most requests first; '' is who said no postcode.
    Three queries."""
    rows = HelpRequest.objects.filter(network=network, state__in=_LOOKS_FOR_SOMEBODY)
    own = Case(When(pc4="", then=F("asker__pc4")), default=F("pc4"))
    asked = _counted(rows.annotate(area=own))
    offers = HelpOffer.objects.filter(network=network).annotate(area=F("helper__pc4"))
    able = _counted(with_room(offers, clock.today()), "helper")
    found = middles(asked.keys() | able.keys())
    all_areas = [
        Area(pc4, asked.get(pc4, 0), able.get(pc4, 0), dutch_grid.degrees(*found[pc4]))
        if pc4 in found
        else Area(pc4, asked.get(pc4, 0), able.get(pc4, 0), None)
        for pc4 in asked.keys() | able.keys()
    ]
    return sorted(all_areas, key=lambda one: (-one.requests, -one.helpers, one.pc4))


def _counted(rows: "QuerySet[Any]", what: str = "pk") -> dict[str, int]:
    found = rows.order_by().values("area").annotate(number=Count(what, distinct=True))
    return dict(found.values_list("area", "number"))
