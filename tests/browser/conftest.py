"""The demo and a browser, started once; a visitor each with cookies of their own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.site import Site, running_demo
from tests.browser.visitor import Visitor
from tools import find_browser

QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--js-flags=--no-opt --no-maglev",  # a page is gone before its scripts would gain by it
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A demo that nobody used before this run."""
    with running_demo(Path(tmp_path_factory.mktemp("demo"))) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    chromium = os.environ.get("WIJKNETWERK_CHROMIUM") or find_browser.find()
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def looked_at() -> set[str]:
    """The pages that were looked over already, by whichever visitor: once is enough."""
    return set()


Arrive = Callable[..., Visitor]


@pytest.fixture(scope="session")
def arrive(demo: Site, browser: Browser, looked_at: set[str]) -> Arrive:
    """Make a visitor; whoever asks closes the visitor's context."""

    def arrives(*, phone: bool = False, scripts: bool = True, dark: bool = False) -> Visitor:
        context = browser.new_context(
            viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
            locale="en-GB",  # the site is Dutch whatever the browser asks for
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
        )
        context.set_default_timeout(15_000)
        return Visitor.arrives(context, demo.address, looked_at, scripts=scripts)

    return arrives


@pytest.fixture
def visitor(arrive: Arrive) -> Iterator[Arrive]:
    """Make visitors: `visitor()` at a desk, `visitor(phone=True)`, `visitor(scripts=False)`."""
    came: list[Visitor] = []

    def arrives(**wishes: bool) -> Visitor:
        came.append(arrive(**wishes))
        return came[-1]

    yield arrives
    for one in came:
        one.context.close()


@pytest.fixture(scope="session")
def bram(arrive: Arrive) -> Iterator[Visitor]:
    """The platform's administrator, signed in once: a code of an app works once."""
    one = arrive()
    one.signs_in("bram.visser@voorbeeld.example")
    yield one
    one.context.close()


@pytest.fixture(scope="session")
def hanneke(arrive: Arrive) -> Iterator[Visitor]:
    """The coordinator of Presikhaaf, signed in once."""
    one = arrive()
    one.signs_in("hanneke.dewit@voorbeeld.example")
    yield one
    one.context.close()
