"""Processor time of a request, in this process."""

import gc
import statistics
import time
from collections.abc import Callable

ROUNDS = 9


def processor_time(act: Callable[[], object], *, times: int) -> float:
    """Seconds of processor time for one `act`: the median of rounds of `times` each."""
    for _ in range(max(3, times // 5)):
        act()
    rounds = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(ROUNDS):
            begun = time.process_time()
            for _ in range(times):
                act()
            rounds.append((time.process_time() - begun) / times)
    finally:
        gc.enable()
    return statistics.median(rounds)
