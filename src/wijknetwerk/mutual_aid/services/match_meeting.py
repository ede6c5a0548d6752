"""The first meeting of two who both said yes: when, and who of the desk comes along."""

from datetime import date
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import Match, MatchState
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_follows, match_steps


@transaction.atomic
def plan(*, hand: Hand, meet_on: date | None, meet_with: UUID | None) -> Match:
    """Note it, or change it; the desk does. NotNow once they met or it ended."""
    if hand.side is not None:
        raise NotAllowed
    match = match_steps.lock(hand.match)
    if match.state != MatchState.AGREED:
        raise NotNow
    match.meet_on = meet_on
    match.meet_with = match_steps.comes_along(match.network, meet_with) if meet_with else None
    match.version += 1
    match.save(update_fields=["meet_on", "meet_with", "version"])
    for row in (match.request.asker, match.offer.helper):
        log.record(hand.actor, "mutual_aid.match_meeting", match, client=client_of(row))
    match_follows.companion_waits(match)
    return match
