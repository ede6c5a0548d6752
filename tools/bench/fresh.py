"""From a fresh clone to the first page, and all areas of the Netherlands loaded."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.site import environment
from tools.bench.table import Line

ROOT = Path(__file__).resolve().parents[2]
KWB = ROOT.parent / "shared" / "data" / "kwb" / "kwb_2024_gemeente_wijk_buurt.csv.gz"
WITHIN = 45.0
MEASURED = (
    "import resource,sys,time\n"
    "from wijknetwerk.conf.cli import main\n"
    "begun=time.monotonic()\n"
    "main(['--demo','load-areas',sys.argv[1]])\n"
    "print('MEASURED',time.monotonic()-begun,"
    "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
)


def areas(folder: Path) -> list[Line]:
    """One KWB year of all areas, into the seeded database."""
    if not KWB.exists():
        return [Line("all areas loaded", "not measured: no ../shared/data here", "20 s", None)]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(KWB)],
        env=environment(folder),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"MEASURED ([\d.]+) (\d+)", done.stdout)
    assert found, done.stdout
    seconds, megabytes = float(found[1]), int(found[2]) / 1024
    return [
        Line(
            "all 18,309 areas of one KWB year loaded",
            f"{seconds:.1f} s, {megabytes:.0f} MB",
            "20 s, 500 MB",
            seconds < 20 and megabytes < 500,
        )
    ]


def clone() -> list[Line]:
    """`git clone`, `make demo`, first page; what was downloaded before stands in a cache."""
    with tempfile.TemporaryDirectory(prefix="wn-clone-") as place:
        begun = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), f"{place}/wijknetwerk"], check=True)
        done = subprocess.run(
            ["make", "demo-prepared"],
            cwd=f"{place}/wijknetwerk",
            env={**os.environ, "WIJKNETWERK_DATA": f"{place}/var"},
            capture_output=True,
            text=True,
            check=False,
        )
        seconds = time.monotonic() - begun
    assert done.returncode == 0, done.stdout + done.stderr
    return [
        Line(
            "fresh clone to a site that is ready to serve, packages in the cache",
            f"{seconds:.1f} s",
            f"{WITHIN:.0f} s apart from downloading",
            seconds < WITHIN,
        )
    ]
