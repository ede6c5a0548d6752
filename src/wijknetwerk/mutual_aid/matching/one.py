"""The best helpers for one request, and what is to be said of a helper whom a person chose."""

from collections.abc import Iterable

import numpy as np

from wijknetwerk.mutual_aid.matching import reasons
from wijknetwerk.mutual_aid.matching.model import (
    Ask,
    Offer,
    Past,
    Reason,
    Suggestion,
    Unserved,
)
from wijknetwerk.mutual_aid.matching.rules import Table


def for_one(
    ask: Ask, offers: Iterable[Offer], past: Iterable[Past], limit: int
) -> list[Suggestion]:
    """At most `limit` helpers that break no condition, the best first; ties by key."""
    past = list(past)
    table = Table([ask], offers, past)
    kind = table.kinds[ask.kind]
    free = np.flatnonzero(table.offers.room[kind.offers] > 0)
    pairs = table.block(kind, np.zeros(1, dtype=np.int64), free)
    cost = pairs.cost + table.first_place(pairs.offer)
    known = knowing(past)
    return [
        suggestion(ask, table.offers.rows[pairs.offer[at]], int(cost[at]), known)
        for at in np.lexsort((pairs.offer, cost))[:limit]
    ]


def why_nobody(ask: Ask, offers: Iterable[Offer], past: Iterable[Past]) -> Unserved:
    """Why `for_one` finds nobody for a request. Meant for when it does."""
    table = Table([ask], offers, past)
    why, count, nearest = table.why_nobody(0, table.kinds[ask.kind])
    return Unserved(ask.key, why, count, nearest)


def said_of(ask: Ask, offer: Offer, past: Iterable[Past]) -> tuple[Reason, ...]:
    """All that is to be said of a pair that a person thought of: first which conditions it breaks,
    then what speaks for and against it."""
    past = list(past)
    pair = (ask.asker, offer.helper)
    tried = any(
        (row.asker, row.helper) == pair and not row.good and row.ask in (None, ask.key)
        for row in past
    )
    broken = reasons.broken(ask, offer, tried=tried)
    return broken + reasons.of(ask, offer, known=pair in knowing(past))


def knowing(past: Iterable[Past]) -> set[tuple[int, int]]:
    """The askers and helpers who know each other, and it went well."""
    return {(row.asker, row.helper) for row in past if row.good}


def suggestion(ask: Ask, offer: Offer, cost: int, known: set[tuple[int, int]]) -> Suggestion:
    """A pair with its reasons."""
    met = (ask.asker, offer.helper) in known
    return Suggestion(ask.key, offer.key, cost, reasons.of(ask, offer, known=met))
