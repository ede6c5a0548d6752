"""What the list asks on its first page, as statements that are made once (core.statements)."""

from typing import Any

from django.db.models import BigIntegerField, Count, QuerySet

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.directory.models import Service, ServiceLocation, ShownTo
from wijknetwerk.networks.selectors.paging import counting

SIZE = 20
COLUMNS = ("pk", "uuid", "name", "kind", "description", "audiences", "eligibility_description",
           "phone", "phone_description", "status", "alert", "assured_date", "organization_name",
           "ended_on", "shown_to")  # fmt: skip
_NETWORK = Slot("network", BigIntegerField())
_PLACE = ("service_id", "name", "address_1", "postal_code", "city", "schedule", "byday",
          "opens_at", "closes_at", "transportation")  # fmt: skip


def _now(is_member: bool) -> QuerySet[Service]:
    rows: QuerySet[Service] = QuerySet(Service).filter(network=_NETWORK, ended_on=None)
    return rows if is_member else rows.filter(shown_to=ShownTo.EVERYBODY)


def _page(is_member: bool, start: int) -> QuerySet[Any, Any]:
    rows = counting(_now(is_member)).order_by("name_key", "pk")
    return rows.values_list(*COLUMNS, "rows_in_all", named=True)[start : start + SIZE]


def _counts(is_member: bool) -> QuerySet[Any, Any]:
    rows = _now(is_member).order_by().values("kind").annotate(many=Count("pk"))
    return rows.values_list("kind", "many", named=True)


def _places() -> QuerySet[Any, Any]:
    wanted: list[Any] = [Slot(f"s{number}", BigIntegerField()) for number in range(SIZE)]
    rows: QuerySet[ServiceLocation] = QuerySet(ServiceLocation)
    rows = rows.filter(network=_NETWORK, service__pk__in=wanted)
    return rows.order_by("pk").values_list(*_PLACE, named=True)


PAGE = Statement(_page)
COUNTS = Statement(_counts)
_PLACES = Statement(_places)


def places_of(network_id: int, services: list[int]) -> list[Any]:
    """The places of at most a page of entries."""
    padded = [*services, *([0] * (SIZE - len(services)))]
    return _PLACES.ask(
        network_id=network_id, **{f"s{place}": pk for place, pk in enumerate(padded)}
    )
