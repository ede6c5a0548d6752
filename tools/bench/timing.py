"""Processor time of a request as it is served: what the web processes used, by the kernel."""

import http.client
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROUNDS = 7


def family(process: int) -> Iterator[int]:
    """A process and all that it started."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from family(int(child))


def used(master: int) -> float:
    """Seconds of processor time that the master and its workers used until now."""
    nanoseconds = 0
    for process in family(master):
        for thread in Path(f"/proc/{process}/task").iterdir():
            nanoseconds += int((thread / "schedstat").read_text().split()[0])
    return nanoseconds / 1e9


def used_by_database(server: int | None) -> dict[int, float]:
    """The same of each connection to a PostgreSQL server of this machine, by its main process."""
    found: dict[int, float] = {}
    for process in family(server) if server is not None else ():
        if "127.0.0.1(" in Path(f"/proc/{process}/cmdline").read_text():
            text = Path(f"/proc/{process}/schedstat").read_text()
            found[process] = int(text.split()[0]) / 1e9
    return found


class Reader:
    """Somebody who asks for pages over one open connection."""

    def __init__(self, address: str, cookies: dict[str, str]) -> None:
        self.line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def asks(self, path: str) -> bytes:
        """One page. AssertionError for anything else."""
        self.line.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
        answer = self.line.getresponse()
        body = answer.read()
        assert answer.status == 200, f"{path}: {answer.status} {answer.headers.get('Location')}"
        return body


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of a site that is being served."""

    reader: Reader
    path: str
    master: int
    database: int | None = None

    def seconds(self, times: int) -> float:
        """Seconds of processor time for one page, over so many requests."""
        begun, there = used(self.master), used_by_database(self.database)
        for _ in range(times):
            self.reader.asks(self.path)
        more = used_by_database(self.database)
        of_database = sum(more[one] - there.get(one, 0.0) for one in more)
        return (used(self.master) - begun + of_database) / times


def beside(page: Asked, bare: Asked, *, times: int) -> tuple[float, float]:
    """How many times as long as `bare` the page takes, and the seconds of `bare`: the medians of
    rounds of `times` requests, one after the other, so that what else runs weighs on both."""
    page.seconds(times)
    bare.seconds(times)
    rounds = [(page.seconds(times), bare.seconds(times * 2)) for _ in range(ROUNDS)]
    return (
        statistics.median(ours / theirs for ours, theirs in rounds),
        statistics.median(theirs for _ours, theirs in rounds),
    )
