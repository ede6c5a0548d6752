"""What is known of a talk without asking anybody (standards D5), beside the few questions."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijknetwerk.core.clock import local_day
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import (
    Agreement,
    CameFrom,
    CircleRole,
    Conference,
    GuestState,
    LineKind,
)
from wijknetwerk.plans.selectors.conference_pages import where

Facts = Sequence[tuple[str, str]]


def facts(seat: Seat, moment: str) -> Facts:
    """Beforehand what is ready, afterwards how it was; for who is at the table. Nothing of what
    anybody found of it."""
    return _before(seat) if moment == "before" else _after(seat)


def _before(seat: Seat) -> Facts:
    row = seat.conference
    lines = row.lines.filter(gone_at=None)
    own = lines.filter(kind=LineKind.QUESTION, of_resident=True).count()
    brought = lines.filter(kind=LineKind.BROUGHT).count()
    coming = row.guests.filter(state=GuestState.YES).count()
    mine = seat.hand.is_resident
    return [
        (_("Where"), _where(seat)),
        (_("Who come, beside you") if mine else _("Who come, beside the resident"), str(coming)),
        (_("Your questions") if mine else _("Questions of the resident"), str(own)),
        (_("Who wrote what they bring"), str(brought)),
    ]


def _after(seat: Seat) -> Facts:
    row = seat.conference
    came = row.guests.filter(was_there=True)
    carer = came.filter(place__role=CircleRole.CARER).exists()
    found = [
        (_("You were there") if seat.hand.is_resident else _("The resident was there"), _was(row)),
        (_("A carer was there"), _("yes") if carer else _("no")),
        (_("How many others were there"), str(came.count())),
        (_("Where"), _where(seat)),
    ]
    if row.minutes:
        found.append((_("How long"), _("%(n)s minutes") % {"n": row.minutes}))
    return [*found, *_agreed(seat), *_feedback(seat)]


def _was(row: Conference) -> str:
    return _("yes") if row.resident_was_there else _("no")


def _agreed(seat: Seat) -> Facts:
    rows = Agreement.objects.filter(
        plan=seat.hand.plan, came_from=CameFrom.CONFERENCE, source=seat.conference.uuid
    )
    seen = [row for row in rows if seat.reads_agreed(row)]
    in_time = sum(1 for row in seen if row.done_on is not None and row.done_on <= row.due_on)
    return [
        (_("Agreements"), str(len(seen))),
        (_("Of these done before their day"), str(in_time)),
    ]


def _where(seat: Seat) -> str:
    mine = seat.hand.is_resident and seat.conference.at_home
    return _("At your home") if mine else where(seat.conference)


def _feedback(seat: Seat) -> Facts:
    row = seat.conference
    if row.held_at is None or row.sent_at is None:
        return []
    days = (local_day(row.sent_at) - local_day(row.held_at)).days
    words = ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    asked = _("Until you got it") if seat.hand.is_resident else _("Until it was with the resident")
    return [(asked, words if days else _("the same day"))]
