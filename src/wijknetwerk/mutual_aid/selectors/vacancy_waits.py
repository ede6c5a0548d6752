"""What waits for who leads a network in which neighbours help each other: nobody is named yet to
hear worries (rule H6), or complaints."""

from collections.abc import Collection, Iterator
from typing import NamedTuple
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.models import HelpSettings, Neighbour
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors import leading

WORRIES = "mutual_aid.nobody_for_worries"
"""Fewer than two people hear worries: one about who hears them has no way."""
COMPLAINTS = "mutual_aid.nobody_for_complaints"
"""Nobody independent hears complaints."""
ENOUGH = 2


class _Place(NamedTuple):
    pk: int
    uuid: UUID
    slug: str


def wanted(kind: str, **which: object) -> Iterator[Wanted]:
    """Everything of this kind that should be open now; `which` narrows it to some networks. Four
    statements, however many networks."""
    vacant = _vacant(kind, **which)
    leads = leading.leads_of_all([one.pk for one in vacant])
    for one in vacant:
        for person in leads.get(one.pk, []):
            yield Wanted(person, one.uuid, one.uuid, {"slug": one.slug})


def still(kind: str, subjects: Collection[UUID]) -> Collection[UUID]:
    """In which of these networks that post is vacant."""
    return {one.uuid for one in _vacant(kind, network__uuid__in=subjects)}


def _vacant(kind: str, **which: object) -> list[_Place]:
    """The networks that go on, in which anybody asks or helps, where this post is vacant."""
    going_on = Neighbour.objects.filter(network__stopped_on=None, **which)
    names = ("network_id", "network__uuid", "network__slug")
    places = [_Place(*row) for row in going_on.order_by(*names).values_list(*names).distinct()]
    numbers = [one.pk for one in places]
    filled = _independent(numbers) if kind == COMPLAINTS else _enough_hear(numbers)
    return [one for one in places if one.pk not in filled]


def _independent(networks: Collection[int]) -> set[int]:
    rows = HelpSettings.objects.filter(network__in=networks).exclude(independent_name="")
    return set(rows.values_list("network_id", flat=True))


def _enough_hear(networks: Collection[int]) -> set[int]:
    """Where at least two hear worries today: named for it, or at the desk (`concern_keepers`)."""
    hear = {network: set(people) for network, people in leading.desk_of_all(networks).items()}
    rows = HelpSettings.objects.filter(network__in=networks)
    for name in ("concerns_to", "concerns_else"):
        named = rows.filter(within(clock.today(), f"{name}__"))
        for network, person in named.values_list("network_id", f"{name}__person"):
            hear.setdefault(network, set()).add(person)
    return {network for network, people in hear.items() if len(people) >= ENOUGH}
