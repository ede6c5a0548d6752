"""The desk told who had to hear that help has stopped."""

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.mutual_aid.access import Hand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import Match, MatchState
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import match_steps


@transaction.atomic
def heard(*, hand: Hand) -> Match:
    """Take it off the list to call. NotAllowed for others than the desk; NotNow unless it ended."""
    if hand.side is not None:
        raise NotAllowed
    match = match_steps.lock(hand.match)
    if match.state != MatchState.ENDED:
        raise NotNow
    if match.end_told_at is None:
        match.end_told_at = clock.now()
        match.save(update_fields=["end_told_at"])
        for row in (match.request.asker, match.offer.helper):
            log.record(hand.actor, "mutual_aid.match_end_told", match, client=client_of(row))
    return match
