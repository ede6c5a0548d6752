"""Single things of a plan that somebody can be shown alone: lines in own words, agreements and
documents. A talk or what is asked of a party has a yes of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import NotFound
from wijknetwerk.plans import access_rest
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    Agreement,
    Conference,
    DocumentReader,
    Need,
    PlanDocument,
    PlanGoal,
    Referral,
    ResidentPlan,
    Strength,
    Want,
)
from wijknetwerk.plans.parts import Part, one
from wijknetwerk.privacy.purposes import PLAN_WATCH

SHORT = 80


@dataclass(frozen=True, slots=True)
class ThingShown:
    """One thing, as who chooses reads it."""

    uuid: UUID
    word: str
    """What sort of thing it is, in the code."""
    sort: str | Promise
    text: str
    part: Part

    @property
    def name(self) -> str:
        """How a consent names it."""
        return one(self.word, self.uuid)


_SORTS: dict[str, tuple[Any, str, str | Promise]] = {
    "want": (Want, "text", _("I want")),
    "strength": (Strength, "text", _("I can")),
    "need": (Need, "text", _("I need")),
    "goal": (PlanGoal, "text", _("My goal")),
    "agreement": (Agreement, "what", _("An agreement")),
    "document": (PlanDocument, "title", _("A document")),
}
"""What can be shared alone."""
_OTHERS: dict[str, tuple[Any, str | Promise]] = {
    "conference": (Conference, _("one talk")),
    "referral": (Referral, _("one thing that was asked of a party")),
}


def shareable(hand: Hand) -> Sequence[ThingShown]:
    """Everything that can be shared alone and that this hand reads; six queries."""
    return [
        found
        for word, (model, _field, _sort) in _SORTS.items()
        for row in _rows(model, hand).order_by("pk")
        if (found := _shown(hand, word, row)) is not None
    ]


def thing(hand: Hand, word: str, uuid: UUID) -> ThingShown:
    """One of them. NotFound."""
    if word not in _SORTS:
        raise NotFound
    row = _rows(_SORTS[word][0], hand).filter(uuid=uuid).first()
    found = _shown(hand, word, row) if row is not None else None
    if found is None:
        raise NotFound
    return found


def titles(hand: Hand, names: Iterable[str]) -> dict[str, str]:
    """What these consents are about, in words, as far as this hand reads it; a query a sort."""
    wanted: dict[str, set[str]] = {}
    found: dict[str, str] = {}
    for name in names:
        word, _colon, uuid = name.partition(":")
        if word in _OTHERS:
            found[name] = str(_OTHERS[word][1])
        elif word in _SORTS and uuid:
            wanted.setdefault(word, set()).add(uuid)
    for word, uuids in wanted.items():
        for row in _rows(_SORTS[word][0], hand, gone=True).filter(uuid__in=uuids):
            shown = _shown(hand, word, row)
            if shown is not None:
                found[shown.name] = f"{shown.sort}: {shown.text}"
    return found


def readers(thing: ThingShown) -> set[int] | None:
    """Who was chosen to read a document; None for what is read by its part alone."""
    if thing.word != PlanDocument.THING:
        return None
    rows = DocumentReader.objects.filter(document__uuid=thing.uuid)
    return set(rows.values_list("person_id", flat=True))


def part_of_name(plan: ResidentPlan, name: str) -> Part:
    """The part that a name in a consent lies in: a part itself, or that of the one thing.
    NotFound for a thing that is there no more."""
    if name in Part.values:
        return Part(name)
    if name in PLAN_WATCH.parts:
        return Part.AGREEMENTS
    word, _colon, uuid = name.partition(":")
    model: Any = (_SORTS.get(word) or _OTHERS.get(word) or (None,))[0]
    row = model._default_manager.filter(plan=plan, uuid=uuid).first() if model else None
    if row is None:
        raise NotFound
    return Part(row.part)


def _rows(model: Any, hand: Hand, *, gone: bool = False) -> Any:
    """Those that stand there now, or also what was let go."""
    if model is PlanDocument:
        return access_rest.documents(hand)  # each has readers of its own
    rows = model._default_manager.filter(plan=hand.plan)
    if gone:
        return rows
    return rows.exclude(state="dropped") if model is Agreement else rows.filter(gone_at=None)


def _shown(hand: Hand, word: str, row: Any) -> ThingShown | None:
    _model, field, sort = _SORTS[word]
    if not hand.may(row.part, thing=one(word, row.uuid)):
        return None
    text = getattr(row, field).read()
    short = text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
    return ThingShown(row.uuid, word, sort, short, row.part)
