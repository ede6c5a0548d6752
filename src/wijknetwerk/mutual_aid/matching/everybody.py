"""All open requests and offers together: the most served first, then the best total."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from wijknetwerk.mutual_aid.matching import candidates, weights
from wijknetwerk.mutual_aid.matching.columns import Ints
from wijknetwerk.mutual_aid.matching.flow import Room, solve
from wijknetwerk.mutual_aid.matching.model import (
    Ask,
    Offer,
    Past,
    Plan,
    Stopped,
    Unserved,
    Why,
)
from wijknetwerk.mutual_aid.matching.one import knowing, suggestion
from wijknetwerk.mutual_aid.matching.rules import Pairs, Table


class Stage(StrEnum):
    """What is being done."""

    LOOKING = "looking"  # who could help whom; counted in requests
    TOGETHER = "together"  # all of them together; counted in requests served
    SAYING = "saying"  # why


Progress = Callable[[Stage, int, int], None]
"""Told how much of how much is done; more often than a person would look."""

Stop = Callable[[], bool]
"""Asked between the steps; True stops it with `Stopped`."""


def _no_progress(_stage: Stage, _done: int, _of: int) -> None:
    """Nobody looks."""


def _no_stop() -> bool:
    return False


def for_all(
    asks: Iterable[Ask],
    offers: Iterable[Offer],
    past: Iterable[Past],
    *,
    candidates: int = 20,
    progress: Progress = _no_progress,
    stop: Stop = _no_stop,
) -> Plan:
    """A helper for as many requests as can have one, never beyond anybody's room.

    The number served is the most that the conditions allow. The total is the best among plans that
    serve as many, with the pairs that were thought of: `candidates` for each request, and more
    where somebody would go unserved without. Who waits long goes first where not all can be served.
    """
    past = list(past)
    run = _Run(Table(asks, offers, past), candidates, progress, stop)
    run.look()
    run.bring_together()
    return run.say(knowing(past))


@dataclass(slots=True)
class _Run:
    table: Table
    count: int
    progress: Progress
    stop: Stop
    looked: int = 0
    rounds: int = 0
    pairs: Pairs = field(init=False)
    found: Ints = field(init=False)
    served: Ints = field(init=False)

    def look(self) -> None:
        """Find candidates."""
        self._tell(0)
        self.pairs, self.found = candidates.nearest(self.table, self.count, self._tell)

    def bring_together(self) -> None:
        """Make a plan, and make it anew with more candidates until nobody more can be served."""
        asks, offers = self.table.asks, self.table.offers
        first = np.array(
            [
                weights.priority(waiting_days=waiting, urgent=bool(urgent), helpers=helpers)
                for waiting, urgent, helpers in zip(
                    asks.waiting.tolist(), asks.urgent.tolist(), self.found.tolist(), strict=True
                )
            ],
            dtype=np.int64,
        )
        room, more = Room(offers.room, offers.running), self.count
        while True:
            self._check()
            self.served = solve(self.pairs, first, room)
            self.rounds += 1
            self._check()
            self.progress(Stage.TOGETHER, int((self.served >= 0).sum()), len(asks.rows))
            wider = candidates.wider(self.table, self.pairs, self.served, self.found, more)
            if not len(wider.ask):
                return
            self.pairs = candidates.joined([self.pairs, wider])
            more *= 2

    def say(self, known: set[tuple[int, int]]) -> Plan:
        """The plan, with why for each pair and for each request that goes without."""
        self._check()
        asks, offers = self.table.asks.rows, self.table.offers.rows
        self.progress(Stage.SAYING, 0, len(asks))
        costs = self._costs()
        pairs, unserved = [], []
        for number, ask in enumerate(asks):
            offer = int(self.served[number])
            if offer >= 0:
                pairs.append(suggestion(ask, offers[offer], costs[number], known))
            else:
                unserved.append(self._why(number))
        self.progress(Stage.SAYING, len(asks), len(asks))
        return Plan(pairs, unserved, self.rounds)

    def _why(self, number: int) -> Unserved:
        ask, helpers = self.table.asks.rows[number], int(self.found[number])
        if helpers:
            return Unserved(ask.key, Why.TAKEN, helpers)
        why, count, nearest = self.table.why_nobody(number, self.table.kinds[ask.kind])
        return Unserved(ask.key, why, count, nearest)

    def _costs(self) -> dict[int, int]:
        """What each pair of the plan costs, with the first place of its helper."""
        used = self.served[self.pairs.ask] == self.pairs.offer
        asks, offers = self.pairs.ask[used], self.pairs.offer[used]
        cost = self.pairs.cost[used] + self.table.first_place(offers)
        return dict(zip(asks.tolist(), cost.tolist(), strict=True))

    def _tell(self, more: int) -> None:
        self._check()
        self.looked += more
        self.progress(Stage.LOOKING, self.looked, len(self.table.asks.rows))

    def _check(self) -> None:
        if self.stop():
            raise Stopped
