"""The conversation cards of a plan as plain values, each beside the others. No mean, no change, no
comparison: the card is for talking (standards D3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import BeforeAfter, CardGoal, Dimension, Need
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.selectors import words

SIDES: Sequence[Dimension] = tuple(Dimension)


@dataclass(frozen=True, slots=True)
class CardShown:
    """One card, with the goals that came from it."""

    uuid: UUID
    on: date
    marks: Mapping[str, int]
    why: str
    first: str
    goals: Sequence[tuple[str | Promise, str]]


@dataclass(frozen=True, slots=True)
class FeltShown:
    """A need, and how somebody felt before and after what was done for it."""

    need: UUID
    text: str
    before: str
    after: str


def cards(hand: Hand) -> Sequence[CardShown]:
    """Newest first; two queries, and none for who may not read the card."""
    rows = words.cards(hand)
    goals = _goals(hand) if rows else {}
    return [
        CardShown(
            row.uuid,
            row.on,
            row.read_marks(),
            row.why.read(),
            row.first.read(),
            goals.get(row.pk, []),
        )
        for row in rows
    ]


def felt(hand: Hand) -> Sequence[FeltShown]:
    """Needs that this hand reads, with what was kept beside them; two queries."""
    if not hand.may(Part.CARD):
        return []
    kept = {row.need_id: row for row in BeforeAfter.objects.filter(plan=hand.plan)}
    found = []
    for need in words.lines(hand, Need):
        mark = kept.get(need.pk)
        before, after = (mark.before.read(), mark.after.read()) if mark else ("", "")
        found.append(FeltShown(need.uuid, need.text.read(), before, after))
    return found


def sides_of(card: CardShown) -> list[tuple[str, str]]:
    """The sides of life that have a number, with it, to choose from."""
    return [
        (side.value, f"{side.label} ({card.marks[side]})")
        for side in Dimension
        if side.value in card.marks
    ]


def _goals(hand: Hand) -> dict[int, list[tuple[str | Promise, str]]]:
    """Goals by card, as far as goals may be read."""
    found: dict[int, list[tuple[str | Promise, str]]] = {}
    if not hand.may(Part.GOALS):
        return found
    rows = CardGoal.objects.filter(plan=hand.plan, goal__gone_at=None, goal__money=False)
    for row in rows.select_related("goal").order_by("pk"):
        said = (Dimension(row.side.read()).label, row.goal.text.read())
        found.setdefault(row.card_id, []).append(said)
    return found
