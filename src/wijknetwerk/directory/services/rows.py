"""Writing the rows of an entry: its columns, its places, its versions, and what finds it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from wijknetwerk.core import clock
from wijknetwerk.core.registries.search import Audience, SearchText
from wijknetwerk.directory import said as saying
from wijknetwerk.directory.models import Service, ServiceLocation, ServiceVersion, VersionKind
from wijknetwerk.directory.said import Said
from wijknetwerk.networks.services import search

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network

KIND = "directory.service"
Changes = dict[str, list[str]]


def new_row(network: "Network", said: Said, **more: Any) -> Service:
    """The row of an entry; not stored."""
    return Service(network=network, **saying.columns(said), **more)


def store_places(service: Service, said: Said) -> None:
    """The places as they are said now, instead of those of before."""
    ServiceLocation.objects.filter(service=service).delete()
    add_places(service, said)


def add_places(service: Service, said: Said) -> None:
    """The places of an entry that has none yet."""
    ServiceLocation.objects.bulk_create(place_rows(service, said))


def place_rows(service: Service, said: Said) -> list[ServiceLocation]:
    """Rows of its places; not stored."""
    return [
        ServiceLocation(
            network=service.network,
            service=service,
            **{name: getattr(place, name) for name in saying.PLACE_FIELDS},
        )
        for place in said.places
        if not place.empty
    ]


def first_changes(said: Said) -> Changes:
    """All that a new entry says, as changes from nothing."""
    return {name: ["", value] for name, value in saying.values_of(said).items() if value}


def version_row(
    service: Service, what: VersionKind, by: "Membership | None", changes: Changes
) -> ServiceVersion:
    """The row of a version; not stored."""
    return ServiceVersion(
        network=service.network,
        service=service,
        number=service.number,
        what=what,
        by=by,
        at=clock.now(),
        changes=changes,
    )


def next_version(
    service: Service, what: VersionKind, by: "Membership", fields: Iterable[str], changes: Changes
) -> None:
    """Store these fields of a locked entry, as its next version."""
    service.number += 1
    service.save(update_fields={*fields, "number"})
    version_row(service, what, by, changes).save()


def now_said(service: Service) -> Said:
    """What is said of it now. One query."""
    return saying.read(service, list(service.locations.order_by("pk")))


def let_find(service: Service, said: Said) -> None:
    """Keep the index of the whole platform in step; what is gone is found no more."""
    if service.over:
        search.forget(KIND, service.uuid)
    else:
        search.keep(text_for_search(service, said))


def text_for_search(service: Service, said: Said) -> SearchText:
    """How it is found."""
    return SearchText(
        kind=KIND,
        uuid=service.uuid,
        network_id=service.network_id,
        title=service.name,
        body=saying.text_of(said),
        audience=Audience(service.shown_to).value,
    )
