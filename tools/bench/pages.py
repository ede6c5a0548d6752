"""Processor time and queries of the core pages, with a region and with ten times as many people."""

import re
import statistics
from dataclasses import dataclass
from pathlib import Path

from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.http import urlencode

from tools.bench import desk, finding, newer, planning, seed, waiting
from tools.bench.site import serving
from tools.bench.table import Line
from tools.bench.timing import Asked, Reader, beside
from tools.bench.visit import Visitor

NOT_COUNTED = ("SELECT set_config", "SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")
GROWTH = 1.2
TIMES = 40
BARE = "tools.bench.bare_site:application"


@dataclass(frozen=True, slots=True)
class Measured:
    """One page: processor time in B, B in seconds, queries, and those asked more than once."""

    in_b: float
    bare: float
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
    """The core pages: of the first network, seen by its coordinator (0), a member (10),
    or who has much to do in five of them."""
    in_first = {"slug": "buurt-0"}
    return [
        Page("home", "/", 15, None),
        Page("signing in", reverse("account_login"), 15, None),
        Page("find your neighbourhood, 20 networks", reverse("front:networks"), 20, None),
        Page("public page of a network", reverse("networks:home", kwargs=in_first), 20, None),
        Page("home of a network", reverse("networks:home", kwargs=in_first), 35, 10),
        Page("Vandaag", reverse("front:today"), 35, 10),
        Page(
            f"Vandaag, {waiting.OPEN} open things over {waiting.NETWORKS} networks",
            reverse("front:today"),
            35,
            waiting.BUSY,
        ),
        Page("members of a network", reverse("networks:members", kwargs=in_first), 35, 10),
        Page(
            "members with contact details",
            reverse("networks:members_manage", kwargs=in_first),
            40,
            0,
        ),
        Page("invitations", reverse("networks:invitations", kwargs=in_first), 35, 0),
        Page(
            f"searching in {finding.TEXTS:,} texts",
            f"{reverse('front:search')}?{urlencode({'q': finding.ASKED})}",
            20,
            10,
        ),
        *help_pages(),
        *newer_pages(),
        *plan_pages(),
        Page("the route", reverse("roadmap:route", kwargs=in_first), 35, 10),
        Page("Mijn gegevens", reverse("privacy:my_data"), 15, 10),
    ]


def help_pages() -> list[Page]:
    """The desk of the first two networks, seen by their coordinators, and one's own help."""
    waits, offer = desk.one_of_each()
    of_request = {"slug": "buurt-0", "uuid": waits}
    return [
        Page("the desk, 90 open requests", reverse("mutual_aid:desk", args=["buurt-0"]), 40),
        Page(
            "the desk, 900 open requests",
            reverse("mutual_aid:desk", args=["buurt-1"]),
            40,
            seed.SMALL.members,
        ),
        Page("the list to call from", reverse("mutual_aid:desk_calls", args=["buurt-0"]), 40),
        Page("a request", reverse("mutual_aid:request", kwargs=of_request), 35),
        Page(
            "who could help with it, of 120", reverse("mutual_aid:helpers", kwargs=of_request), 35
        ),
        Page("an offer", reverse("mutual_aid:offer", args=["buurt-0", offer]), 35),
        Page("who asks and helps", reverse("mutual_aid:people", args=["buurt-0"]), 35),
        Page("the map of the desk", reverse("mutual_aid:desk_map", args=["buurt-0"]), 35),
        Page("one's own help", reverse("mutual_aid:help", args=["buurt-0"]), 15, desk.MEMBER),
    ]


def plan_pages() -> list[Page]:
    """One plan of much, seen by its resident and by a nurse, and the nurse's list of plans."""
    return [
        Page(what, path, budget, member, queries=15)
        for what, (path, budget, member) in planning.addresses().items()
    ]


def newer_pages() -> list[Page]:
    """The lists of newer apps, seen by a member, and the toolbox by a stranger."""
    return [
        *(Page(what, path, 20, 10) for what, path in newer.lists().items()),
        Page("toolbox", reverse("library:tools"), 40, None),
    ]


def measure(folder: Path, some: list[Page] | None = None) -> dict[Page, Measured]:
    """Every page: its processor time as served, its queries as asked in this process."""
    asked_of = pages() if some is None else some
    sessions = _sessions(asked_of)
    found: dict[Page, Measured] = {}
    with serving(folder, BARE, "/bare/") as (near, first), serving(folder) as (address, master):
        bare = Asked(Reader(near, {}), "/bare/", first)
        for page in asked_of:
            cookies = sessions[page.member]
            asked = Asked(Reader(address, cookies), page.path, master)
            ratio = beside(asked, bare, times=TIMES)
            found[page] = Measured(*ratio, *queries(Visitor(WSGIHandler(), page.path, cookies)))
    return found


def visits() -> list[tuple[str, dict[str, str]]]:
    """Every page with the cookies of who asks for it."""
    sessions = _sessions(pages())
    return [(page.path, sessions[page.member]) for page in pages()]


def _sessions(asked_of: list[Page]) -> dict[int | None, dict[str, str]]:
    found: dict[int | None, dict[str, str]] = {None: {}}
    for page in asked_of:
        if page.member is not None and page.member not in found:
            found[page.member] = seed.signed_in(page.member)
    return found


def bare(measured: dict[Page, Measured]) -> float:
    """B in seconds, as it was beside these pages."""
    return statistics.median(one.bare for one in measured.values())


def lines(small: dict[Page, Measured], large: dict[Page, Measured]) -> list[Line]:
    """What goes into the table: B, queries, and growth with ten times as much of others."""
    found = []
    for page, now in small.items():
        ratio, grown = now.in_b, large[page].in_b / now.in_b
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


def queries(visitor: Visitor) -> tuple[int, int]:
    """How many are asked for a page, and how many of those more than once."""
    visitor()
    with CaptureQueriesContext(connection) as captured:
        visitor()
    asked = [q["sql"] for q in captured.captured_queries if not q["sql"].startswith(NOT_COUNTED)]
    shapes = [re.sub(r"'[^']*'|\b\d+\b", "?", sql) for sql in asked]
    return len(asked), len(shapes) - len(set(shapes))
