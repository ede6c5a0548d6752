"""What was chosen for a need, when that is an agreement or a referral: the need holds the key."""

from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import Agreement, Choice, Need, Referral
from wijknetwerk.plans.parts import one
from wijknetwerk.privacy.purposes import Deed


def need_to_choose_for(hand: Hand, uuid: UUID) -> Need:
    """A need that this hand may write. NotFound, NotAllowed."""
    found = Need.objects.filter(plan=hand.plan, uuid=uuid, gone_at=None).first()
    if found is None:
        raise NotFound
    hand.require(found.part, Deed.WRITE, one(Need.THING, uuid))
    return found


def choose_for(hand: Hand, uuid: UUID, thing: Agreement | Referral) -> None:
    """This need is answered by this agreement or referral; of a locked hand."""
    need = need_to_choose_for(hand, uuid)
    need.chosen_on, need.help_request = clock.today(), None
    need.agreement = thing if isinstance(thing, Agreement) else None
    need.referral = thing if isinstance(thing, Referral) else None
    need.choice = Choice.AGREEMENT if need.agreement else Choice.REFERRAL
    need.save()
