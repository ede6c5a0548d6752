"""Messages within the circle. Nothing is sent: others hear that something waits, and read it here,
if they may at that moment."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import LeftOut, Message
from wijknetwerk.plans.parts import Part, part_of
from wijknetwerk.plans.selectors import people
from wijknetwerk.plans.services import tell
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.privacy.purposes import Deed

LONGEST = 4000


@transaction.atomic
def write(*, hand: Hand, text: str, money: bool = False, without: Collection[UUID] = ()) -> Message:
    """To the whole circle, but not to the people of these places. The resident reads every message
    and sees who was left out. NotAllowed to leave out who decides for the resident."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        part = part_of(Part.MESSAGES, money=money)
        hand.require(part, Deed.WRITE)
        if not hand.decides([part]):
            hand.require(Part.MESSAGES, Deed.WRITE)
        require_open(hand)
        words = text.strip()
        if not words or len(words) > LONGEST:
            raise InvalidInput(_("Write a message of a few sentences."))
        found = people.of_places(hand, without)
        if not hand.is_resident and people.who_decide(hand.plan, part) & set(found):
            raise NotAllowed
        made = Message.of(
            hand.plan, money=money, written_at=clock.now(), written_by_id=hand.actor.own_id
        )
        made.text = words
        made.save()
        for person in sorted(found):
            LeftOut.of(hand.plan, message=made, person_id=person).save()
        verdict = hand.may(part, Deed.WRITE)
        log.record(
            hand.actor,
            "plans.message_written",
            made,
            client=hand.resident_uuid,
            action=Action.CREATE,
            consent=verdict.consent,
            purpose=verdict.purpose,
            checks=verdict.checks,
            part=part.value,
            left_out=len(found),
        )
        tell.soon(hand, tell.MESSAGE, made.uuid)
        return made
