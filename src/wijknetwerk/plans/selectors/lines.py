"""One line of a plan with what stood there before, and what stands there no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core import clock
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    EarlierWords,
    Line,
    LookedBack,
    PlanGoal,
    Strength,
)
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.plans.selectors import words
from wijknetwerk.privacy.purposes import Deed


@dataclass(frozen=True, slots=True)
class EarlierShown:
    """What it said, until when, and who wrote it."""

    text: str
    until: datetime
    who: str


@dataclass(frozen=True, slots=True)
class BackShown:
    """How it went with a goal on one day."""

    on: date
    words: str
    went: str | Promise


@dataclass(frozen=True, slots=True)
class LinePage:
    """One line, for its own page."""

    uuid: UUID
    thing: str
    text: str
    money: bool
    version: int
    beside: str | Promise
    whose: str
    look_back_on: date | None
    is_due: bool
    may_write: bool
    earlier: Sequence[EarlierShown]
    looks: Sequence[BackShown]


@dataclass(frozen=True, slots=True)
class GoneLine:
    """A line that was let go."""

    uuid: UUID
    thing: str
    text: str
    on: datetime
    may_write: bool


def line_page(hand: Hand, row: Any) -> LinePage:
    """A line that this hand may read; one or two queries."""
    day = row.look_back_on if isinstance(row, PlanGoal) else None
    return LinePage(
        uuid=row.uuid,
        thing=row.THING,
        text=row.text.read(),
        money=row.money,
        version=row.version,
        beside=row.get_whose_display() if isinstance(row, Strength) else "",
        whose=row.whose if isinstance(row, Strength) else "",
        look_back_on=day,
        is_due=day is not None and day <= clock.today(),
        may_write=_may_write(hand, row),
        earlier=_earlier(hand, row),
        looks=_looks(hand, row) if isinstance(row, PlanGoal) else (),
    )


def gone(hand: Hand) -> Sequence[GoneLine]:
    """What was let go, latest first, as far as this hand may read it; one query."""
    found = [
        GoneLine(row.uuid, row.THING, row.text.read(), row.gone_at, _may_write(hand, row))
        for rows in words.all_lines(hand, gone=True).values()
        for row in rows
        if row.gone_at is not None
    ]
    return sorted(found, key=lambda line: line.on, reverse=True)


def _may_write(hand: Hand, row: Line) -> bool:
    return hand.plan.is_open and bool(hand.may(row.part, Deed.WRITE, one(row.THING, row.uuid)))


def _earlier(hand: Hand, row: Line) -> Sequence[EarlierShown]:
    """Latest first. Words that were about money only for who may see money."""
    rows = EarlierWords.objects.filter(plan=hand.plan, subject=row.uuid)
    return [
        EarlierShown(
            old.text.read(),
            old.replaced_at,
            old.written_by.name if old.written_by and hand.may(Part.CIRCLE) else "",
        )
        for old in rows.select_related("written_by").order_by("-version")
        if not old.money or hand.may(Part.MONEY)
    ]


def money_until(hand: Hand, subject: UUID) -> datetime | None:
    """Until when something was about money, for who may not see money: what was said of it before
    is not for them. None where they may see all of it."""
    if hand.may(Part.MONEY):
        return None
    rows = EarlierWords.objects.filter(plan=hand.plan, subject=subject, money=True)
    return rows.order_by("-version").values_list("replaced_at", flat=True).first()


def _looks(hand: Hand, row: PlanGoal) -> Sequence[BackShown]:
    rows = LookedBack.objects.filter(goal=row).order_by("-on", "-pk")
    until = money_until(hand, row.uuid)
    return [
        BackShown(one.on, one.words.read(), one.get_went_display())
        for one in rows
        if until is None or one.created_at > until
    ]
