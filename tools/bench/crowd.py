"""Eight people at a time on SQLite for a minute: pages and writes, and never 'locked'."""

import http.client
import re
import statistics
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from tools.bench import seed
from tools.bench.site import serving
from tools.bench.table import Line

PEOPLE = 8
SECONDS = 60.0
MOST = 20_000  # requests of one person, whatever the clock says


@dataclass
class Walk:
    """What one person saw."""

    seconds: list[float] = field(default_factory=list)
    writes: int = 0
    faults: list[str] = field(default_factory=list)


def lines(folder: Path, sessions: list[dict[str, str]], step_paths: list[str]) -> list[Line]:
    """Let eight members read the route and write notes, each in a network of their own."""
    walks = [Walk() for _ in sessions]
    with serving(folder) as (address, _master):
        host = urlsplit(address).netloc
        threads = [
            threading.Thread(target=_walk, args=(host, cookies, path, walk))
            for cookies, path, walk in zip(sessions, step_paths, walks, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    asked = [second for walk in walks for second in walk.seconds]
    faults = [fault for walk in walks for fault in walk.faults]
    writes = sum(walk.writes for walk in walks)
    slow = statistics.quantiles(asked, n=100)[98] if len(asked) > 100 else max(asked)
    return [
        Line(
            f"{PEOPLE} people at a time on SQLite for {SECONDS:.0f} s",
            f"{len(asked)} requests of which {writes} writes, {len(faults)} faults"
            f"{f' ({faults[0]})' if faults else ''}, 99 % within {slow * 1000:.0f} ms",
            "no 'database is locked'",
            not faults and writes > 0,
        )
    ]


def _walk(host: str, cookies: dict[str, str], path: str, walk: Walk) -> None:
    line = http.client.HTTPConnection(host, timeout=30)
    jar = dict(cookies)
    until = time.monotonic() + SECONDS
    for number in range(MOST):
        if time.monotonic() > until:
            break
        page = _ask(line, "GET", path, jar, walk)
        if number % 4 == 0 and page:
            form = _form(page, number)
            if form is None:
                walk.faults.append("no form on the page")
                break
            _ask(line, "POST", path, jar, walk, urlencode(form))
    line.close()


def _form(page: str, number: int) -> dict[str, str] | None:
    found = re.search(r'<form class="wn-form".*?</form>', page, re.DOTALL)
    if not found:
        return None
    hidden = dict(
        re.findall(r'<input type="hidden" name="([^"]+)"[^>]*? value="([^"]*)"', found.group())
    )
    return {**hidden, "status": "busy", "note": f"Regel {number}"}


def _ask(
    line: http.client.HTTPConnection,
    method: str,
    path: str,
    jar: dict[str, str],
    walk: Walk,
    body: str | None = None,
) -> str:
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in jar.items())}
    if body is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    begun = time.monotonic()
    line.request(method, path, body, headers)
    answer = line.getresponse()
    text = answer.read().decode("utf-8", "replace")
    walk.seconds.append(time.monotonic() - begun)
    for cookie in answer.headers.get_all("Set-Cookie") or []:
        name, _sign, value = cookie.partition(";")[0].partition("=")
        jar[name] = value
    if answer.status != (302 if method == "POST" else 200):
        walk.faults.append(f"{method} {answer.status}")
    elif method == "POST":
        walk.writes += 1  # what was refused is shown again with 200; what was stored leads away
    return text


def sessions(numbers: list[int]) -> list[dict[str, str]]:
    """The sessions of these invented people."""
    return [seed.signed_in(number) for number in numbers]
