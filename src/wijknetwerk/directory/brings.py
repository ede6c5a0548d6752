"""What the list brings to the menu, to search, to public pages and to other apps."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import Linked, LinkKind, MenuItem, PublicPanel
from wijknetwerk.core.registries.search import SearchSource, SearchText, Stands, search_sources
from wijknetwerk.directory import access, kinds
from wijknetwerk.directory import said as saying
from wijknetwerk.directory.models import Service, ShownTo
from wijknetwerk.directory.selectors import listing
from wijknetwerk.directory.services.rows import KIND, text_for_search


def register() -> None:
    """Called once, when the app is ready."""
    registries.menu.register(
        "directory.list", MenuItem(_("What is there already"), "list", _list, "network", 32)
    )
    registries.links.register(KIND, LinkKind(_("on the list"), _resolve))
    registries.home_panels.register(
        "directory.list",
        registries.HomePanel("directory/_home_panel.html", lambda *_: {"listed": 1}, place="row"),
    )
    registries.public_panels.register(
        "directory.list", PublicPanel(50, "directory/_public_panel.html", _public)
    )
    search_sources.register(KIND, SearchSource(_("on the list"), _entries, _STANDS))


def _list(_actor: Actor, standing: Standing | None) -> str | None:
    if standing is None or not standing.has_task:
        return None
    return address("directory:list", standing.slug)


def _resolve(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    rows = Service.objects.filter(access.seen_by(actor), uuid__in=uuids)
    return {
        uuid: Linked(name, address("directory:entry", slug, uuid))
        for uuid, name, slug in rows.values_list("uuid", "name", "network__slug")
    }


_STANDS = Stands(
    lambda: QuerySet(Service),
    lambda _actor, here: address("directory:entry", here.slug, here.uuid),
    for_all=Q(shown_to=ShownTo.EVERYBODY),
)


def _entries(network_id: int | None) -> Iterator[SearchText]:
    rows = Service.objects.filter(ended_on=None).prefetch_related("locations").order_by("pk")
    if network_id is not None:
        rows = rows.filter(network=network_id)
    for row in rows.iterator(chunk_size=500):
        places = sorted(row.locations.all(), key=lambda place: place.pk)
        yield text_for_search(row, saying.read(row, places))


def _public(network: Any) -> Mapping[str, Any]:
    """Kinds with their number, to a list with phone numbers. One query."""
    if network.stopped_on is not None:
        return {}
    counts = listing.counts_for(network.pk, is_member=False)
    if not counts:
        return {}
    here = address("directory:list", network.slug)
    pills = [
        {"label": word.name, "count": counts[word.code], "url": f"{here}?soort={word.code}#found"}
        for word in kinds.top_kinds()
        if counts.get(word.code)
    ]
    return {"directory_pills": pills, "directory_in_all": sum(counts.values())}
