"""What a first visit weighs: bytes over the line (gzip) and requests, by a real browser's rules."""

import gzip
import re
from pathlib import Path
from urllib.request import Request, urlopen

from tools.bench.site import serving
from tools.bench.table import Line

TEXT_BUDGET, FONT_BUDGET, REQUEST_BUDGET = 60_000, 40_000, 8
MAP_BUDGET = 350_000  # of a page with a map or charts, all that it asks for


def lines(folder: Path, paths: list[str]) -> list[Line]:
    """Each page as a stranger's first, with everything that it asks for."""
    with serving(folder) as (address, _master):
        return [_line(address, path) for path in paths]


def of_map(folder: Path, path: str, points: str) -> list[Line]:
    """A page with a map as a stranger's first, with the scripts of the map and its points."""
    with serving(folder) as (address, _master):
        html = _fetch(address + path)
        parts = _linked(html, r'(?:src|href)="(/static/[^"#]+\.(?:js|css|woff2))') | {points}
        parts |= _linked(html, r'"(/static/[^"#]+\.js)"')
        weight = _size(html) + sum(_sent(_fetch(address + part), part) for part in parts)
    return [
        Line(
            f"first visit to {path}, with its map",
            f"{weight / 1000:.1f} KB in {len(parts) + 1} requests",
            "350 KB",
            weight <= MAP_BUDGET,
        )
    ]


def _sent(body: bytes, part: str) -> int:
    return len(body) if part.endswith(".woff2") else _size(body)


def _line(address: str, path: str) -> Line:
    html = _fetch(address + path)
    text, fonts, asked = _size(html), 0, 1
    styles = _linked(html, r'<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"')
    others = _linked(html, r'<script[^>]+src="([^"]+)"') | _linked(
        html, r'<(?:use|img|link)[^>]+(?:href|src)="(/static/[^"#]+)'
    )
    for part in styles | others:
        body = _fetch(address + part)
        asked += 1
        if part.endswith((".woff2", ".ttf")):
            fonts += len(body)
        else:
            text += _size(body)
    return Line(
        f"first visit to {path}",
        f"{text / 1000:.1f} KB of HTML, CSS, JS and pictures, {fonts / 1000:.1f} KB of fonts,"
        f" {asked} requests",
        "60 KB, 40 KB, 8 requests",
        text <= TEXT_BUDGET and fonts <= FONT_BUDGET and asked <= REQUEST_BUDGET,
    )


def _linked(html: bytes, pattern: str) -> set[str]:
    return {found for found in re.findall(pattern, html.decode()) if found.startswith("/")}


def _size(body: bytes) -> int:
    return len(gzip.compress(body, 9))


def _fetch(address: str) -> bytes:
    with urlopen(Request(address), timeout=20) as answer:  # noqa: S310
        body: bytes = answer.read()
        return body
