"""The lines of a plan, as far as a hand may read them."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from django.db.models import BigIntegerField, F, Q, QuerySet

from wijknetwerk.core.statements import Slot, Statement
from wijknetwerk.core.together import Together, together
from wijknetwerk.plans.access import Hand, asked
from wijknetwerk.plans.access_lists import shown_rows
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


def lines(hand: Hand, model: type[LineT], *, gone: bool = False) -> list[LineT]:
    """What stands there now, or what was let go, oldest first; one query. The same as asking
    `hand.may` of each row. A need brings its agreement, its referral and the id of its request."""
    rows = _rows(model, _seen(hand, model), gone=gone)
    return list(rows.filter(plan=hand.plan))


def all_lines(hand: Hand, *, gone: bool = False) -> dict[type[Line], list[Any]]:
    """The same of each kind, in one query for all."""
    if any(hand.named(model.THING) for model in MODELS):
        rows = (_rows(model, _seen(hand, model), gone=gone) for model in MODELS)
        found = together(*(one.filter(plan=hand.plan) for one in rows))
    else:  # of whole parts the statement is the same for everybody
        parts = hand.parts
        open_ones = frozenset(model for model in MODELS if model.PART in parts)
        shape = (open_ones, Part.MONEY in parts, gone)
        found = _LINES.ask(*shape, network_id=None, plan=hand.plan.pk)
    return dict(zip(MODELS, found, strict=True))


def _all(open_ones: frozenset[type[Line]], money: bool, gone: bool) -> tuple[QuerySet[Any], ...]:
    plan = Slot("plan", BigIntegerField())
    shown = ((model, shown_rows(opens=model in open_ones, money=money)) for model in MODELS)
    return tuple(_rows(model, seen, gone=gone).filter(plan=plan) for model, seen in shown)


_LINES = Together(_all)


def _rows(model: type[Line], seen: Q, *, gone: bool) -> QuerySet[Any]:
    rows: Any = model._default_manager
    found: QuerySet[Any] = rows.filter(seen, gone_at__isnull=not gone)
    if issubclass(model, Need):
        found = found.select_related("agreement", "referral").annotate(
            asked=F("help_request__uuid")
        )
    return found.order_by("pk")


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
    found = asked(hand, _CIRCLE, *_SHOWN[hand.decides([Part.CIRCLE])])
    for row in found:
        row.plan = hand.plan
    return found


def _circle(*states: PlaceState) -> QuerySet[Any]:
    rows: QuerySet[Any] = QuerySet(CircleMember).filter(
        plan=Slot("plan", BigIntegerField()), state__in=states
    )
    rows = rows.select_related("membership__person", "organisation")
    return rows.order_by("-is_contact", "state", "pk")


_CIRCLE = Statement(_circle)
_SHOWN: dict[bool, Iterable[PlaceState]] = {
    True: (PlaceState.ASKED, PlaceState.IN),
    False: (PlaceState.IN,),
}


def _seen(hand: Hand, model: type[Line]) -> Q:
    parts = hand.parts
    named = hand.named(model.THING)
    return shown_rows(opens=model.PART in parts, money=Part.MONEY in parts, named=named)
