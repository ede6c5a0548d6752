"""One's own calendar link for conferences: made, renewed, stopped."""

from datetime import timedelta

from django.db import transaction

from wijknetwerk.core import log, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans.access_conferences import FEED

LASTS = timedelta(days=365)


@transaction.atomic
def renew(*, actor: Actor) -> str:
    """A new secret; the one before ends at once. It can't be read back later."""
    if not actor.is_person or actor.noting_for is not None or actor.person_uuid is None:
        raise NotFound
    tokens.end_tokens(purpose=FEED, subject=actor.person_uuid)
    secret = tokens.issue_link(purpose=FEED, subject=actor.person_uuid, network=None, lasts=LASTS)
    log.record(actor, "plans.calendar_made", None, client=actor.person_uuid, action=Action.CREATE)
    return secret


@transaction.atomic
def stop(*, actor: Actor) -> None:
    """End the link."""
    if actor.person_uuid is None:
        raise NotFound
    tokens.end_tokens(purpose=FEED, subject=actor.person_uuid)
    log.record(actor, "plans.calendar_stopped", None, client=actor.person_uuid)
