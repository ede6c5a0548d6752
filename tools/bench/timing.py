"""Processor time of a request as it is served: what the web processes used, by the kernel."""

import http.client
import statistics
from collections.abc import Iterator
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


def processor_time(reader: Reader, path: str, master: int, *, times: int) -> float:
    """Seconds of processor time for one page: the median of rounds of `times` requests."""
    for _ in range(times):
        reader.asks(path)
    rounds = []
    for _ in range(ROUNDS):
        begun = used(master)
        for _ in range(times):
            reader.asks(path)
        rounds.append((used(master) - begun) / times)
    return statistics.median(rounds)
