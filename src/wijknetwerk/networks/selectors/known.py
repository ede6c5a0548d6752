"""The facts of networks as they were last counted."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, QuerySet

from wijknetwerk.core import scope
from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.networks.models import NetworkFact


@dataclass(slots=True)
class Known:
    """What is known of one network, and when the newest of it was counted."""

    values: dict[str, Any] = field(default_factory=dict)
    as_of: datetime | None = None


def known_facts(network_ids: Sequence[int]) -> dict[int, Known]:
    """The facts of these networks, all of them in scope; one query, none without networks."""
    scope.require(tuple(network_ids))
    known = {network_id: Known() for network_id in network_ids}
    if not known:
        return known
    slots = {f"network{place}": pk for place, pk in enumerate(network_ids)}
    for row in _KNOWN.ask(len(network_ids), network_id=None, **slots):
        found = known[row.network_id]
        found.values[row.code] = row.value
        found.as_of = max(found.as_of or row.as_of, row.as_of)
    return known


def _known(networks: int) -> QuerySet[Any, Any]:
    slots = [Slot(f"network{place}", BigIntegerField()) for place in range(networks)]
    rows: QuerySet[Any] = QuerySet(NetworkFact).filter(network__pk__in=slots)
    return rows.values_list("network_id", "code", "value", "as_of", named=True)


_KNOWN = Statement(_known)
