"""Who may read and write in a diary. It belongs to who tells it; a role opens none.

The teller reads all of it. Whoever wrote a day down for them reads that day, as long as they take
part. The desk adds a day for a member with a mandate (decision 0013), and reads nothing by that.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.voices.models import Diary, DiaryEntry


def own_or_kept(actor: Actor) -> Q:
    """Diaries of the actor, and those that they keep for somebody."""
    kept = Q(keeper_id=actor.person_id, network_id__in=actor.network_ids)
    return Q(person_id=actor.person_id) | kept


def diary_for(actor: Actor, network: Any, uuid: UUID) -> Diary:
    """A diary, for its teller and for its keeper. NotFound for everybody else."""
    found = _diary(actor, network, uuid)
    if actor.person_id not in (found.person_id, found.keeper_id):
        raise NotFound
    return found


def diary_to_add_to(actor: Actor, network: Any, uuid: UUID) -> Diary:
    """The same, and for the desk a diary of a member: each day asks the mandate again."""
    found = _diary(actor, network, uuid)
    if actor.person_id in (found.person_id, found.keeper_id):
        return found
    if found.person_id is None:
        raise NotFound
    access.require(actor, Act.NOTE_FOR, network)
    return found


def _diary(actor: Actor, network: Any, uuid: UUID) -> Diary:
    access.require(actor, Act.SEE, network)
    found = Diary.objects.filter(network=network, uuid=uuid).select_related("person").first()
    if found is None or not actor.is_person:
        raise NotFound
    found.network = network
    return found


def is_tellers(actor: Actor, diary: Diary) -> bool:
    """Whether it is the actor's own."""
    return actor.is_person and diary.person_id == actor.person_id


def entries_of(actor: Actor, diary: Diary) -> QuerySet[DiaryEntry]:
    """The days that this actor may read."""
    rows = DiaryEntry.objects.filter(network=diary.network_id, diary=diary)
    return rows if is_tellers(actor, diary) else rows.filter(noted_by_id=actor.person_id)


def entry_for(actor: Actor, network: Any, uuid: UUID) -> DiaryEntry:
    """One day, for who may read it. NotFound otherwise."""
    access.require(actor, Act.SEE, network)
    rows = DiaryEntry.objects.filter(network=network, uuid=uuid).select_related("diary__person")
    found = rows.first()
    if found is None or actor.person_id not in (found.diary.person_id, found.noted_by_id):
        raise NotFound
    found.network = found.diary.network = network
    return found
