"""How it went with a goal, in own words, and how it goes on. Each look back stays."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import LookedBack, PlanGoal, Went
from wijknetwerk.plans.services import look_backs, news
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.plans.services.words import checked, line_for, record, require_writing


@transaction.atomic
def look_back(
    *, hand: Hand, goal: UUID, words: str, went: str, again_on: date | None = None
) -> PlanGoal:
    """How it went, and whether it goes on, is enough or is wanted otherwise. A day to look back
    again only while it goes on. InvalidInput."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        line = line_for(hand, PlanGoal.THING, goal)
        if not isinstance(line, PlanGoal):
            raise NotFound
        require_writing(hand, line)
        require_open(hand)
        if went not in Went.values:
            raise InvalidInput(_("Choose how it goes on."))
        look_backs.require_later(again_on)
        made = LookedBack.of(
            hand.plan, goal=line, on=clock.today(), went=went, written_by_id=hand.actor.own_id
        )
        made.words = checked(words)
        made.save()
        line.went, line.looked_back_on = went, made.on
        line.look_back_on = None if went == Went.ENOUGH else again_on
        line.save()
        record(hand, "plans.looked_back", line)
        look_backs.refresh(line)
        news.soon(hand, line.part)
        return line
