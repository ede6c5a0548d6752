"""What was said and agreed, in plain words: written, and with the resident and the carer within two
working days (rule P7)."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotAllowed, Stale
from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import Conference, ConferenceAct
from wijknetwerk.plans.services import conference_news
from wijknetwerk.plans.services import conference_waits as waits
from wijknetwerk.plans.services.conference_steps import (
    NotNow,
    checked,
    keep_earlier,
    record,
    step,
)

LONGEST = 8000


@transaction.atomic
def write(*, hand: Hand, conference: UUID, text: str, read_version: int) -> Conference:
    """The report, until it went out. Stale when somebody changed it after it was read: the page
    shows both texts."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        seat.require_writing()
        row = seat.conference
        step(row, ConferenceAct.WRITE)
        words = checked(text, LONGEST)
        if row.report_version != read_version:
            raise Stale
        if row.report:
            keep_earlier(row, row, "report", row.report.read(), row.report_version)
        row.report, row.report_version = words, row.report_version + 1
        row.save()
        record(seat.hand, "plans.conference_report", row)
        waits.refresh(row)
        return row


@transaction.atomic
def send(*, hand: Hand, conference: UUID) -> Conference:
    """To the resident and the carer, and those who were there: they hear that something waits,
    and nothing else leaves the plan."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        seat.require_writing()
        row = seat.conference
        step(row, ConferenceAct.SEND)
        row.sent_at = clock.now()
        if seat.hand.is_resident:
            row.read_at = row.sent_at
        row.save()
        record(seat.hand, "plans.conference_sent", row)
        conference_news.soon(seat.hand, row)
        waits.refresh(row)
        return row


@transaction.atomic
def read(*, hand: Hand, conference: UUID) -> None:
    """The resident says that they read it."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        if not seat.decides:
            raise NotAllowed
        row = seat.conference
        if row.sent_at is None:
            raise NotNow
        row.read_at = row.read_at or clock.now()
        row.save(update_fields=["read_at"])
        waits.refresh(row)
