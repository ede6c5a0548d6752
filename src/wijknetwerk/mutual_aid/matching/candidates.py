"""With whom each request is thought of: the cheapest of those that live nearest, and more of them
for as long as that lets somebody else be served."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from wijknetwerk.mutual_aid.matching import weights
from wijknetwerk.mutual_aid.matching.columns import Bools, Floats, Ints
from wijknetwerk.mutual_aid.matching.rules import Kind, Pairs, Table

CELLS = 1_000_000  # pairs looked at in one go: some tens of megabytes
WHOLE = 1_000  # so many offers of a kind are looked at all, however far
NEAR = 300  # of more, these for each request; all when too few of them fit

Done = Callable[[int], None]
"""Called with the number of requests that were just looked at; may raise `Stopped`."""


def nearest(table: Table, count: int, done: Done) -> tuple[Pairs, Ints]:
    """At most `count` pairs for each request, and how many helpers each was found to have (`count`:
    that many or more; 0: nobody at all)."""
    made: list[Pairs] = []
    found = np.zeros(len(table.asks.rows), dtype=np.int64)
    for kind in table.kinds.values():
        at = np.flatnonzero(table.offers.room[kind.offers] > 0)
        if not len(at):
            done(len(kind.asks))
            continue
        looks = (
            _all(table, kind, kind.asks, at)
            if len(at) <= WHOLE
            else _around(table, kind, at, count)
        )
        for asks, pairs in looks:
            best = cheapest(table, pairs, count)
            found += np.bincount(best.ask, minlength=len(found))
            made.append(best)
            done(len(asks))
    return joined(made), found


def wider(table: Table, have: Pairs, served: Ints, found: Ints, count: int) -> Pairs:
    """At most `count` more pairs for each request that could let one more be served. None: `served`
    serves the most that can be, and this search is the proof.

    From the requests that nobody serves one follows their pairs to helpers, from these to whom they
    serve now, and so on. All these helpers are full, or somebody would have been served. Only a
    pair that leads out of this circle can help, and if no condition allows one, nothing can.
    """
    if not ((served < 0) & (found > 0)).any():
        return joined([])
    asks, offers = _circle(table, have, served, found)
    load = np.bincount(served[served >= 0], minlength=len(offers))
    full = load >= table.offers.room
    made: list[Pairs] = []
    for kind in table.kinds.values():
        inside = kind.asks[asks[kind.asks]]
        out = ~offers[kind.offers] & (table.offers.room[kind.offers] > 0)
        at = np.flatnonzero(out)
        for chunk in _chunks(inside, len(at)):
            made.append(cheapest(table, table.block(kind, chunk, at), count, last=full))
    return joined(made)


def cheapest(table: Table, pairs: Pairs, count: int, last: Bools | None = None) -> Pairs:
    """At most `count` pairs of each request, the cheapest first; offers in `last` after all others.
    Of pairs that cost the same, each request prefers others, so that not all want the same."""
    if not len(pairs.ask):
        return pairs
    cost = pairs.cost + table.first_place(pairs.offer)
    if last is not None:
        cost += last[pairs.offer] * (weights.DEAREST + 1)
    offers = len(table.offers.rows)
    turn = (pairs.offer + pairs.ask * _STEP) % offers
    # One number to sort by: request, then cost, then turn.
    order = np.argsort((pairs.ask * (2 * weights.DEAREST + 2) + cost) * offers + turn)
    ask = pairs.ask[order]
    starts = np.flatnonzero(np.diff(ask, prepend=-1))
    rank = np.arange(len(ask)) - np.repeat(starts, np.diff(starts, append=len(ask)))
    kept = order[rank < count]
    return Pairs(pairs.ask[kept], pairs.offer[kept], pairs.cost[kept])


_STEP = 7_919  # a prime, so that the turns of requests lie far apart


def joined(parts: Sequence[Pairs]) -> Pairs:
    """All of them as one."""
    none = np.zeros(0, dtype=np.int64)
    return Pairs(
        np.concatenate([none, *(part.ask for part in parts)]),
        np.concatenate([none, *(part.offer for part in parts)]),
        np.concatenate([none, *(part.cost for part in parts)]),
    )


def _circle(table: Table, have: Pairs, served: Ints, found: Ints) -> tuple[Bools, Bools]:
    """The requests and offers that can be reached from a request that nobody serves, though
    somebody could."""
    asks = (served < 0) & (found > 0)
    offers = np.zeros(len(table.offers.rows), dtype=bool)
    reached = -1
    while reached != (reached := int(asks.sum())):
        offers[have.offer[asks[have.ask]]] = True
        asks |= (served >= 0) & offers[served]
    return asks, offers


def _all(table: Table, kind: Kind, asks: Ints, at: Ints) -> Iterator[tuple[Ints, Pairs]]:
    """Each request with all offers."""
    for chunk in _chunks(asks, len(at)):
        yield chunk, table.block(kind, chunk, at)


def _chunks(asks: Ints, width: int) -> Iterator[Ints]:
    if width:
        size = max(1, CELLS // width)
        for start in range(0, len(asks), size):
            yield asks[start : start + size]


def _around(table: Table, kind: Kind, at: Ints, enough: int) -> Iterator[tuple[Ints, Pairs]]:
    """Each request with the offers nearest to it, or with all where too few of these fit."""
    spots = _Spots.of(table, kind, at)
    for chunk in _chunks(kind.asks[np.argsort(table.asks.spot[kind.asks], kind="stable")], NEAR):
        pairs = table.fitting(kind, *spots.near(table, chunk))
        fits = np.bincount(pairs.ask, minlength=len(table.asks.rows))
        few = fits < enough
        kept = np.flatnonzero(~few[pairs.ask])
        yield chunk[~few[chunk]], Pairs(pairs.ask[kept], pairs.offer[kept], pairs.cost[kept])
        yield from _all(table, kind, chunk[few[chunk]], at)


@dataclass(frozen=True, slots=True)
class _Spots:
    """Offers of one kind, place by place."""

    at: Ints
    """Where they stand in the kind, sorted by place."""
    starts: Ints
    counts: Ints
    place: Floats

    @classmethod
    def of(cls, table: Table, kind: Kind, at: Ints) -> "_Spots":
        spot = table.offers.spot[kind.offers[at]]
        at = at[np.argsort(spot, kind="stable")]
        _spots, starts, counts = np.unique(
            table.offers.spot[kind.offers[at]], return_index=True, return_counts=True
        )
        return cls(at, starts, counts, table.offers.place[kind.offers[at[starts]]])

    def near(self, table: Table, asks: Ints) -> tuple[Ints, Ints]:
        """Each request with about NEAR offers, from near to far. Of many in one place each request
        begins with others, so that not all look at the same ones."""
        _each, first, row = np.unique(table.asks.spot[asks], return_index=True, return_inverse=True)
        order, counts = self._outward(table.asks.place[asks[first]])
        # For each place of requests a stretch of (place of offers, how many of them).
        lengths = counts.sum(axis=1)
        spot = np.repeat(order.ravel(), counts.ravel())
        within = _counted(counts.ravel())
        begins = np.cumsum(lengths) - lengths
        # For each request the stretch of its place.
        picked = np.repeat(begins[row], lengths[row]) + _counted(lengths[row])
        turn = np.repeat(asks * _STEP, lengths[row])
        spot = spot[picked]
        number = (within[picked] + turn) % self.counts[spot]
        return np.repeat(asks, lengths[row]), self.at[self.starts[spot] + number]

    def _outward(self, places: Floats) -> tuple[Ints, Ints]:
        """For each place the nearest places of offers, and how many of each make NEAR together."""
        far = np.hypot(
            places[:, :1] - self.place[:, 0], places[:, 1:] - self.place[:, 1], dtype=np.float64
        )
        far[np.isnan(far)] = weights.UNKNOWN_DISTANCE
        wide = min(len(self.counts), 16 + 4 * NEAR * len(self.counts) // len(self.at))
        if wide < len(self.counts):
            order = np.argpartition(far, wide - 1, axis=1)[:, :wide]
        else:
            order = np.broadcast_to(np.arange(wide), far.shape)
        nearer = np.argsort(np.take_along_axis(far, order, axis=1), axis=1, kind="stable")
        order = np.take_along_axis(order, nearer, axis=1)
        upto = np.minimum(np.cumsum(self.counts[order], axis=1), NEAR)
        return order, np.diff(upto, axis=1, prepend=0)


def _counted(lengths: Ints) -> Ints:
    """0, 1, 2, ... anew for each length."""
    return np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
