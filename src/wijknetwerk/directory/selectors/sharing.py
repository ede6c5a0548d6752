"""The list to take along: as a table, as HSDS, and on paper."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from wijknetwerk.directory import columns, hsds_out
from wijknetwerk.directory import said as saying
from wijknetwerk.directory.models import Service, ShownTo
from wijknetwerk.directory.selectors import listing

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Table:
    """Heading and rows, for a spreadsheet."""

    heading: list[str]
    rows: list[list[str]]


def table_of(network: "Network") -> Table:
    """All that is there now, for members. Two queries."""
    return Table(
        columns.heading(),
        [columns.cells_of(row, said) for row, said in _with_places(_now(network))],
    )


def hsds_of(network: "Network") -> dict[str, Any]:
    """The page object with what everybody may read: HSDS is made to be shared. Two queries."""
    rows = _now(network).filter(shown_to=ShownTo.EVERYBODY)
    return hsds_out.page_of([hsds_out.service_of(row, said) for row, said in _with_places(rows)])


def for_paper(network: "Network") -> list[listing.Card]:
    """What goes on paper: paper goes further than a screen, so of a public network only what
    everybody may read."""
    rows = _now(network)
    if network.visibility == "public":
        rows = rows.filter(shown_to=ShownTo.EVERYBODY)
    return listing.all_cards(rows)


def counts(network: "Network") -> tuple[int, int]:
    """How many there are, and how many of them everybody may read. One query."""
    shown = list(_now(network).order_by().values_list("shown_to", flat=True))
    return len(shown), shown.count(ShownTo.EVERYBODY)


def _now(network: "Network") -> "QuerySet[Service]":
    return Service.objects.filter(network=network, ended_on=None).order_by("name_key", "pk")


def _with_places(rows: "QuerySet[Service]") -> list[tuple[Service, saying.Said]]:
    found = []
    for row in rows.select_related("network").prefetch_related("locations"):
        places = sorted(row.locations.all(), key=lambda place: place.pk)
        found.append((row, saying.read(row, places)))
    return found
