"""The conferences of one person for their own calendar: a word and a time, nothing of whom or
about what. Asked anew each time, so that it ends when access ends."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.agenda.calendar import Entry
from wijknetwerk.core import clock, log, scope, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.models.token import TokenLink
from wijknetwerk.plans import access
from wijknetwerk.plans.access_conferences import FEED, Seat, seats
from wijknetwerk.plans.models import ConferenceState

BACK = timedelta(days=60)
SHOWN = frozenset(ConferenceState) - {ConferenceState.PROPOSED}


def has_link(person: UUID) -> bool:
    """Whether somebody has a calendar link for conferences that works now."""
    rows = TokenLink.objects.filter(purpose=FEED, subject_uuid=person, ended_at=None)
    return rows.filter(expires_at__gt=clock.now()).exists()


def entries_behind(asker: Actor, secret: str) -> list[Entry]:
    """What the owner of this link is at, now; on record for them before it is given. NotFound when
    the link or the account ended."""
    opened = tokens.open_token(secret, purpose=FEED, address=asker.address)
    person = get_user_model().objects.filter(uuid=opened.subject_uuid, is_active=True).first()
    if person is None:
        raise NotFound
    actor = actor_of(person)
    since = clock.now() - BACK
    with scope.acting(actor):
        found = [
            seat
            for plan in access.readable(actor).order_by("pk")
            for seat in seats(access.plan_for(actor, plan.uuid))
        ]
    shown = [seat for seat in found if _shows(seat) and seat.conference.ends_at > since]
    mine, holder = person.uuid, asker.as_holder(FEED)
    log.look(holder, "plans.calendar_read", None, client=mine, checks="link", count=len(shown))
    return [_entry(seat) for seat in shown]


def _shows(seat: Seat) -> bool:
    return seat.takes_part and seat.conference.state in SHOWN


def _entry(seat: Seat) -> Entry:
    row = seat.conference
    return Entry(
        uuid=row.uuid,
        title=_("Talk"),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        where="",
        about="",
        url=settings.SITE_URL + reverse("front:today"),
        is_cancelled=row.state == ConferenceState.CALLED_OFF,
        changed_at=row.changed_at,
        sequence=row.sequence,
    )
