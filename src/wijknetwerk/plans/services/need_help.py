"""A need becomes a request for help: made there and then by the resident, in the words that they
let go of. The request hears nothing of a plan; the need holds the key (design 4, rule H1)."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.mutual_aid.services import intake
from wijknetwerk.mutual_aid.services.neighbours import Reach
from wijknetwerk.mutual_aid.services.requests import Asked
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import Choice, Need
from wijknetwerk.plans.services import words
from wijknetwerk.plans.services.plans import require_open

if TYPE_CHECKING:
    from wijknetwerk.mutual_aid.models import HelpRequest


@transaction.atomic
def ask(*, hand: Hand, need: UUID, asked: Asked, reach: Reach) -> "HelpRequest":
    """Ask the neighbourhood, as the resident in person. NotAllowed for everybody else, because the
    words leave the plan; NotFound for who takes part no more. InvalidInput says what to mend."""
    hand = access.locked(hand)
    line = words.line_for(hand, Need.THING, need)
    if not hand.is_resident:
        raise NotAllowed
    words.require_writing(hand, line)
    require_open(hand)
    made = intake.by_asker(actor=hand.actor, network=hand.plan.network, asked=asked, reach=reach)
    words.choose(hand=hand, need=need, choice=Choice.HELP, help_request=made.uuid)
    return made
