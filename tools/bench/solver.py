"""The solver of matching alone, in a process of its own so that its memory is its own:
`python -m tools.bench.solver` prints seconds, megabytes and how many were served."""

import resource
import time

import numpy as np

from wijknetwerk.mutual_aid.matching.flow import Room, solve
from wijknetwerk.mutual_aid.matching.rules import Pairs

ASKS, OFFERS, EACH = 100_000, 1_000_000, 20


def main() -> None:
    """Twenty helpers for each request, at random."""
    chance = np.random.default_rng(5)
    ask = np.repeat(np.arange(ASKS), EACH)
    pairs = Pairs(ask, chance.integers(0, OFFERS, len(ask)), chance.integers(0, 30_000, len(ask)))
    room = Room(chance.integers(1, 4, OFFERS), chance.integers(0, 3, OFFERS))
    first = chance.integers(0, 200, ASKS) * 500
    begun = time.monotonic()
    served = solve(pairs, first, room)
    seconds = time.monotonic() - begun
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seconds:.2f} {megabytes} {int((served >= 0).sum())}")


if __name__ == "__main__":
    main()
