"""What waits for whom because of concerns. One row a person and network, that says no more than
that something waits: not what, not of whom, not how many."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.models import Concern, ConcernState
from wijknetwerk.mutual_aid.selectors import concern_keepers
from wijknetwerk.mutual_aid.selectors.concern_keepers import Keepers

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

CONCERN = "mutual_aid.concern"
"""Somebody hears concerns, and one asks something of them."""
REPLY = "mutual_aid.concern_reply"
"""Who told a concern has an answer."""
LASTS = timedelta(days=28)
REMIND_AFTER = (timedelta(days=14), timedelta(days=25))
"""Two weeks, and three and a half."""


def asks_now(concern: Concern) -> bool:
    """Whether it asks something of who hears it: it is new; nobody spoke yet and two weeks are
    over; or the teller has heard nothing though the talk was there."""
    if concern.state == ConcernState.CLOSED:
        return False
    if concern.spoken_on is None:
        late = concern.speak_by - LASTS + REMIND_AFTER[0] <= clock.today()
        return concern.state == ConcernState.TOLD or late
    return not concern.reply and concern.spoken_on + timedelta(days=7) <= clock.today()


def open_concerns(**which: object) -> Iterator[Concern]:
    """Concerns whose time is not over."""
    time_left = Q(spoken_on__isnull=False) | Q(speak_by__gt=clock.today())
    rows = Concern.objects.filter(time_left, **which).exclude(state=ConcernState.CLOSED)
    yield from rows.select_related("network", "keeper__person").order_by("network", "pk")


def people_for(network: "Network", known: Keepers | None = None) -> set[int]:
    """For whom something of this network waits; `known` where who hears concerns was read."""
    asking = [row for row in open_concerns(network=network) if asks_now(row)]
    if not asking:
        return set()
    now = known or concern_keepers.keepers(network)
    readers = (concern_keepers.reader_of(row, known=now) for row in asking)
    return {reader.person_id for reader in readers if reader is not None}


def for_network(network: "Network", known: Keepers | None = None) -> list[Wanted]:
    """What waits for who hears concerns in this network."""
    return [_wanted(network, person) for person in sorted(people_for(network, known))]


def unread() -> list[tuple["Network", int]]:
    """Networks and people with an answer that they have not read."""
    rows = Concern.objects.filter(reply_read_at=None, teller__is_active=True).exclude(reply="")
    found: dict[tuple[int, int], Network] = {}
    for row in rows.select_related("network"):
        if row.teller_id is not None:
            found[row.network_id, row.teller_id] = row.network
    return [(network, person) for (_number, person), network in found.items()]


def for_teller(network: "Network", person_id: int) -> Wanted:
    """An answer for who told a concern."""
    return _wanted(network, person_id)


def _wanted(network: "Network", person_id: int) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=network.uuid,
        network=network.uuid,
        place={"slug": network.slug},
    )


def wanted_concerns() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    for network in {row.network_id: row.network for row in open_concerns()}.values():
        yield from for_network(network)


def wanted_replies() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (_wanted(network, person) for network, person in unread())


def still_concerns(subjects: Collection[UUID]) -> Collection[UUID]:
    """In which of these networks something waits for who hears concerns."""
    rows = open_concerns(network__uuid__in=subjects)
    return {row.network.uuid for row in rows if asks_now(row)}


def still_replies(subjects: Collection[UUID]) -> Collection[UUID]:
    """In which of these networks an answer waits to be read."""
    return {network.uuid for network, _person in unread() if network.uuid in subjects}
