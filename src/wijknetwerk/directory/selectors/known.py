"""What is on lists already, to hold a new entry against."""

from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from wijknetwerk.directory import access
from wijknetwerk.directory.alike import Alike, Index, Known, Looks, digits_of, place_key
from wijknetwerk.directory.models import Service, ServiceLocation

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

_FIELDS = ("pk", "uuid", "name", "phone", "external_id", "ended_on", "network_id")


def index_of(network: "Network") -> Index:
    """All entries of the network's own list, also those that ended. Two queries."""
    return Index(_known(Service.objects.filter(network=network)))


def alike_here(network: "Network", new: Looks, *, but: Any = None) -> list[Alike]:
    """Entries of the own list that may be the same as this."""
    return index_of(network).like(new, but=but)


def alike_elsewhere(network: "Network", new: Looks) -> list[tuple[Alike, "Network"]]:
    """Public entries of other public networks that may be the same: anywhere by their number, in
    networks nearby by name and place too."""
    with access.public_lists(beside=network) as others:
        near = [pk for pk, other in others.items() if access.lies_near(network, other)]
        phone = digits_of(new.phone)
        same = Q(phone_digits=phone) if phone else Q(pk=None)
        rows = access.public_entries(others).filter(same | Q(network__in=near))
        found = Index(_known(rows)).like(new)
    return [(one, others[one.known.network]) for one in found]


def _known(rows: QuerySet[Service]) -> list[Known]:
    listed = list(rows.values_list(*_FIELDS, named=True))
    places: dict[int, str] = {}
    told = ServiceLocation.objects.filter(service__in=rows.values("pk")).order_by("-pk")
    fields = ("service_id", "name", "address_1", "postal_code")
    for pk, *where in told.values_list(*fields):
        places[pk] = place_key(*where)  # the first place comes last, and stays
    return [
        Known(
            uuid=row.uuid,
            title=row.name,
            looks=Looks(row.name, row.phone, places.get(row.pk, ""), row.external_id),
            network=row.network_id,
            ended=row.ended_on is not None,
        )
        for row in listed
    ]
