"""The real thing: the demo's own web and worker processes, on a folder of their own."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 240.0
CONSOLE = [sys.executable, "-m", "wijknetwerk.conf.cli"]


@dataclass(frozen=True)
class Site:
    """A demo that runs: where it answers, and the folder that it keeps everything in."""

    address: str
    folder: Path

    def runs(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the console on the same data, while the site goes on."""
        return subprocess.run(
            [*CONSOLE, "--demo", *command],
            env=_environment(self.folder),
            capture_output=True,
            text=True,
            check=False,
        )

    def does(self, code: str) -> None:
        """Run Python within the platform on the same data: what no page does, such as let time
        pass. AssertionError when it fails."""
        done = subprocess.run(
            [sys.executable, "-c", f"import django\ndjango.setup()\n{code}"],
            env={**_environment(self.folder), "WIJKNETWERK_DEMO": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def running_demo(folder: Path) -> Iterator[Site]:
    """Start `wijknetwerk demo` on a free port and end it with Ctrl-C.

    Raises AssertionError with all that it printed when it doesn't come up, or doesn't end well.
    """
    port = _free_port()
    printed = folder / "printed.txt"
    with printed.open("wb") as output:
        demo = subprocess.Popen(
            [*CONSOLE, "demo", "--port", str(port), "--workers", "1"],
            env=_environment(folder),
            stdout=output,
            stderr=output,
        )
        try:
            _wait_for_welcome(demo, printed)
            yield Site(f"http://localhost:{port}", folder)
        finally:
            if demo.poll() is None:
                demo.send_signal(signal.SIGINT)
            code = demo.wait(timeout=30)
    assert code == 0, printed.read_text()


def _environment(folder: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "WIJKNETWERK_DATA": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.dev",
        "PYTHONUNBUFFERED": "1",
    }


def _wait_for_welcome(demo: "subprocess.Popen[bytes]", printed: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if re.search(r"^Wijknetwerk: http", printed.read_text(), re.MULTILINE):
            return
        assert demo.poll() is None, printed.read_text()
        time.sleep(0.1)
    raise AssertionError(f"no welcome within {PATIENCE} seconds:\n{printed.read_text()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
