"""Where a reader stands with one event."""

from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.agenda.access import Reader
from wijknetwerk.agenda.models import Event, EventPage, SignUp
from wijknetwerk.core import clock
from wijknetwerk.core.together import together


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether I said that I come, with how many; and whether there is a page to read."""

    sign_up: UUID | None = None
    brings: int = 0
    has_page: bool = False


def of(reader: Reader, event: Event) -> Standing:
    """For a member; one query. Strangers stand nowhere, so nothing is asked."""
    standing = reader.actor.standing_in(reader.network.pk)
    if standing is None:
        return Standing()
    signed_up = SignUp.objects.filter(
        event=event, membership_id=standing.membership_id, cancelled_at=None
    )
    own, pages = signed_up.values_list("uuid", "brings"), EventPage.objects.none()
    if event.starts_at <= clock.now():
        pages = EventPage.objects.filter(event=event, published_at__isnull=False)
    mine, written = together(own[:1], pages.values_list("pk")[:1])
    uuid, brings = mine[0] if mine else (None, 0)
    return Standing(uuid, brings, bool(written))
