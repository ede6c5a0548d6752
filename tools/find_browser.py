"""Find the browser that the journeys click through; `python tools/find_browser.py` prints its path.

Order: WIJKNETWERK_CHROMIUM, then on PATH a Chromium that was built without windows (the same engine
in less than half the processor time), then another Chromium or Chrome. As root on Debian or Ubuntu
what is missing is installed, because a fresh CI machine has nothing. What drives the browser comes
with the development lock; it needs one library that a bare Debian lacks.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

WINDOWLESS = "chromium-headless-shell"
NAMES = (WINDOWLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = "fonts-dejavu-core"
MISSING = (
    "The browser journeys need Chromium and there is none: install it (Debian and Ubuntu: "
    "apt-get install chromium) or point to one with WIJKNETWERK_CHROMIUM=/path/to/chromium."
)
NO_DRIVER = (
    "What drives the browser does not run: run `make setup`, and install the library libatomic"
    " (Debian and Ubuntu: apt-get install libatomic1)."
)


class NoBrowser(Exception):
    """No browser can be had; the message says what to do."""


def find() -> str:
    """The path of a browser, installing one first when we may. Raises NoBrowser."""
    chosen = _chosen()
    if chosen:
        return chosen
    if shutil.which(WINDOWLESS) is None and _may_install():
        _install(WINDOWLESS, FONTS)  # Ubuntu has no such package
    found = _on_path()
    if found is None and _may_install():
        _install("chromium", FONTS)
        found = _on_path()
    if found is None:
        raise NoBrowser(MISSING)
    return found


def check_driver() -> None:
    """See that the browser can be driven, installing the library for it when we may."""
    if not _driver_runs() and _may_install():
        _install("libatomic1")
    if not _driver_runs():
        raise NoBrowser(NO_DRIVER)


def _chosen() -> str | None:
    chosen = os.environ.get("WIJKNETWERK_CHROMIUM", "")
    if not chosen:
        return None
    path = shutil.which(chosen)
    if path is None:
        raise NoBrowser(f"WIJKNETWERK_CHROMIUM says {chosen}, and that is no program here.")
    return path


def _on_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _driver_runs() -> bool:
    package = importlib.util.find_spec("playwright")
    if package is None or package.origin is None:
        return False
    node = Path(package.origin).parent / "driver" / "node"
    try:
        return subprocess.run([node, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _may_install() -> bool:
    return os.geteuid() == 0 and Path("/etc/debian_version").exists()


def _install(*packages: str) -> None:
    """Try; whether it worked shows in what is there afterwards."""
    print(f"Installing {packages[0]} for the browser journeys.", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", "--no-remove", *packages]
    for command in (["apt-get", "update"], install):
        subprocess.run(command, env=environment, capture_output=True, check=False)


if __name__ == "__main__":
    try:
        check_driver()
        print(find())
    except NoBrowser as missing:
        sys.exit(str(missing))
