"""The site as it is served: web processes of granian on a folder of their own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0


def environment(folder: Path) -> dict[str, str]:
    """The demo's settings in this folder; on SQLite, unless this process measures PostgreSQL."""
    return {
        **os.environ,
        "WIJKNETWERK_DATA": str(folder),
        "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.dev",
    }


@contextmanager
def serving(
    folder: Path, application: str = "wijknetwerk.conf.wsgi:application", path: str = "/healthz"
) -> Iterator[tuple[str, int]]:
    """Serve with two web processes of four threads; gives the address and the master's number."""
    port = _free_port()
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
        *("--host", "127.0.0.1", "--port", str(port), "--log-level", "error"),
        *("--workers", "2", "--blocking-threads", "4", "--workers-kill-timeout", "5", application),
    ]
    master = subprocess.Popen(command, env=environment(folder))
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}{path}")
        yield address, master.pid
    finally:
        master.terminate()
        master.wait(timeout=20)


def _wait(address: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"{address} does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
