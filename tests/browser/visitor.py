"""Somebody with a browser. After every page they look at what a person with a screen reader, a
small screen or a strict browser would trip over."""

import re
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

WIDTHS = (1280, 390, 320)


@dataclass
class Visitor:
    """A browser of their own: own cookies, Dutch, the size of a phone or of a desk."""

    context: BrowserContext
    address: str
    page: Page
    said: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @classmethod
    def arrives(cls, context: BrowserContext, address: str) -> "Visitor":
        """Open an empty tab and listen to what the browser complains about."""
        page = context.new_page()
        visitor = cls(context, address, page)
        page.on("console", visitor._note)
        page.on("pageerror", lambda error: visitor.said.append(str(error)))
        return visitor

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "the server responded with" not in message.text:
            self.said.append(message.text)

    def goes_to(self, path: str) -> None:
        """Open a page by its address, and look it over."""
        self.page.goto(path if path.startswith("http") else self.address + path)
        self.looks_over()

    def clicks(self, name: str, *, role: str = "link") -> None:
        """Click what has this name, wait for the next page, and look it over."""
        target = self.page.get_by_role(role, name=name, exact=True).locator("visible=true").first  # type: ignore[arg-type]
        with self.page.expect_navigation():
            target.click()
        self.looks_over()

    def presses(self, name: str) -> None:
        """Press a button that leads to a next page."""
        self.clicks(name, role="button")

    def fills(self, label: str, value: str) -> None:
        """Type into the field with this label."""
        self.page.get_by_label(label, exact=False).locator("visible=true").first.fill(value)

    def chooses(self, label: str) -> None:
        """Tick the box or choose the option with this label."""
        self.page.get_by_label(label, exact=False).locator("visible=true").first.check()

    def reads(self, text: str | re.Pattern[str]) -> None:
        """The page says this, for everybody to see."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def does_not_read(self, text: str) -> None:
        """The page says this nowhere."""
        expect(self.page.get_by_text(text)).to_have_count(0)

    @property
    def path(self) -> str:
        """Where they are."""
        return self.page.url.removeprefix(self.address)

    def looks_over(self) -> None:
        """No accessibility fault, no complaint of the browser, nothing that sticks out."""
        kind = re.sub(r"[0-9a-f-]{36}|[0-9]+", "*", self.path.split("?")[0])
        heading = self.page.locator("h1").first.text_content() or ""
        if (seen := f"{kind} {heading}") not in self.seen:
            self.seen.add(seen)
            self._is_accessible()
            self._fits()
        assert self.said == [], f"{self.path}: {self.said}"

    def _is_accessible(self) -> None:
        found = Axe().run(self.page)
        assert found.violations_count == 0, f"{self.path}\n{found.generate_report()}"

    def _fits(self) -> None:
        size = self.page.viewport_size
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            wider = self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert wider <= 0, f"{self.path} sticks out by {wider} at {width} pixels"
        if size:
            self.page.set_viewport_size(size)
