"""Who could help whom, in amounts: all together within the budget, beside a plain greedy, the loss
against all pairs, and the solver alone."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from tools.bench import helping
from tools.bench.helping import OFFERS, REQUESTS, SYSTEM
from tools.bench.table import Line
from wijknetwerk.core import clock, scope
from wijknetwerk.mutual_aid.matching import Ask, Offer, reasons
from wijknetwerk.mutual_aid.matching.everybody import for_all
from wijknetwerk.mutual_aid.matching.rules import Table
from wijknetwerk.mutual_aid.models import Match, MatchingRun
from wijknetwerk.mutual_aid.selectors import matching as reading
from wijknetwerk.mutual_aid.services import matching_runs
from wijknetwerk.networks.models import Network

ROOT = Path(__file__).resolve().parents[2]
SCARCE = 12_000  # offers with which not all can be served
TIMES_LOOP = 25.0
LOOP = 10_000_000
ROUNDS = 3


def lines() -> list[Line]:
    """In the database of this run, which it fills with a network of its own."""
    network = helping.fill()
    return [
        _all_together(network),
        *_beside_greedy(network),
        _loss(),
        _solver_alone(),
    ]


def _all_together(network: Network) -> Line:
    """The job as the worker runs it; the middle one of some rounds."""
    times, served = [], 0
    for _round in range(ROUNDS):
        with scope.acting(SYSTEM):
            Match.objects.filter(network=network).delete()
            run = MatchingRun.objects.create(network=network, by=None, asked_at=clock.now())
            loop = _spent(_loop)
            job = partial(matching_runs.bring_together, actor=SYSTEM, run=run.pk)
            times.append(2 * _spent(job) / (loop + _spent(_loop)))
            run.refresh_from_db()
            served = run.served
    middle = sorted(times)[ROUNDS // 2]
    return Line(
        f"{REQUESTS:,} requests and {OFFERS:,} offers of help brought together, reading and"
        " writing included",
        f"{middle:.1f} x a loop of 10 million steps; {served:,} served, which is the most",
        f"{TIMES_LOOP:.0f} x",
        middle < TIMES_LOOP,
    )


def _beside_greedy(network: Network) -> list[Line]:
    """The same requests, with all offers and with few: what a plan of all together gains."""
    with scope.acting(SYSTEM):
        asked = reading.of_all(network)
    return [_both(asked.asks, asked.offers[:count]) for count in (OFFERS, SCARCE)]


def _both(asks: list[Ask], offers: list[Offer]) -> Line:
    begun = time.process_time()
    pairs = {pair.ask: pair.offer for pair in for_all(asks, offers, []).pairs}
    ours = time.process_time() - begun
    begun = time.process_time()
    greedy = _greedy(asks, offers)
    theirs = time.process_time() - begun
    return Line(
        "all together, and a plain greedy (who waits longest takes who lives nearest):"
        f" {len(offers):,} offers",
        f"served {_share(pairs)} and {_share(greedy)}; mean distance"
        f" {_mean(asks, offers, pairs)} and {_mean(asks, offers, greedy)};"
        f" {ours:.1f} s and {theirs:.1f} s",
        "never fewer served",
        len(pairs) >= len(greedy),
    )


def _share(pairs: dict[int, int]) -> str:
    return f"{100 * len(pairs) / REQUESTS:.1f} %"


def _mean(asks: list[Ask], offers: list[Offer], pairs: dict[int, int]) -> str:

    given = {row.key: row for row in offers}
    far = [reasons.metres(row, given[pairs[row.key]]) for row in asks if row.key in pairs]
    known = [metres for metres in far if metres is not None]
    return f"{sum(known) / len(known) / 1000:.2f} km"


def _greedy(asks: list[Ask], offers: list[Offer]) -> dict[int, int]:
    """One by one, the longest waiting first: the nearest helper that fits and has room."""

    table = Table(asks, offers, [])
    kind_of = {int(ask): kind for kind in table.kinds.values() for ask in kind.asks}
    room, pairs = table.offers.room.copy(), {}
    for ask in np.argsort(-table.asks.waiting, kind="stable").tolist():
        kind = kind_of[ask]
        at = np.flatnonzero(room[kind.offers] > 0)
        found = table.block(kind, np.array([ask]), at)
        if not len(found.offer):
            continue
        far = table.distance(found.ask, found.offer)
        nearest = int(found.offer[np.argmin(np.where(np.isnan(far), 2000.0, far))])
        room[nearest] -= 1
        pairs[table.asks.rows[ask].key] = table.offers.rows[nearest].key
    return pairs


def _loss() -> Line:
    """How much dearer a plan of 20 candidates each is than one of all pairs."""

    asks, offers = helping.world(2_000, 10_000)
    few = for_all(asks, offers, [])
    every = for_all(asks, offers, [], candidates=len(offers))
    cost = [sum(pair.cost for pair in plan.pairs) for plan in (few, every)]
    loss = 100 * (cost[0] / cost[1] - 1)
    return Line(
        "20 candidates for each, against all pairs: 2,000 requests and 10,000 offers",
        f"{len(few.pairs):,} and {len(every.pairs):,} served, the total {loss:.3f} % dearer",
        "as many served; the loss shown",
        len(few.pairs) == len(every.pairs),
    )


def _solver_alone() -> Line:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.solver"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": "src:."},
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, megabytes, served = done.stdout.split()
    return Line(
        "the solver alone, 100,000 requests and 1,000,000 offers, 20 candidates each",
        f"{float(seconds):.1f} s, {int(megabytes):,} MB, {int(served):,} served",
        "60 s, 4 GB",
        float(seconds) < 60 and int(megabytes) < 4096,
    )


def _spent(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


def _loop() -> None:
    total = 0
    for number in range(LOOP):
        total += number
