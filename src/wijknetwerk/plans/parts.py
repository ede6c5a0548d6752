"""Parts of a plan, and the one way in which a consent names a single thing. Knows no database."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """What a consent, a representative or a page can be about. What is about money is MONEY,
    whatever else it is."""

    WORDS = "words", _("what you want and what you can")
    NEEDS = "needs", _("what you need")
    GOALS = "goals", _("your goals")
    CARD = "card", _("the conversation card")
    CIRCLE = "circle", _("who is in your circle")
    AGREEMENTS = "agreements", _("what was agreed")
    CONFERENCES = "conferences", _("talks at your home")
    MESSAGES = "messages", _("messages in your circle")
    DOCUMENTS = "documents", _("documents")
    MONEY = "money", _("everything about money")


ALL = tuple(Part)
EMERGENCY = frozenset({Part.CIRCLE, Part.AGREEMENTS})
"""Less than anybody of the circle sees: whom to call and what was agreed (standards A3)."""

THINGS = ("want", "strength", "need", "goal", "agreement", "conference", "referral", "document")
"""Words of things that a consent may name one of."""


def one(thing: str, uuid: UUID) -> str:
    """How a consent names a single thing. ValueError for a word that is no thing of a plan."""
    if thing not in THINGS:
        raise ValueError(thing)
    return f"{thing}:{uuid}"


def part_of(part: Part, *, money: bool) -> Part:
    """The part that a row of this kind is in."""
    return Part.MONEY if money else part
