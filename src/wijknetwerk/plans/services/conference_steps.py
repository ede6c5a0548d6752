"""What the services of conferences share: the step by the table, who decides, words, the log."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.errors import DomainError, InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access_noting
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import (
    CircleMember,
    Conference,
    ConferenceAct,
    EarlierWords,
    conference_after,
)
from wijknetwerk.plans.parts import Part
from wijknetwerk.privacy.purposes import Deed, Given

LONGEST = 2000


class NotNow(DomainError):
    """Somebody did something with it before, or it is too early."""

    code = "conference_not_now"
    message = _("This can't be done now. Look how far it is.")


def step(row: Conference, act: ConferenceAct) -> None:
    """Take an act by the table. NotNow where it can't be done."""
    to = conference_after(row.state, act)
    if to is None:
        raise NotNow
    row.state = to


def require_decides(seat: Seat, how: Given, about: CircleMember | None = None) -> None:
    """The resident, or who decides for them; or the contact person notes what a resident said who
    can't sign in; `about` whose coming, where it is that one's own side: somebody else.
    NotAllowed."""
    if how == Given.IN_APP:
        if not seat.decides:
            raise NotAllowed
    elif not (access_noting.notes_for(seat.hand) or (about and notes_about(seat.hand, about))):
        raise NotAllowed


def notes_about(hand: Hand, place: CircleMember) -> bool:
    """Whether this hand notes the resident's yes to the coming of this person."""
    return access_noting.noter(hand, Part.CONFERENCES)(place)


def checked(text: str, longest: int = LONGEST) -> str:
    """Words as they are kept. InvalidInput without any, or with too many."""
    words = text.strip()
    if not words or len(words) > longest:
        raise InvalidInput(_("Write it in your own words, in a few sentences."))
    return words


def keep_earlier(row: Any, conference: Conference, thing: str, text: str, version: int) -> None:
    """What stood there before is kept (P8)."""
    earlier = EarlierWords.of(
        conference.plan,
        thing=thing,
        subject=row.uuid,
        money=conference.money,
        version=version,
        written_by_id=getattr(row, "written_by_id", None),
        replaced_at=clock.now(),
    )
    earlier.text = text
    earlier.save()


def record(
    hand: Hand, event: str, row: Conference, *, action: Action = Action.UPDATE, **detail: Any
) -> None:
    """Into the log: ids, never a word."""
    verdict = hand.may(row.part, Deed.WRITE, row.thing)
    log.record(
        hand.actor,
        event,
        row,
        client=hand.resident_uuid,
        action=action,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=row.part.value,
        **detail,
    )
