"""What a paragraph or the report of a talk said before: superseded, never overwritten (P8)."""

from collections.abc import Sequence
from uuid import UUID

from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import EarlierWords, LineKind
from wijknetwerk.plans.selectors.lines import EarlierShown


def earlier(seat: Seat, subject: UUID) -> Sequence[EarlierShown]:
    """The versions of before, latest first, of a paragraph of this talk or (the talk itself) of its
    report; for who is at the table. What somebody brings, and took back, is theirs. NotFound."""
    row = seat.conference
    notes = row.lines.filter(uuid=subject, kind=LineKind.NOTE, gone_at=None)
    if not seat.takes_part or not (subject == row.uuid or notes.exists()):
        raise NotFound
    rows = EarlierWords.objects.filter(plan=seat.hand.plan, subject=subject)
    return [
        EarlierShown(
            one.text.read(), one.replaced_at, one.written_by.name if one.written_by else ""
        )
        for one in rows.select_related("written_by").order_by("-version", "-pk")
    ]
