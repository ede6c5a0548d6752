"""The OData client against a small server of our own that answers in the recorded shapes."""

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.core.management import CommandError, call_command

from wijknetwerk.networks.areas import odata
from wijknetwerk.networks.models import Area

pytestmark = pytest.mark.django_db

AREAS = [
    ("GM0202    ", "Arnhem                ", 167632),
    ("WK020204  ", "Presikhaaf-West       ", 8885),
    ("WK020205  ", "Presikhaaf-Oost       ", 7535),
    ("WK020299  ", "Water                 ", None),
    ("BU02020423", "Presikhaaf I          ", 2255),
]


class Cbs(BaseHTTPRequestHandler):
    """Filters by kind, pages with $top and $skip, and refuses too many records at once."""

    most = 2
    follow = False
    broken = False

    def do_GET(self) -> None:
        """One set of the table."""
        name = urlsplit(self.path).path.rsplit("/", 1)[-1]
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        if self.broken:
            self._send(200, b"<html>onderhoud</html>")
            return
        if name == "TableInfos":
            self._answer([{"ID": 0, "Identifier": "85984NED", "Period": "2024"}])
        elif name == "DataProperties":
            self._answer([{"Key": "Gemeentenaam_1"}, {"Key": "AantalInwoners_5", "Unit": "aantal"}])
        else:
            self._page(name, asked)

    def _page(self, name: str, asked: dict[str, str]) -> None:
        kind = re.search(r"eq '(\w\w)'", unquote(asked["$filter"]))
        assert kind is not None
        items = [area for area in AREAS if area[0].startswith(kind.group(1))]
        skip, top = int(asked["$skip"]), int(asked["$top"])
        if top > self.most and not self.follow:
            self._send(500, b"query returns more than 10000 records")
            return
        shown = items[skip : skip + (self.most if self.follow else top)]
        if name == "WijkenEnBuurten":
            rows = [{"Key": key, "Title": title, "Description": ""} for key, title, _n in shown]
        else:
            assert asked["$select"] == "WijkenEnBuurten,Gemeentenaam_1,AantalInwoners_5"
            rows = [
                {"WijkenEnBuurten": key, "Gemeentenaam_1": "Arnhem    ", "AantalInwoners_5": count}
                for key, _title, count in shown
            ]
        more = self.follow and skip + len(shown) < len(items)
        following = self.path.replace(f"$skip={skip}", f"$skip={skip + len(shown)}")
        self._answer(rows, {"odata.nextLink": following} if more else {})

    def _answer(self, rows: list[dict[str, Any]], extra: dict[str, str] | None = None) -> None:
        body = {"odata.metadata": "$metadata", "value": rows, **(extra or {})}
        self._send(200, json.dumps(body).encode())

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def cbs(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[type[Cbs], str]]:
    handler = type("Handler", (Cbs,), {})
    server = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield handler, f"http://127.0.0.1:{server.server_port}/ODataApi/odata"
    server.shutdown()
    thread.join()
    server.server_close()


def _load(base: str) -> None:
    call_command("load_areas", source=base, verbosity=0)


def test_it_asks_page_by_page_below_the_limit_of_cbs(
    cbs: tuple[type[Cbs], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(odata, "PAGE", 2)
    _load(cbs[1])
    assert Area.objects.count() == len(AREAS)
    west = Area.objects.get(code="WK020204")
    assert (west.name, west.municipality_name, west.year) == ("Presikhaaf-West", "Arnhem", 2024)
    assert Area.objects.get(code="WK020299").population is None


def test_it_follows_the_link_to_the_next_page(cbs: tuple[type[Cbs], str]) -> None:
    cbs[0].follow = True
    _load(cbs[1])
    assert Area.objects.count() == len(AREAS)


def test_a_refusal_is_one_clear_sentence(cbs: tuple[type[Cbs], str]) -> None:
    with pytest.raises(CommandError, match="CBS refused table 85984NED: HTTP 500"):
        _load(cbs[1])
    assert not Area.objects.exists()


def test_an_answer_that_is_no_open_data_is_one_clear_sentence(cbs: tuple[type[Cbs], str]) -> None:
    cbs[0].broken = True
    with pytest.raises(CommandError, match="no open data"):
        _load(cbs[1])


def test_without_a_connection_it_says_what_to_do() -> None:
    with pytest.raises(CommandError, match="Connect to the internet, or give a file"):
        _load("http://127.0.0.1:9/odata")
