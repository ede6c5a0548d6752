"""One process for each break, a few at a time, each with a limit of time."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key")
SECONDS = 60.0
"""Processor time for one break beside three times what its tests took: what takes longer hangs, and
was noticed."""
SURVIVED, NOTICED, TOO_LONG, NOT_HERE = "survived", "noticed", "too long", "not here"
STATES = {0: SURVIVED, 2: NOT_HERE}


@dataclass
class Outcome:
    """What became of a break, what it cost, and which test noticed it."""

    state: str
    seconds: float = 0.0
    by: str = ""


@dataclass
class Forks(Generic[Key]):
    """Runs `work` in a fork; it gets a file to write who noticed to, and answers 0 when nobody did,
    1 when somebody did, 2 when it can't be done there."""

    at_a_time: int
    told: Callable[[Key, Outcome], None]
    running: dict[int, tuple[Key, int]] = field(default_factory=dict)

    def start(self, key: Key, work: Callable[[int], int], takes: float) -> None:
        """As soon as there is room; `takes` is how long its tests took."""
        while len(self.running) >= self.at_a_time:
            self._wait()
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            _alone(work, writing, SECONDS + 3 * takes)
        os.close(writing)
        self.running[child] = (key, reading)

    def finish(self) -> None:
        """Wait for those that still run."""
        while self.running:
            self._wait()

    def _wait(self) -> None:
        child, status, used = os.wait3(0)
        key, reading = self.running.pop(child)
        with os.fdopen(reading) as said:
            by = said.read()
        seconds = used.ru_utime + used.ru_stime
        state = STATES.get(os.waitstatus_to_exitcode(status), NOTICED)
        self.told(key, Outcome(TOO_LONG if os.WIFSIGNALED(status) else state, seconds, by))


def _alone(work: Callable[[int], int], writing: int, seconds: float) -> None:
    """In the fork: silent, with a limit, and never back."""
    code = 1  # what can't even be loaded is noticed
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(seconds * 15))
        code = work(writing)
    finally:
        os._exit(code)
