"""The calendar link of a person: made, renewed, stopped."""

from datetime import timedelta

from django.db import transaction

from wijknetwerk.agenda import access
from wijknetwerk.core import log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.log import Action

LASTS = timedelta(days=2 * 365)


@transaction.atomic
def renew(*, actor: Actor) -> str:
    """A new secret; the one before ends at once. It can't be read back later."""
    if not actor.is_person or actor.person_uuid is None or not actor.standings:
        raise NotFound
    tokens.end_tokens(purpose=access.FEED, subject=actor.person_uuid)
    secret = tokens.issue_link(
        purpose=access.FEED, subject=actor.person_uuid, network=None, lasts=LASTS
    )
    log.record(actor, "agenda.feed_made", None, client=actor.person_uuid, action=Action.CREATE)
    return secret


@transaction.atomic
def stop(*, actor: Actor) -> None:
    """End the link."""
    if actor.person_uuid is None:
        raise NotFound
    tokens.end_tokens(purpose=access.FEED, subject=actor.person_uuid)
    log.record(actor, "agenda.feed_stopped", None, client=actor.person_uuid)
