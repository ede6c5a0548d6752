"""The three ways to share that a daughter and a nurse grasp, and the exact text of any sharing.

A preset is a way to fill in a row of the ledger; what counts is the row (decision 21).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from wijknetwerk.plans.decision import OWN_PEOPLE
from wijknetwerk.plans.parts import ALL, Part
from wijknetwerk.privacy.purposes import (
    PLAN_CARE,
    PLAN_ONE_THING,
    PLAN_OWN_PEOPLE,
    Deed,
    Ground,
    PartyKind,
    Purpose,
)


class Preset(StrEnum):
    """'My daughter: everything', 'home care: everything but money', 'this one thing'."""

    EVERYTHING = "everything"
    BUT_MONEY = "but_money"
    ONE_THING = "one_thing"


WORKS_ALONG = (Deed.READ, Deed.WRITE, Deed.DISCUSS)


@dataclass(frozen=True, slots=True)
class Sharing:
    """What somebody may see and do. With a `thing` only that; the part then says where it is."""

    parts: tuple[Part, ...] = ()
    deeds: tuple[Deed, ...] = WORKS_ALONG
    thing: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """What stands in the ledger."""
        return (self.thing,) if self.thing else tuple(part.value for part in self.parts)

    def purpose(self, role: str) -> Purpose:
        """Why, for somebody with this role in the circle."""
        if self.thing:
            return PLAN_ONE_THING
        return PLAN_OWN_PEOPLE if role in OWN_PEOPLE else PLAN_CARE


def sharing(preset: Preset, *, thing: str = "", part: Part | None = None) -> Sharing:
    """What a preset means today. `thing` and its part only for 'this one thing'. ValueError."""
    if (preset is Preset.ONE_THING) != bool(thing and part):
        raise ValueError(preset)
    if preset is Preset.ONE_THING and part is not None:
        return Sharing((part,), (Deed.READ, Deed.WRITE), thing)
    if preset is Preset.BUT_MONEY:
        return Sharing(tuple(part for part in ALL if part != Part.MONEY))
    return Sharing(ALL)


def text(chosen: Sharing, kind: PartyKind, ground: Ground, note: str) -> str:
    """The exact words that are read before the yes. They name nobody: one text for all who read it,
    kept for ever."""
    sentences = [
        _("%(who)s sees of your plan: %(what)s.") % {"who": _who(kind), "what": _what(chosen)},
        _("They may: %(deeds)s.") % {"deeds": _listed(str(deed.label) for deed in chosen.deeds)},
    ]
    if ground != Ground.CONSENT:
        law = {"ground": ground.label, "note": note}
        sentences.append(_("This rests on %(ground)s (%(note)s).") % law)
    sentences.append(
        _(
            "Every look is on record, and you can read that record. You can stop this at any"
            " moment. Saying no, or stopping, changes nothing in the help or care that you get."
        )
    )
    return " ".join(sentences)


def _who(kind: PartyKind) -> str:
    if kind == PartyKind.TEAM:
        return _("Everybody in your circle who comes to you for their work")
    if kind == PartyKind.ORGANISATION:
        return _("The people of one organisation, as far as they are in your circle,")
    return _("One person in your circle")


def _what(chosen: Sharing) -> str:
    if chosen.thing:
        return _("one thing, and nothing else")
    if set(chosen.parts) == set(ALL):
        return _("everything")
    if set(chosen.parts) == set(ALL) - {Part.MONEY}:
        return _("everything, but nothing about money")
    return _listed(str(part.label) for part in chosen.parts)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
