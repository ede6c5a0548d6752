"""The most requests served, and among those plans the cheapest: min-cost maximum flow.

    start -> request -> offer -> end

Each request passes on one, each place of an offer takes one. Of two plans that serve as many, the
arcs from the start prefer the requests that go first, the middle ones the pairs that fit best, the
last ones helpers who have fewer already.
"""

from dataclasses import dataclass

import numpy as np
from ortools.graph.python import min_cost_flow

from wijknetwerk.mutual_aid.matching import weights
from wijknetwerk.mutual_aid.matching.columns import Ints
from wijknetwerk.mutual_aid.matching.rules import Pairs


@dataclass(frozen=True, slots=True)
class Room:
    """How many each offer may still carry, and how many it carries."""

    room: Ints
    running: Ints


def solve(pairs: Pairs, first: Ints, room: Room) -> Ints:
    """The offer of each request, -1 for none. `first` says how much is gained by serving each."""
    served = np.full(len(first), -1, dtype=np.int64)
    if not len(pairs.ask):
        return served
    pairs = _worth(pairs, room)
    solver = min_cost_flow.SimpleMinCostFlow()
    asks, ask_node = np.unique(pairs.ask, return_inverse=True)
    offers, offer_node = np.unique(pairs.offer, return_inverse=True)
    start, end = len(asks) + len(offers), len(asks) + len(offers) + 1
    nodes = np.arange(len(asks))
    _arcs(solver, np.full(len(asks), start), nodes, first[asks].max() - first[asks])
    middle = _arcs(solver, ask_node, len(asks) + offer_node, pairs.cost)
    wanted = np.bincount(offer_node, minlength=len(offers))
    places, costs = _places(offers, np.minimum(room.room[offers], wanted), room)
    _arcs(solver, len(asks) + places, np.full(len(places), end), costs)
    most = min(len(asks), len(places))
    solver.set_nodes_supplies(np.array([start, end]), np.array([most, -most]))
    status = solver.solve_max_flow_with_min_cost()
    if status != solver.OPTIMAL:
        raise RuntimeError(f"no plan was found: {status}")
    used = solver.flows(middle) > 0
    served[pairs.ask[used]] = pairs.offer[used]
    return served


def _arcs(solver: min_cost_flow.SimpleMinCostFlow, tails: Ints, heads: Ints, costs: Ints) -> Ints:
    ones = np.ones(len(tails), dtype=np.int64)
    return solver.add_arcs_with_capacity_and_unit_cost(  # type: ignore[no-any-return]
        tails.astype(np.int32), heads.astype(np.int32), ones, costs
    )


def _places(offers: Ints, free: Ints, room: Room) -> tuple[Ints, Ints]:
    """So many free places of every offer, as the number of its offer among `offers`, and the cost
    of each."""
    owner = np.repeat(np.arange(len(offers)), free)
    number = np.arange(len(owner)) - np.repeat(np.cumsum(free) - free, free)
    return owner, _place_cost(offers[owner], number, room)


def _place_cost(offers: Ints, number: Ints, room: Room) -> Ints:
    return weights.place_cost(running=room.running[offers], room=room.room[offers], number=number)


def _worth(pairs: Pairs, room: Room) -> Pairs:
    """Without the pairs that no best plan has.

    Where a helper has room for everybody who is thought of with them, each of these can always have
    that helper, at most at the cost of the last place. So none of them takes a dearer one: changing
    to this helper pushes nobody out, and costs less. That leaves others with fewer, and so on.
    """
    ask, offer, cost = pairs.ask, pairs.offer, pairs.cost
    cheapest = cost + _place_cost(offer, np.zeros(len(offer), dtype=np.int64), room)
    while True:
        wanted = np.bincount(offer, minlength=len(room.room))
        sure = wanted[offer] <= room.room[offer]
        dearest = cost[sure] + _place_cost(offer[sure], wanted[offer[sure]] - 1, room)
        limit = np.full(int(ask.max()) + 1, np.iinfo(np.int64).max)
        np.minimum.at(limit, ask[sure], dearest)
        kept = np.flatnonzero(cheapest <= limit[ask])
        if len(kept) == len(ask):
            return Pairs(ask, offer, cost)
        ask, offer, cost, cheapest = ask[kept], offer[kept], cost[kept], cheapest[kept]
