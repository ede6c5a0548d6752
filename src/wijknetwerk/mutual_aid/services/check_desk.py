"""What the desk does with checks beside noting the answer: nobody reached, asked no more this time,
by letter instead, what was needed is taken up."""

from datetime import timedelta

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.mutual_aid.access_checks import CheckHand
from wijknetwerk.mutual_aid.errors import NotNow
from wijknetwerk.mutual_aid.models import FollowUp
from wijknetwerk.mutual_aid.selectors.neighbours import client_of
from wijknetwerk.mutual_aid.services import check_waits, checks

DAY = timedelta(days=1)


@transaction.atomic
def not_reached(*, hand: CheckHand) -> FollowUp:
    """Nobody answered the phone: again tomorrow. Counted, so that one sees when a letter is
    wiser. `hand` is from `access_checks.check_at_desk`."""
    row = _open(hand)
    row.tries = min(row.tries + 1, 99)
    row.again_on = clock.today() + DAY
    row.save(update_fields=["tries", "again_on"])
    _record(hand, row, "mutual_aid.check_not_reached")
    return row


@transaction.atomic
def ask_no_more(*, hand: CheckHand) -> FollowUp:
    """This time no answer is needed: the next check is half a year later."""
    row = _open(hand)
    checks.skip(row)
    _record(hand, row, "mutual_aid.check_skipped")
    return row


@transaction.atomic
def taken_up(*, hand: CheckHand) -> FollowUp:
    """What this side needed was taken up."""
    row: FollowUp = FollowUp.objects.select_for_update().get(pk=hand.check.pk)
    if not row.need_open:
        raise NotNow
    row.network = hand.check.network
    row.need_open = False
    row.save(update_fields=["need_open"])
    _record(hand, row, "mutual_aid.check_taken_up")
    return row


def _open(hand: CheckHand) -> FollowUp:
    """The check, locked, while it is still asked. NotNow once it was passed over: an answer is
    welcome then, and nobody is called for it."""
    row, _request = checks.lock(hand.check)
    if row.skipped_at is not None:
        raise NotNow
    return row


def _record(hand: CheckHand, row: FollowUp, event: str) -> None:
    log.record(hand.actor, event, row, client=client_of(hand.who))
    check_waits.refresh(hand.check.network)
