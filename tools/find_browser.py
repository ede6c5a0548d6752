"""Find the browser that the journeys click through; `python tools/find_browser.py` prints its path.

Order: WIJKNETWERK_CHROMIUM, then a Chromium or Chrome on PATH. As root on Debian or Ubuntu it is
installed when there is none, because a fresh CI machine has none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The browser journeys need Chromium and there is none: install it (Debian and Ubuntu: "
    "apt-get install chromium) or point to one with WIJKNETWERK_CHROMIUM=/path/to/chromium."
)


class NoBrowser(Exception):
    """No browser can be had; the message says what to do."""


def find() -> str:
    """The path of a browser, installing one first when we may. Raises NoBrowser."""
    found = _chosen() or _on_path()
    if found is None and _may_install():
        _install()
        found = _on_path()
    if found is None:
        raise NoBrowser(MISSING)
    return found


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


def _may_install() -> bool:
    return os.geteuid() == 0 and Path("/etc/debian_version").exists()


def _install() -> None:
    print("Installing Chromium for the browser journeys.", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    ):
        # Whether it worked shows in what stands on the PATH afterwards.
        subprocess.run(command, env=environment, capture_output=True, check=False)


if __name__ == "__main__":
    try:
        print(find())
    except NoBrowser as missing:
        sys.exit(str(missing))
