"""The words of a plan as blocks of its page: I want, I can, I need, my goals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import Line, Need, PlanGoal, Strength, Want
from wijknetwerk.plans.selectors import words
from wijknetwerk.plans.selectors.chosen import ChosenShown, chosen
from wijknetwerk.privacy.purposes import Deed


@dataclass(frozen=True, slots=True)
class LineShown:
    """One line in own words, with what belongs to its kind."""

    uuid: UUID
    thing: str
    text: str
    money: bool
    beside: str | Promise
    on: date | None
    is_due: bool
    """The day to look back has come."""
    chosen: ChosenShown | None


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page: a heading, its lines, whether this reader may add one."""

    thing: str
    title: str | Promise
    hint: str | Promise
    lines: Sequence[LineShown]
    may_add: bool


_BLOCKS: tuple[tuple[type[Line], str | Promise, str | Promise], ...] = (
    (Want, _("I want"), _("What do you want to keep, or to do again?")),
    (Strength, _("I can"), _("What can you do yourself? What can your own people do?")),
    (Need, _("I need"), _("What do you need help with, and from whom?")),
    (PlanGoal, _("My goals"), _("What do you want to reach, and when do we look back?")),
)


def blocks(hand: Hand) -> Sequence[Block]:
    """All four, as far as this hand may read them; one query, one more if a need has a request
    for help."""
    found = words.all_lines(hand)
    return [block for row in _BLOCKS if (block := _block(hand, found[row[0]], *row))]


def _block(
    hand: Hand, rows: list[Any], model: type[Line], title: str | Promise, hint: str | Promise
) -> Block | None:
    found = chosen(hand, rows) if model is Need else {}
    may_add = hand.plan.is_open and bool(hand.may(model.PART, Deed.WRITE))
    if not rows and not may_add and not hand.may(model.PART):
        return None
    return Block(model.THING, title, hint, [_line(row, found) for row in rows], may_add)


def _line(row: Line, found: Mapping[int, ChosenShown]) -> LineShown:
    beside: str | Promise = ""
    on = None
    if isinstance(row, Strength):
        beside = row.get_whose_display()
    elif isinstance(row, PlanGoal):
        on, beside = row.look_back_on, row.get_went_display()
    return LineShown(
        uuid=row.uuid,
        thing=row.THING,
        text=row.text.read(),
        money=row.money,
        beside=beside,
        on=on,
        is_due=on is not None and on <= clock.today(),
        chosen=found.get(row.pk),
    )
