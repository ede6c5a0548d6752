"""Asking the site without drawing a page: whether a door is shut, and the post of the demo."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

LETTER = re.compile(r'href="([^"]+)">([^<]*)</a></p><p class="wn-row__meta">([^<]*)</p>')
CODE = re.compile(r"<dt[^>]*>([^<]*)</dt><dd[^>]*>([^<]*)</dd>")


@dataclass(frozen=True)
class Answer:
    """How the site answered; a redirect is not followed."""

    status: int
    text: str


class Line:
    """A connection that stays open, with somebody's cookies."""

    def __init__(self, address: str, cookies: Mapping[str, str]) -> None:
        self._address = address
        self._cookies = cookies
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=60)

    def gets(self, path: str) -> Answer:
        """Open a page."""
        return self._asks("GET", path)

    def posts(self, path: str) -> Answer:
        """Send something there, with the token of the site's own forms."""
        form = urlencode({"csrfmiddlewaretoken": self._cookies["wn_csrf"]})
        kind = "application/x-www-form-urlencoded"
        return self._asks("POST", path, form, {"Content-Type": kind, "Referer": self._address})

    def _asks(
        self, method: str, path: str, body: str = "", more: Mapping[str, str] | None = None
    ) -> Answer:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        headers = {"Accept": "*/*", "Cookie": cookies, **(more or {})}
        self._connection.request(method, path, body or None, headers)
        answer = self._connection.getresponse()
        return Answer(answer.status, answer.read().decode(errors="replace"))

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def code_of_app(line: Line, given: str) -> str:
    """The code on the telephone of somebody in the example."""
    shown = CODE.findall(line.gets("/demo/post").text)
    return next(
        code for name, code in shown if name.lower().startswith(f"{given.lower()} ")
    ).strip()


def letter(line: Line, to: str, about: str) -> str:
    """The newest mail to this address with these words in its subject, as plain text."""
    for path, subject, sent in LETTER.findall(line.gets("/demo/post").text):
        if f"Aan {to}" in html.unescape(sent) and about.lower() in html.unescape(subject).lower():
            main = re.search(r"<main.*</main>", line.gets(path).text, re.DOTALL)
            assert main, f"{path} is no letter"
            return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(br|/p|/h1)>", "\n", main[0])))
    raise AssertionError(f"no mail to {to} about {about}")
