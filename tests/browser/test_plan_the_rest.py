"""The pages of a plan that no journey before this one came by, one of each kind, for its resident:
axe, widths, complaints of the browser."""

import re

import pytest

from tests.browser.conftest import Arrive
from tests.browser.visitor import Visitor

pytestmark = pytest.mark.browser

RIET = "riet.janssen@voorbeeld.example"
LEADING = ("/plan/*/", "/plan/*/afspraken/", "/plan/*/overleg/", "/plan/*/overleg/*/")
A_FILE = re.compile(r"papier/$|meenemen/$|\.pdf$|/documenten/\*/$")


def test_the_rest_of_the_pages_of_a_plan(visitor: Arrive) -> None:
    riet = visitor()
    riet.signs_in(RIET)
    riet.goes_to("/n/presikhaaf/mijn-plan/")
    assert len(_walks(riet)) > 30


def _walks(who: Visitor) -> set[str]:
    """From the plan to all that it leads to, and on from there; one page of each kind."""
    found = {_kind(who.path): who.path}
    to_do = [*found]
    while to_do:
        kind = to_do.pop()
        if any(one.startswith(f"{kind} ") for one in who.seen) and kind not in LEADING:
            continue  # a journey came by
        who.goes_to(found[kind])
        links = who.page.locator("main a[href^='/plan/']")
        for href in links.evaluate_all("all => all.map(one => one.getAttribute('href'))"):
            path = re.split("[?#]", href)[0]
            if _kind(path) not in found and not A_FILE.search(_kind(path)):
                found[_kind(path)] = path
                to_do.append(_kind(path))
    return set(found)


def _kind(path: str) -> str:
    """As `looking` tells pages apart."""
    return re.sub(r"[0-9a-f-]{36}|[0-9]+", "*", path)
