"""Who goes before whom by law when two may decide about the same, and where that is so. It only
tells: nobody is shut out by it (design 3). Knows no database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from wijknetwerk.plans.parts import Part

NEAREST = {"curator": 0, "mentor": 1, "authorised": 2, "partner": 3}
"""About care (BW 7:465): a parent, son, daughter, brother or sister come last, equally."""
NEAREST_IN_MONEY = {"curator": 0, "bewindvoerder": 1, "authorised": 2}
"""About money: whom a court named, then who was authorised; family has no place of its own."""
LAST = 4


@dataclass(frozen=True, slots=True)
class Deciding:
    """Somebody who may decide now, in these parts."""

    uuid: UUID
    name: str
    kind: str
    covers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clash:
    """Several who may decide about the same parts. `first` goes before the others by law; empty
    where they stand equally."""

    parts: tuple[Part, ...]
    who: tuple[Deciding, ...]
    first: tuple[Deciding, ...]


def rank(kind: str, part: Part) -> int:
    """How near by law; the lowest goes first."""
    order = NEAREST_IN_MONEY if part == Part.MONEY else NEAREST
    return order.get(kind, LAST)


def in_order(who: Iterable[Deciding]) -> list[Deciding]:
    """Nearest first, as the law has it for care; an administrator of money after these."""
    return sorted(who, key=lambda one: (rank(one.kind, Part.WORDS), one.name))


def clashes(who: Sequence[Deciding]) -> list[Clash]:
    """Where more than one may decide, parts with the same people together."""
    found: dict[tuple[tuple[Deciding, ...], tuple[Deciding, ...]], list[Part]] = {}
    for part in Part:
        may = tuple(one for one in in_order(who) if part in one.covers)
        if len({one.uuid for one in may}) < 2:
            continue
        nearest = min(rank(one.kind, part) for one in may)
        first = tuple(one for one in may if rank(one.kind, part) == nearest)
        found.setdefault((may, first if len(first) < len(may) else ()), []).append(part)
    return [Clash(tuple(parts), may, first) for (may, first), parts in found.items()]
