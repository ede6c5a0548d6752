"""How often there was a look in an emergency: per month, for the network and per party. From the
log, so that erasing a plan changes no count. Numbers only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.formats import date_format

from wijknetwerk.core import clock
from wijknetwerk.core.models import LogEntry
from wijknetwerk.networks.selectors.partners import names_of_parties
from wijknetwerk.plans.models import EmergencyLook

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

MONTHS = 12
SMALLEST = 5
"""Whoever may not read the looks themselves sees no number under this (rule E2)."""


@dataclass(frozen=True, slots=True)
class MonthCount:
    """One month: how often in all, and for whom. None: fewer than five, and not said how many."""

    month: date
    all: int | None
    parties: Sequence[tuple[str, int]] | None

    @property
    def words(self) -> str:
        """'november 2026'."""
        return date_format(self.month, "F Y")


@dataclass(frozen=True, slots=True)
class Counts:
    """A year of months, the latest first; what is to be judged only for who judges."""

    months: Sequence[MonthCount]
    exact: bool
    to_judge: int | None
    late: int | None


def counts(network: "Network", *, exact: bool) -> Counts:
    """Three queries. Whoever calls this has `access_emergency.counts_exactly` behind them."""
    months = _months()
    found = _by_month(network, months[-1])
    names = names_of_parties({party for _at, party in found})
    rows = [
        _month(
            month,
            [(names.get(party, ""), found[at, party]) for at, party in found if at == month],
            exact,
        )
        for month in months
    ]
    if not exact:
        return Counts(rows, exact, None, None)
    left = EmergencyLook.objects.filter(network=network, reviewed_at=None)
    days = list(left.values_list("review_by", flat=True))
    return Counts(rows, exact, len(days), sum(day < clock.today() for day in days))


def _month(month: date, parties: list[tuple[str, int]], exact: bool) -> MonthCount:
    """Of fewer than five nothing; and no party where one of them is of fewer than five: all less
    the others would tell it."""
    total = sum(number for _name, number in parties)
    if not exact and total < SMALLEST:
        return MonthCount(month, None, None)
    if not exact and any(number < SMALLEST for _name, number in parties):
        return MonthCount(month, total, None)
    return MonthCount(month, total, sorted(parties))


def _months() -> list[date]:
    """This month and those before it, the latest first."""
    found = [clock.today().replace(day=1)]
    while len(found) < MONTHS:
        before = found[-1]
        found.append(
            before.replace(year=before.year - 1, month=12)
            if before.month == 1
            else before.replace(month=before.month - 1)
        )
    return found


def _by_month(network: "Network", first: date) -> Counter[tuple[date, UUID]]:
    rows = LogEntry.objects.filter(network_uuid=network.uuid, event="plans.emergency_opened")
    found: Counter[tuple[date, UUID]] = Counter()
    for at, party in rows.values_list("occurred_at", "organisation_uuid"):
        if party is None:
            continue
        day = clock.local_day(at)
        if day >= first:
            found[day.replace(day=1), party] += 1
    return found
