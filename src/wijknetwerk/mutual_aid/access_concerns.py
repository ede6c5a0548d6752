"""Who opens a concern: one person at each moment, and nobody else, whatever the role (H6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.mutual_aid.models import Concern, ConcernAct
from wijknetwerk.mutual_aid.selectors import concern_keepers
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

DO: Mapping[str, ConcernAct] = {act.value: act for act in ConcernAct}
"""The acts by name, for screens."""


@dataclass(frozen=True, slots=True)
class ConcernHand:
    """A concern in the hand of who hears it. Got from this module only: fetching is checking."""

    actor: Actor
    concern: Concern


def concern_for(actor: Actor, network: "Network", uuid: UUID) -> ConcernHand:
    """A concern for the one person who hears it now. NotFound for everybody else: coordinator,
    administrator, privacy officer, the teller and who noted it included."""
    access.require(actor, Act.SEE, network)
    row = _alive(network).filter(uuid=uuid).first()
    if row is None or not is_reader(actor, row):
        raise NotFound
    return ConcernHand(actor, row)


def is_reader(actor: Actor, concern: Concern) -> bool:
    """Whether this actor hears this concern now."""
    reader = concern_keepers.reader_of(concern)
    return reader is not None and actor.is_person and reader.person_id == actor.person_id


def kept_by(actor: Actor, network: "Network") -> list[Concern]:
    """The concerns that this actor hears now, the earliest day first. NotFound for who hears none
    and is not one of those who hear them."""
    access.require(actor, Act.SEE, network)
    known = concern_keepers.keepers(network)
    found = []
    for row in _alive(network).order_by("speak_by", "pk"):
        reader = concern_keepers.reader_of(row, known=known)
        if reader is not None and reader.person_id == actor.own_id:
            found.append(row)
    if not found and not hears(actor, known):
        raise NotFound
    return found


def hears(actor: Actor, known: concern_keepers.Keepers) -> bool:
    """Whether the actor is one of those who hear concerns here."""
    people = {row.person_id for row in (*known.all, *known.away.values())}
    return actor.person_id in people


def told_by(actor: Actor, network: "Network") -> list[Concern]:
    """What the actor told, with its answer, until it is erased."""
    access.require(actor, Act.SEE, network)
    return list(_alive(network).filter(teller_id=actor.own_id).order_by("-told_at"))


def own_told(actor: Actor, network: "Network", uuid: UUID) -> Concern:
    """One of those. NotFound for others."""
    access.require(actor, Act.SEE, network)
    row = _alive(network).filter(teller_id=actor.own_id, uuid=uuid).first()
    if row is None:
        raise NotFound
    return row


def spoken_with(actor: Actor, network: "Network") -> list[Concern]:
    """What was talked about with the actor; before the talk nothing shows."""
    access.require(actor, Act.SEE, network)
    return list(_alive(network).filter(resident_id=actor.own_id).order_by("-spoken_on"))


def _alive(network: "Network") -> QuerySet[Concern]:
    """Concerns whose time is not over: also while the worker stands still, nobody reads one that
    should be gone."""
    rows = Concern.objects.filter(Q(spoken_on__isnull=False) | Q(speak_by__gt=clock.today()))
    return rows.filter(network=network).select_related(
        "network", "keeper__person", "teller", "spoken_by"
    )
