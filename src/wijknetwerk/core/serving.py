"""Web and worker as two children of one process: it ends both, and starts a worker anew that ended
by itself (which it does on purpose when a job outlasts its time)."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

PATIENCE = 10.0  # seconds that a child gets to finish what it does
LOOK_EVERY = 0.2
RESTART_AFTER = 5.0  # seconds between two starts of a worker that keeps falling


class CannotServe(Exception):
    """The site can't be started; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the site listens, and with how much."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    threads: int = 4


def check_port(place: Place) -> None:
    """Raise CannotServe when another program listens there."""
    with socket.socket(socket.AF_INET6 if ":" in place.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((place.host, place.port))
        except OSError as error:
            raise CannotServe(
                f"Port {place.port} is taken by another program. Stop that one, or choose another"
                f" port: add --port {place.port + 1}."
            ) from error


def serve(place: Place, *, on_ready: Callable[[], None] = lambda: None) -> int:
    """Run web and worker until Ctrl-C or SIGTERM (0), or until the web falls (1)."""
    check_port(place)
    stopping = _Stopping()
    children = {"web": _start(_web(place)), "worker": _start(_worker())}
    try:
        if _wait_until_answering(place, children, stopping):
            on_ready()
        return _watch(children, stopping)
    finally:
        _end(children)


def _web(place: Place) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", place.host, "--port", str(place.port)),
        *("--workers", str(place.workers), "--blocking-threads", str(place.threads)),
        *("--workers-kill-timeout", "5", "--respawn-failed-workers", "--no-ws"),
        *("--log-level", "warning", "wijknetwerk.conf.wsgi:application"),
    ]


def _worker() -> list[str]:
    return [sys.executable, "-m", "django", "worker"]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches us alone, and we end the children in order.
    return subprocess.Popen(command, env=os.environ.copy(), start_new_session=True)  # noqa: S603


class _Stopping:
    """Becomes true at the first Ctrl-C or SIGTERM."""

    asked = False

    def __init__(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


def _wait_until_answering(
    place: Place, children: dict[str, subprocess.Popen[bytes]], stopping: _Stopping
) -> bool:
    while not stopping.asked and all(child.poll() is None for child in children.values()):
        try:
            with socket.create_connection((place.host, place.port), timeout=1):
                return True
        except OSError:
            time.sleep(LOOK_EVERY)
    return False


def _watch(children: dict[str, subprocess.Popen[bytes]], stopping: _Stopping) -> int:
    started = time.monotonic()
    while not stopping.asked:
        if children["web"].poll() is not None:
            sys.stderr.write("The web process stopped by itself; see the lines above.\n")
            return 1
        if children["worker"].poll() is not None and time.monotonic() - started > RESTART_AFTER:
            started = time.monotonic()
            children["worker"] = _start(_worker())
        time.sleep(LOOK_EVERY)
    return 0


def _end(children: dict[str, subprocess.Popen[bytes]]) -> None:
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children.values():
        try:
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
