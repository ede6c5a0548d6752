"""The conditions that are hard, and what a pair costs: for many pairs at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from wijknetwerk.mutual_aid.matching import weights
from wijknetwerk.mutual_aid.matching.columns import (
    RHYTHMS,
    Asks,
    Bools,
    Floats,
    History,
    Ints,
    Offers,
    among,
    columns,
    nothing_in,
)
from wijknetwerk.mutual_aid.matching.model import Ask, Offer, Past, Why
from wijknetwerk.mutual_aid.matching.periods import only_once


@dataclass(frozen=True, slots=True)
class Kind:
    """The requests of one kind and the offers that serve it, also those without room."""

    asks: Ints
    offers: Ints
    general: Bools
    """Of each offer, whether it named the first level only."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Requests and offers, by number, with what each pair costs."""

    ask: Ints
    offer: Ints
    cost: Ints


class Table:
    """All requests and offers of one question, and what was between them before."""

    def __init__(self, asks: Iterable[Ask], offers: Iterable[Offer], past: Iterable[Past]) -> None:
        self.asks, self.offers = columns(asks, offers)
        self.history = History.of(past)
        self.kinds = _by_kind(self.asks, self.offers)

    def fitting(self, kind: Kind, one: Ints, at: Ints) -> Pairs:
        """Of pairs of a request and a place in `kind.offers`: those that break no condition."""
        for holds in _CONDITIONS.values():
            kept = np.flatnonzero(holds(self, one, kind.offers[at]))
            one, at = one[kept], at[kept]
        return Pairs(one, kind.offers[at], self._cost(one, kind.offers[at], kind.general[at]))

    def block(self, kind: Kind, asks: Ints, at: Ints) -> Pairs:
        """The same, of all these requests with all these offers."""
        common = self.asks.week[asks][:, None] & self.offers.parts[kind.offers[at]]
        rows, columns_ = np.nonzero(common)  # time in common, cheaply: few are left
        return self.fitting(kind, asks[rows], at[columns_])

    def why_nobody(self, ask: int, kind: Kind) -> tuple[Why, int, int | None]:
        """The first condition that leaves no helper for a request, how many there were before it,
        and how far the nearest lives when all are too far."""
        other = kind.offers
        if not len(other):
            return Why.NO_KIND, 0, None
        for why, holds in _CONDITIONS.items():
            one = np.full(len(other), ask)
            kept = holds(self, one, other)
            if not kept.any():
                nearest = int(self.distance(one, other).min()) if why == Why.TOO_FAR else None
                return why, len(other), nearest
            other = other[kept]
        free = int((self.offers.room[other] > 0).sum())
        return (Why.TAKEN, free, None) if free else (Why.FULL, len(other), None)

    def distance(self, one: Ints, other: Ints) -> Floats:
        """Metres between asker and helper; NaN when either said just the neighbourhood."""
        apart = self.asks.place[one] - self.offers.place[other]
        return np.hypot(apart[:, 0], apart[:, 1], dtype=np.float64)

    def _cost(self, one: Ints, other: Ints, general: Bools) -> Ints:
        far = self.distance(one, other)
        far[np.isnan(far)] = weights.UNKNOWN_DISTANCE
        cost = np.minimum(np.rint(far), weights.FARTHEST).astype(np.int64)
        asked = self.asks.parts[one]
        wanted = np.bitwise_count(asked).astype(np.int64)
        common = np.bitwise_count(asked & self.offers.parts[other]).astype(np.int64)
        cost += weights.TIME * (wanted - common) // np.maximum(wanted, 1)
        cost += weights.GENERAL_KIND * general
        known = among(self.history.good, self.asks.asker[one], self.offers.helper[other])
        cost += weights.STRANGER * ~known
        cost += _RHYTHM_COST[self.asks.rhythm[one], self.offers.rhythm[other]]
        limited = np.flatnonzero(self.offers.limited[other])
        if len(limited):
            one, other = one[limited], other[limited]
            whole = self.asks.last[one] - self.asks.first[one] + 1
            cost[limited] += weights.PERIOD * (whole - self.days_common(one, other)) // whole
        return cost

    def days_common(self, one: Ints, other: Ints) -> Ints:
        """On how many of the days that are asked the helper can (`periods.common`)."""
        begins, ends, away, back = self.offers.days[other].T
        first = np.maximum(self.asks.first[one], begins)
        last = np.minimum(self.asks.last[one], ends)
        paused = np.minimum(last, back - 1) - np.maximum(first, away) + 1
        days: Ints = np.maximum(last - first + 1, 0) - np.maximum(paused, 0)
        return days

    def first_place(self, offers: Ints) -> Ints:
        """What the first place costs that these offers still have (`weights.place_cost`)."""
        return weights.place_cost(
            running=self.offers.running[offers],
            room=self.offers.room[offers],
            number=np.zeros(len(offers), dtype=np.int64),
        )


_RHYTHM_COST = np.array([[weights.rhythm(one, other) for other in RHYTHMS] for one in RHYTHMS])
_RHYTHM_FITS = np.array([[not only_once(one, other) for other in RHYTHMS] for one in RHYTHMS])


def _not_tried(table: Table, one: Ints, other: Ints) -> Bools:
    """Not the same person, not after it went wrong, not what was tried for this request."""
    asker, helper = table.asks.asker[one], table.offers.helper[other]
    bad = np.equal(asker, helper) | among(table.history.bad, asker, helper)
    return np.logical_not(bad | among(table.history.tried, table.asks.key[one], helper))


def _wishes(table: Table, one: Ints, other: Ints) -> Bools:
    return nothing_in(table.asks.wants[one] & ~table.offers.can[other])


def _language(table: Table, one: Ints, other: Ints) -> Bools:
    shared = table.asks.languages[one] & table.offers.languages[other]
    return table.asks.any_language[one] | ~nothing_in(shared)


def _time(table: Table, one: Ints, other: Ints) -> Bools:
    free: Bools = np.not_equal(table.asks.week[one] & table.offers.parts[other], 0)
    return free


def _period(table: Table, one: Ints, other: Ints) -> Bools:
    fits = np.ones(len(one), dtype=bool)
    limited = np.flatnonzero(table.offers.limited[other])
    if len(limited):
        fits[limited] = table.days_common(one[limited], other[limited]) > 0
    return fits


def _rhythm(table: Table, one: Ints, other: Ints) -> Bools:
    fits: Bools = _RHYTHM_FITS[table.asks.rhythm[one], table.offers.rhythm[other]]
    return fits


def _near(table: Table, one: Ints, other: Ints) -> Bools:
    return np.logical_not(table.distance(one, other) > table.offers.reach[other])


_CONDITIONS: dict[Why, Callable[[Table, Ints, Ints], Bools]] = {
    Why.TRIED: _not_tried,
    Why.NO_WISH: _wishes,
    Why.NO_LANGUAGE: _language,
    Why.NO_TIME: _time,
    Why.NO_PERIOD: _period,
    Why.NO_RHYTHM: _rhythm,
    Why.TOO_FAR: _near,
}


def _by_kind(asks: Asks, offers: Offers) -> dict[str, Kind]:
    offering: dict[str, list[int]] = {}
    for number, offer in enumerate(offers.rows):
        for code in offer.kinds:
            offering.setdefault(code, []).append(number)
    asking: dict[str, list[int]] = {}
    for number, ask in enumerate(asks.rows):
        asking.setdefault(ask.kind, []).append(number)
    return {
        code: _kind(numbers, offering.get(code, ()), offering.get(code.partition(".")[0], ()))
        for code, numbers in sorted(asking.items())
    }


def _kind(asks: Iterable[int], named: Iterable[int], general: Iterable[int]) -> Kind:
    exact = np.array(list(named), dtype=np.int64)
    serving = np.union1d(exact, np.array(list(general), dtype=np.int64))
    return Kind(np.array(list(asks), dtype=np.int64), serving, ~np.isin(serving, exact))
