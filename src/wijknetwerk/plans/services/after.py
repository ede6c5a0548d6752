"""Beside the card: a side of life becomes a goal, and well-being before and after what was done. At
the end: where one would otherwise have gone, which is counted and kept with nobody."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import log
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    BeforeAfter,
    CardGoal,
    Dimension,
    Need,
    Otherwise,
    OtherwiseCount,
    OtherwiseSaid,
    PlanGoal,
    WellbeingSnapshot,
)
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.services import words
from wijknetwerk.plans.services.plans import require_open
from wijknetwerk.plans.services.words import Said
from wijknetwerk.privacy.purposes import Deed


@transaction.atomic
def goal_from(*, hand: Hand, card: UUID, side: str, said: Said) -> PlanGoal:
    """A mark becomes a goal, in one step. NotFound for a card that can't be read."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        hand.require(Part.CARD, Deed.READ)
        found = WellbeingSnapshot.objects.filter(plan=hand.plan, uuid=card).first()
        if found is None:
            raise NotFound
        if side not in found.read_marks():
            raise InvalidInput(_("Choose a side of life that has a number."))
        goal = words.write(hand=hand, thing=PlanGoal.THING, said=said)
        if not isinstance(goal, PlanGoal):
            raise NotFound
        made = CardGoal.of(hand.plan, card=found, goal=goal)
        made.side = Dimension(side).value
        made.save()
        return goal


@transaction.atomic
def mark(*, hand: Hand, need: UUID, before: int | None, after: int | None) -> BeforeAfter:
    """How somebody feels before or after what was done for a need; both may stay empty."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        hand.require(Part.CARD, Deed.WRITE)
        require_open(hand)
        line = Need.objects.filter(plan=hand.plan, uuid=need, gone_at=None).first()
        if line is None or not hand.may(line.part, Deed.READ, one(Need.THING, need)):
            raise NotFound
        if any(n is not None and not 0 <= n <= 10 for n in (before, after)):
            raise InvalidInput(_("Choose a number from 0 to 10."))
        made = BeforeAfter.objects.filter(need=line).first() or BeforeAfter.of(hand.plan, need=line)
        made.before = "" if before is None else str(before)
        made.after = "" if after is None else str(after)
        made.save()
        _record(hand, "plans.before_after", made)
        return made


@transaction.atomic
def say_otherwise(*, hand: Hand, where: str) -> None:
    """Once, after closing, by the resident. What was said is only added to a count of the network.
    InvalidInput, NotFound for everybody else."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        if not hand.is_resident or hand.plan.is_open:
            raise NotFound
        if where not in Otherwise.values:
            raise InvalidInput
        made = OtherwiseSaid.of(hand.plan)
        try:
            with transaction.atomic():
                made.save()
        except IntegrityError:
            return
        count, _new = OtherwiseCount.objects.get_or_create(
            network_id=hand.plan.network_id, where=where
        )
        OtherwiseCount.objects.filter(pk=count.pk).update(times=F("times") + 1)
        _record(hand, "plans.otherwise_said", made)


def _record(hand: Hand, event: str, row: Any) -> None:
    verdict = hand.may(Part.CARD, Deed.WRITE)
    log.record(
        hand.actor,
        event,
        row,
        client=hand.resident_uuid,
        action=Action.UPDATE,
        consent=verdict.consent,
        purpose=verdict.purpose,
        checks=verdict.checks,
        part=Part.CARD.value,
    )
