"""The demo and a browser, started once; a visitor each with cookies of their own."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.site import running_demo
from tests.browser.visitor import Visitor
from tools import find_browser

QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo that nobody used before this run."""
    with running_demo(Path(tmp_path_factory.mktemp("demo"))) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once."""
    chromium = os.environ.get("WIJKNETWERK_CHROMIUM") or find_browser.find()
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium, args=QUIET)
        yield started
        started.close()


Arrive = Callable[..., Visitor]


@pytest.fixture
def visitor(demo: str, browser: Browser) -> Iterator[Arrive]:
    """Make visitors: `visitor()` at a desk, `visitor(phone=True)`, `visitor(scripts=False)`."""
    contexts = []

    def arrives(*, phone: bool = False, scripts: bool = True) -> Visitor:
        context = browser.new_context(
            viewport=PHONE if phone else DESK,  # type: ignore[arg-type]
            locale="en-GB",  # the site is Dutch whatever the browser asks for
            java_script_enabled=scripts,
        )
        contexts.append(context)
        return Visitor.arrives(context, demo)

    yield arrives
    for context in contexts:
        context.close()
