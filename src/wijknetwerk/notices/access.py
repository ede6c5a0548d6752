"""Who may do what: everybody with what waits for them, and the platform's administrators with work
in the background that was given up."""

from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.notices.models import Waiting


def own_news(actor: Actor, uuid: UUID) -> Waiting:
    """What was good to know for this person. NotFound for a duty, and for a row of somebody else
    or of a network that they left."""
    row = Waiting.objects.filter(uuid=uuid, person_id=actor.own_id, duty=False).first()
    if row is None:
        raise NotFound
    here = {standing.network_uuid for standing in actor.standings}
    if row.network_uuid is not None and row.network_uuid not in here:
        raise NotFound
    return row


def may_manage_work(actor: Actor) -> bool:
    """Whether there is a page of failed work for this actor."""
    return actor.is_platform_administrator


def must_manage_work(actor: Actor) -> None:
    """NotFound for everybody but an administrator of the platform."""
    if not may_manage_work(actor):
        raise NotFound
