"""Processor time and queries of the core pages, with a region and with ten times as many people."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tools.bench import seed
from tools.bench.site import serving
from tools.bench.table import Line
from tools.bench.timing import Reader, processor_time
from tools.bench.visit import Visitor

NOT_COUNTED = ("SELECT set_config", "SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")
GROWTH = 1.2
TIMES = 40
BARE = "tools.bench.bare_site:application"


@dataclass(frozen=True, slots=True)
class Measured:
    """One page: processor time in seconds, queries, and those asked more than once."""

    seconds: float
    queries: int
    repeated: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its budget in B. `member` is whose session asks, None for a stranger."""

    what: str
    path: str
    budget: int
    member: int | None = 0
    queries: int = 8


def pages() -> list[Page]:
    """The core pages: of the first network, seen by its coordinator (0) or a member (10)."""
    in_first = {"slug": "buurt-0"}
    return [
        Page("home", "/", 15, None),
        Page("signing in", reverse("account_login"), 15, None),
        Page("find your neighbourhood, 20 networks", reverse("front:networks"), 20, None),
        Page("public page of a network", reverse("networks:home", kwargs=in_first), 20, None),
        Page("home of a network", reverse("networks:home", kwargs=in_first), 35, 10),
        Page("Vandaag", reverse("front:today"), 35, 10),
        Page("members of a network", reverse("networks:members", kwargs=in_first), 35, 10),
        Page(
            "members with contact details",
            reverse("networks:members_manage", kwargs=in_first),
            40,
            0,
        ),
        Page("invitations", reverse("networks:invitations", kwargs=in_first), 35, 0),
        Page("the route", reverse("roadmap:route", kwargs=in_first), 35, 10),
        Page("Mijn gegevens", reverse("privacy:my_data"), 15, 10),
    ]


def measure(folder: Path) -> dict[Page, Measured]:
    """Every page: its processor time as served, its queries as asked in this process."""
    sessions = {None: {}, 0: seed.signed_in(0), 10: seed.signed_in(10)}
    found = {}
    with serving(folder) as (address, master):
        for page in pages():
            cookies = sessions[page.member]
            reader = Reader(address, cookies)
            seconds = processor_time(reader, page.path, master, times=TIMES)
            found[page] = Measured(seconds, *_queries(Visitor(WSGIHandler(), page.path, cookies)))
    return found


def bare(folder: Path) -> float:
    """B: processor time of a bare view, served the same way, in seconds."""
    with serving(folder, BARE, "/bare/") as (address, master):
        return processor_time(Reader(address, {}), "/bare/", master, times=TIMES * 10)


def lines(small: dict[Page, Measured], large: dict[Page, Measured], *, bare: float) -> list[Line]:
    """What goes into the table: B, queries, and growth with ten times as much of others."""
    found = []
    for page, now in small.items():
        ratio = now.seconds / bare
        grown = large[page].seconds / now.seconds
        same = large[page].queries == now.queries and not now.repeated
        found.append(
            Line(
                page.what,
                f"{ratio:.1f} B, {now.queries} queries; at 10 x: {grown:.2f} x,"
                f" {large[page].queries} queries",
                f"{page.budget} B, {page.queries} queries; {GROWTH} x",
                ratio <= page.budget and now.queries <= page.queries and grown <= GROWTH and same,
            )
        )
    return found


def _queries(visitor: Visitor) -> tuple[int, int]:
    visitor()
    with CaptureQueriesContext(connection) as captured:
        visitor()
    asked = [q["sql"] for q in captured.captured_queries if not q["sql"].startswith(NOT_COUNTED)]
    shapes = [re.sub(r"'[^']*'|\b\d+\b", "?", sql) for sql in asked]
    return len(asked), len(shapes) - len(set(shapes))
