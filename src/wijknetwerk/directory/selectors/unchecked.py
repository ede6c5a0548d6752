"""What nobody checked for a year, and whom to ask (rule W5)."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, When

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted, resting
from wijknetwerk.directory.models import Service
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import leads_of, who_may

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

TO_CHECK = "directory.to_check"
YEAR = timedelta(days=365)


def long_ago() -> date:
    """What was last checked before this day was not checked for a year."""
    return clock.today() - YEAR


def not_checked(rows: "QuerySet[Service]") -> "QuerySet[Service]":
    """What is there and nobody checked for a year."""
    old = Q(assured_date__lt=long_ago()) | Q(assured_date=None)
    return rows.filter(old, ended_on=None)


def to_check(network: "Network") -> "QuerySet[Service]":
    """The same of one network, what was checked longest ago first."""
    rows = not_checked(Service.objects.filter(network=network))
    return rows.order_by(F("assured_date").asc(nulls_first=True), "name_key", "pk")


def owned_by(person_id: int) -> Q:
    """What this person keeps right, as the member that they are now."""
    return Q(within(clock.today(), "owner__"), owner__person_id=person_id)


def asked_of(network: "Network") -> list[Wanted]:
    """Whom to ask to look: who keeps it right; else, and for who left, the desk. One row for each
    person, however much there is to look at."""
    here = Case(When(within(clock.today(), "owner__"), then=F("owner__person_id")))
    owners = set(to_check(network).order_by().values_list(here, flat=True).distinct())
    people = {person for person in owners if person is not None}
    if None in owners:
        people |= set(who_may(network, Act.NOTE_FOR) or leads_of(network))
    return [_wanted(network, person) for person in sorted(people)]


def _wanted(network: "Network", person_id: int) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=network.uuid,
        network=network.uuid,
        place={"slug": network.slug},
        words={"network": network.name},
    )


def networks_to_ask() -> list["Network"]:
    """Networks that go on and have something that nobody checked for a year; for the worker."""
    rows = not_checked(Service.objects.filter(network__stopped_on=None))
    found = {row.network_id: row.network for row in rows.select_related("network")}
    quiet = resting()
    return [network for network in found.values() if network.uuid not in quiet]


def still_to_check(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these networks have something that nobody checked for a year."""
    rows = not_checked(Service.objects.filter(network__uuid__in=subjects))
    return set(rows.values_list("network__uuid", flat=True))


def wanted() -> Iterator[Wanted]:
    """Everybody who should be asked now, over all networks."""
    for network in networks_to_ask():
        yield from asked_of(network)
