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
from pathlib import Path

PATIENCE = 90.0


@contextmanager
def running_demo(folder: Path) -> Iterator[str]:
    """Start `wijknetwerk demo` on a free port and end it with Ctrl-C; gives its address.

    Raises AssertionError with all that it printed when it doesn't come up, or doesn't end well.
    """
    port = _free_port()
    printed = folder / "printed.txt"
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "WIJKNETWERK_DATA": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "wijknetwerk.conf.dev",
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "-m", "wijknetwerk.conf.cli", "demo", "--port", str(port)]
    with printed.open("wb") as output:
        demo = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
        try:
            _wait_for_welcome(demo, printed)
            yield f"http://localhost:{port}"
        finally:
            if demo.poll() is None:
                demo.send_signal(signal.SIGINT)
            code = demo.wait(timeout=30)
    assert code == 0, printed.read_text()


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
