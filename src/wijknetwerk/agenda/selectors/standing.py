"""Where a reader stands with one event."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.agenda.access import Reader
from wijknetwerk.agenda.models import Event, EventPage, SignUp
from wijknetwerk.core import clock


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether I said that I come, with how many; and whether there is a page to read."""

    sign_up: UUID | None = None
    brings: int = 0
    has_page: bool = False


def of(reader: Reader, event: Event) -> Standing:
    """For a member; two queries. Strangers stand nowhere, so nothing is asked."""
    standing = reader.actor.standing_in(reader.network.pk)
    if standing is None:
        return Standing()
    mine = SignUp.objects.filter(
        event=event, membership_id=standing.membership_id, cancelled_at=None
    ).first()
    pages = EventPage.objects.filter(event=event, published_at__isnull=False)
    has_page = pages.exists() if event.starts_at <= clock.now() else False
    return Standing(mine.uuid if mine else None, mine.brings if mine else 0, has_page)
