"""Starting the provider, and a browser that walks between it and us."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.test import Client

from tests.oidc.provider_site import CLIENT, SECRET

CODE = "gemeente"


@dataclass(frozen=True)
class RunningProvider:
    """Where it answers."""

    issuer: str

    def settings(self, **more: object) -> dict[str, dict[str, object]]:
        """What our settings say of it."""
        return {
            CODE: {
                "code": CODE,
                "issuer": self.issuer,
                "client_id": CLIENT,
                "client_secret": SECRET,
                "name": "Gemeente Linden",
                "second_factor": (),
                "email_domains": (),
                **more,
            }
        }


@contextmanager
def running_provider(folder: Path) -> Iterator[RunningProvider]:
    """Start it as a process of its own on a free port; end it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    callback = f"{settings.SITE_URL}/inloggen/met/{CODE}/terug/"
    command = [sys.executable, "-m", "tests.oidc.provider_site", str(port), str(folder), callback]
    said = (folder / "provider.txt").open("w+")
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True)
    try:
        assert server.stdout is not None
        first = server.stdout.readline().strip()
        said.seek(0)
        assert first == "ready", said.read()
        yield RunningProvider(f"http://localhost:{port}")
    finally:
        server.terminate()
        server.wait(timeout=20)
        said.close()


class Walker:
    """One browser: `client` is its side here, a cookie jar its side at the provider."""

    def __init__(self, provider: RunningProvider, client: Client | None = None) -> None:
        self.client = client or Client()
        self.netloc = urlsplit(provider.issuer).netloc
        self.cookie = ""

    def is_there_as(self, name: str, email: str, *, verified: bool = True) -> None:
        """Sign in at the provider."""
        unsure = "" if verified else "&unverified=1"
        self._asks(f"/als/{name}/?email={quote(email)}{unsure}")

    def leaves(self, path: str = f"/inloggen/met/{CODE}/") -> str:
        """Press the button here; the address that leads away."""
        page = self.client.post(path).content.decode()
        found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', page)
        assert found, page
        return unescape(found[1])

    def comes_back_with(self, away: str) -> str:
        """Visit the provider; the address here to which it sends the browser."""
        parts = urlsplit(away)
        back = urlsplit(self._asks(f"{parts.path}?{parts.query}"))
        return f"{back.path}?{back.query}"

    def goes_round(self, path: str = f"/inloggen/met/{CODE}/") -> Any:
        """Away and back."""
        return self.client.get(self.comes_back_with(self.leaves(path)))

    def _asks(self, path: str) -> str:
        """Ask the provider; where it sends the browser, or ''."""
        wire = HTTPConnection(self.netloc, timeout=20)
        wire.request("GET", path, headers={"Cookie": self.cookie} if self.cookie else {})
        answer = wire.getresponse()
        words = answer.read().decode()
        assert answer.status in {200, 302}, (answer.status, words[:2000])
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("provider_session"):
                self.cookie = value.partition(";")[0]
        wire.close()
        return answer.getheader("Location") or ""
