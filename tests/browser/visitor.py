"""Somebody with a browser, who clicks what they read. After every page they look it over."""

import re
from contextlib import closing
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, expect

from tests.browser import asking, looking
from tests.browser.asking import Line

PASSWORD = "samen in de wijk"  # of everybody in the example


_typed: set[str] = set()


@dataclass
class Visitor:
    """A browser of their own: own cookies, Dutch, the size of a phone or of a desk."""

    context: BrowserContext
    address: str
    page: Page
    seen: set[str]
    scripts: bool = True
    said: list[str] = field(default_factory=list)

    @classmethod
    def arrives(
        cls, context: BrowserContext, address: str, seen: set[str], *, scripts: bool
    ) -> "Visitor":
        """Open an empty tab and listen to what the browser complains about."""
        visitor = cls(context, address, context.new_page(), seen, scripts)
        visitor._listen(visitor.page)
        return visitor

    def _listen(self, page: Page) -> None:
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "the server responded with" not in message.text:
            self.said.append(message.text)

    # Going about

    def goes_to(self, path: str) -> None:
        """Open a page by its address, and look it over."""
        self.page.goto(path if path.startswith("http") else self.address + path)
        self.looks_over()

    def finds(self, name: str, *, role: str = "link") -> Locator:
        """What has this name, where it can be seen first."""
        found = self.page.get_by_role(role, name=name, exact=True)  # type: ignore[arg-type]
        return found.locator("visible=true").first

    def clicks(self, name: str, *, role: str = "link") -> None:
        """Click what has this name, wait for the next page, and look it over."""
        with self.page.expect_navigation():
            self.finds(name, role=role).click()
        self.looks_over()

    def presses(self, name: str) -> None:
        """Press a button that leads to a next page."""
        self.clicks(name, role="button")

    def opens(self, name: str) -> None:
        """Unfold what has this name."""
        self.page.locator("summary", has_text=name).locator("visible=true").first.click()

    def fetches(self, name: str, *, role: str = "link") -> bytes:
        """Click what brings a file, and get what is in it."""
        if role == "link":
            address = self.finds(name).get_attribute("href") or ""
            answer = self.context.request.get(self.address + address)
            assert answer.ok, answer.status
            return answer.body()
        with self.page.expect_download() as coming:
            self.finds(name, role=role).click()
        return coming.value.path().read_bytes()

    # Filling in and reading

    def fills(self, label: str, value: str) -> None:
        """Type into the field with this label."""
        self.page.get_by_label(label, exact=False).locator("visible=true").first.fill(value)

    def chooses(self, label: str) -> None:
        """Tick the box or choose the option with this label."""
        self.page.get_by_label(label, exact=True).locator("visible=true").first.check()

    def picks(self, label: str, option: str) -> None:
        """Pick from a list."""
        field = self.page.get_by_label(label, exact=False).locator("visible=true").first
        field.select_option(label=option)

    def reads(self, text: str | re.Pattern[str]) -> None:
        """The page says this, for everybody to see."""
        expect(self.page.get_by_text(text).locator("visible=true").first).to_be_visible()

    def does_not_read(self, text: str) -> None:
        """The page says this nowhere."""
        expect(self.page.get_by_text(text)).to_have_count(0)

    def may_not(self, name: str, *, role: str = "link") -> None:
        """Nothing with this name is offered."""
        expect(self.page.get_by_role(role, name=name, exact=True)).to_have_count(0)  # type: ignore[arg-type]

    @property
    def path(self) -> str:
        """Where they are."""
        return self.page.url.removeprefix(self.address)

    @property
    def heading(self) -> str:
        """What the page is about."""
        return (self.page.locator("h1").first.text_content() or "").strip()

    def line(self) -> Line:
        """A connection with the cookies of this moment, for asking many things in a row."""
        cookies = self.context.cookies(self.address)
        return Line(self.address, {cookie["name"]: cookie["value"] for cookie in cookies})

    def gets(self, path: str) -> int:
        """How the site answers at an address, without following where it sends them."""
        with closing(self.line()) as line:
            return line.gets(path).status

    def looks_over(self) -> None:
        """No accessibility fault, no complaint of the browser, nothing that sticks out."""
        assert self.heading != "Er ging iets mis", f"{self.path}: the site fell over"
        looking.look_over(self.page, self.path, self.seen, scripts=self.scripts)
        assert self.said == [], f"{self.path}: {self.said}"

    # Signing in, and the post

    def signs_in(self, login: str, password: str = PASSWORD) -> None:
        """With a password, and with the code of their app when that is asked."""
        self.goes_to("/inloggen/")
        self.fills("E-mailadres", login)
        self.fills("Wachtwoord", password)
        self.presses("Inloggen")
        for _try in range(3):  # a code can lapse while one types
            if self.heading != "Tweede stap bij inloggen":
                return
            self.fills("Code uit uw app", self._fresh_code(login))
            self.presses("Inloggen")

    def _fresh_code(self, login: str) -> str:
        """A code that wasn't typed yet: each works once, and another journey can be first."""
        while (code := self.code_of_app(login)) in _typed:
            self.page.wait_for_timeout(500)  # the next one comes within half a minute
        _typed.add(code)
        return code

    def signs_out(self) -> None:
        """With the button below every page."""
        self.page.get_by_role("contentinfo").get_by_role("button", name="Uitloggen").click()
        self.page.wait_for_load_state()

    def code_of_app(self, login: str) -> str:
        """The code on the telephone of somebody in the example, whose address begins as they."""
        with closing(self.line()) as line:
            return asking.code_of_app(line, login.partition(".")[0])

    def reads_mail(self, to: str, about: str) -> str:
        """The newest mail to this address with these words in its subject, as plain text."""
        with closing(self.line()) as line:
            return asking.letter(line, to, about)

    def code_in_mail(self, to: str, about: str) -> str:
        """The code that stands on a line of its own."""
        found = re.search(r"^(\d[\d-]+)$", self.reads_mail(to, about), re.MULTILINE)
        assert found, f"no code in the mail to {to}"
        return found[1]

    def link_in_mail(self, to: str, about: str) -> str:
        """The address that the mail asks to follow."""
        found = re.search(r"https?://\S+", self.reads_mail(to, about))
        assert found, f"no link in the mail to {to}"
        return found[0]
