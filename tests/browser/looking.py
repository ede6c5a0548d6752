"""What a person with a screen reader, a small screen or a strict browser would trip over."""

import re
from weakref import WeakKeyDictionary

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import CDPSession, Page

WIDTHS = (1280, 390, 320)
# No rule that is on reads style sheets, so axe needn't fetch and parse them once more.
OPTIONS = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
# To each page one line that stays: hanging up would take away a pretended telephone with passkeys.
_wires: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def look_over(page: Page, path: str, seen: set[str], *, scripts: bool) -> None:
    """Look at a page that was not seen before. Without scripts axe can't run; then only whether
    all of it fits."""
    kind = re.sub(r"[0-9a-f-]{36}|[0-9]+", "*", path.split("?")[0].split("#")[0])
    heading = page.locator("h1").first.text_content() or ""
    wrong = " wrong" if page.locator("#error-summary").count() else ""
    look = f"{kind} {heading}{wrong}{'' if scripts else ' without scripts'}"
    if look in seen:
        return
    seen.add(look)
    if scripts:
        assert_accessible(page)
    assert_fits(page)


def assert_accessible(page: Page) -> None:
    """No fault that axe finds, by WCAG 2.2 A and AA and by what axe calls good practice."""
    if page not in _wires:
        _wires[page] = page.context.new_cdp_session(page)
    _wires[page].send("Runtime.evaluate", {"expression": AXE_SCRIPT})
    asked = "options => axe.run(options).then(found => found.violations)"
    found = AxeResults({"violations": page.evaluate(asked, OPTIONS)})
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"


def assert_fits(page: Page) -> None:
    """Nothing makes the page wider than the screen."""
    size = page.viewport_size
    own = size["width"] if size else None
    for width in WIDTHS:
        if width != own:
            page.set_viewport_size({"width": width, "height": 800})
            _assert_none_wider(page, width)
    if size:
        page.set_viewport_size(size)
        _assert_none_wider(page, size["width"])


def _assert_none_wider(page: Page, width: int) -> None:
    wider = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wider <= 0, f"{page.url} sticks out by {wider} at {width} pixels"
