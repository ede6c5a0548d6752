"""Four thousand networks on the map: the page, and the one answer with all its points."""

from pathlib import Path

from django.urls import reverse

from tools.bench.pages import BARE
from tools.bench.seed import BATCH
from tools.bench.site import serving
from tools.bench.table import Line
from tools.bench.timing import Asked, Reader, beside
from wijknetwerk.core import clock
from wijknetwerk.networks.models import Network

POINTS = 4_000
BUDGET = 45
TIMES = 20


def lines(folder: Path) -> list[Line]:
    """Makes networks until four thousand have a place; so this comes after all other pages."""
    fill()
    page, points = reverse("front:map"), reverse("front:map_points")
    with serving(folder, BARE, "/bare/") as (near, first), serving(folder) as (address, master):
        bare = Asked(Reader(near, {}), "/bare/", first)
        found = {
            path: beside(Asked(Reader(address, {}), path, master), bare, times=TIMES)[0]
            for path in (page, points)
        }
    total = sum(found.values())
    return [
        Line(
            f"map of {POINTS:,} points",
            f"{total:.1f} B: the page {found[page]:.1f} B, its points {found[points]:.1f} B",
            f"{BUDGET} B",
            total <= BUDGET,
        )
    ]


def fill() -> None:
    """Every network gets a place, and there are so many of them."""
    there = list(Network.objects.order_by("pk")[:POINTS])
    for number, network in enumerate(there):
        network.latitude, network.longitude = _place(number)
    Network.objects.bulk_update(there, ["latitude", "longitude"], batch_size=400)
    more = [_network(number, there[0]) for number in range(len(there), POINTS)]
    Network.objects.bulk_create(more, batch_size=BATCH)


def _place(number: int) -> tuple[float, float]:
    """Spread evenly over the country."""
    return 50.9 + number % 61 * 0.04, 3.6 + number % 67 * 0.05


def _network(number: int, like: Network) -> Network:
    latitude, longitude = _place(number)
    return Network(
        name=f"Punt {number}",
        slug=f"punt-{number}",
        place_text=f"Plaats {number}",
        started_by_id=like.started_by_id,
        started_at=clock.now(),
        decided_at=clock.now(),
        visibility="public",
        latitude=latitude,
        longitude=longitude,
    )
