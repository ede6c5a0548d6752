"""The lines of a plan, as far as a hand may read them."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import Q

from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    CircleMember,
    Line,
    Need,
    PlaceState,
    PlanGoal,
    Strength,
    Want,
    WellbeingSnapshot,
)
from wijknetwerk.plans.parts import Part

LineT = TypeVar("LineT", bound=Line)
MODELS: tuple[type[Line], ...] = (Want, Strength, Need, PlanGoal)


def lines(hand: Hand, model: type[LineT]) -> list[LineT]:
    """What stands there now, oldest first; one query. The same as asking `hand.may` of each row."""
    rows: Any = model._default_manager
    found = rows.filter(_seen(hand, model), plan=hand.plan, gone_at=None)
    return list(found.order_by("pk"))


def cards(hand: Hand) -> Sequence[WellbeingSnapshot]:
    """Conversation cards, newest first. Each beside the others, never counted together."""
    if not hand.may(Part.CARD):
        return []
    rows = WellbeingSnapshot.objects.filter(plan=hand.plan)
    return list(rows.order_by("-on", "-pk"))


def circle(hand: Hand) -> Sequence[CircleMember]:
    """Who is in the circle, the contact person first."""
    if not hand.may(Part.CIRCLE):
        return []
    rows = CircleMember.objects.filter(
        plan=hand.plan, state__in=_SHOWN[hand.decides([Part.CIRCLE])]
    )
    rows = rows.select_related("membership__person", "organisation")
    return list(rows.order_by("-is_contact", "state", "pk"))


_SHOWN: dict[bool, Iterable[PlaceState]] = {
    True: (PlaceState.ASKED, PlaceState.IN),
    False: (PlaceState.IN,),
}


def _seen(hand: Hand, model: type[Line]) -> Q:
    parts = hand.parts
    named = [name.partition(":")[2] for name in hand.things if name.startswith(f"{model.THING}:")]
    seen = Q(uuid__in=named)
    if model.PART in parts:
        seen |= Q(money=False)
    if Part.MONEY in parts:
        seen |= Q(money=True)
    return seen
