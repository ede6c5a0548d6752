"""Places: making, changing, closing."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.agenda import access
from wijknetwerk.agenda.models import Place
from wijknetwerk.agenda.naming import PLACE
from wijknetwerk.agenda.selectors.finding import place_text
from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.services import facts, search

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class PlaceSaid:
    """What is said about a place."""

    name: str
    address: str = ""
    access: str = ""
    toilets: str = ""
    transport: str = ""
    phone: str = ""
    more: str = ""
    room: int | None = None
    is_public: bool = True


NAMES = tuple(field.name for field in fields(PlaceSaid))


@transaction.atomic
def make(*, actor: Actor, network: "Network", said: PlaceSaid) -> Place:
    """Make a place; for who leads the network or stands at its desk."""
    networks.require(actor, networks.Act.SEE, network)
    if not access.leads(actor, network):
        raise NotAllowed
    made = Place.objects.create(network=network, **_stored(said, NAMES))
    log.record(actor, "agenda.place_made", made, action=Action.CREATE)
    search.keep(place_text(made))
    facts.count_soon(network.pk)
    return made


@transaction.atomic
def change(
    *, actor: Actor, network: "Network", place: UUID, said: PlaceSaid, changed: Iterable[str]
) -> Place:
    """Store what this reader changed, so that two who edit different things keep both."""
    found = access.place_to_edit(actor, network, place)
    locked = Place.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network = network
    names = [name for name in NAMES if name in set(changed)]
    for name, value in _stored(said, names).items():
        setattr(locked, name, value)
    if names:
        locked.save(update_fields=names)
        log.record(actor, "agenda.place_changed", locked, fields=names)
        search.keep(place_text(locked))
    return locked


@transaction.atomic
def close(*, actor: Actor, network: "Network", place: UUID) -> Place:
    """Use a place no longer; what was there stays on record."""
    found = access.place_to_edit(actor, network, place)
    if found.closed_on is None:
        found.closed_on = clock.today()
        found.save(update_fields=["closed_on"])
        log.record(actor, "agenda.place_closed", found)
        search.forget(PLACE, found.uuid)
    return found


def _stored(said: PlaceSaid, names: Iterable[str]) -> dict[str, object]:
    if not said.name.strip():
        raise InvalidInput
    values = {name: getattr(said, name) for name in names}
    return {name: one.strip() if isinstance(one, str) else one for name, one in values.items()}
