"""Putting away what was good to know."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.notices.models import Waiting


@transaction.atomic
def put_away(*, actor: Actor, uuid: UUID) -> None:
    """Read and put away; twice is once. NotFound for a duty, and for a row of somebody else or
    of a network that the actor left."""
    networks = {standing.network_uuid for standing in actor.standings}
    mine = Waiting.objects.filter(uuid=uuid, person_id=actor.own_id, duty=False).first()
    if mine is None:
        raise NotFound
    if mine.network_uuid is not None and mine.network_uuid not in networks:
        raise NotFound
    Waiting.objects.filter(pk=mine.pk, away_at=None).update(away_at=clock.now())
