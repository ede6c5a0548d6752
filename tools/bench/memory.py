"""Memory of one master and two workers (PSS), beside a bare Django site served the same way."""

from pathlib import Path
from urllib.request import Request, urlopen

from tools.bench.site import serving
from tools.bench.table import Line
from tools.bench.timing import family

BUDGET = 2.2
BARE = "tools.bench.bare_site:application"


Visit = tuple[str, dict[str, str]]
"""A path, and the cookies of who asks for it."""


def lines(folder: Path, visits: list[Visit]) -> list[Line]:
    """Visit every page some times, then weigh all processes."""
    with serving(folder, BARE, "/bare/") as (address, master):
        _visit(address, [("/bare/", {})] * 40)
        bare = _pss(master)
    with serving(folder) as (address, master):
        _visit(address, visits * 12)
        ours = _pss(master)
    return [
        Line(
            "memory of a master and two workers (PSS)",
            f"{ours / bare:.2f} x bare ({ours / 2**20:.0f} MB, bare {bare / 2**20:.0f} MB)",
            f"{BUDGET} x bare",
            ours <= BUDGET * bare,
        )
    ]


def _visit(address: str, visits: list[Visit]) -> None:
    for path, cookies in visits:
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        request = Request(address + path, headers={"Cookie": cookie} if cookie else {})  # noqa: S310
        with urlopen(request, timeout=20) as answer:  # noqa: S310
            answer.read()


def _pss(master: int) -> int:
    total = 0
    for process in family(master):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024
    return total
