"""What a first visit weighs: bytes over the line (gzip) and requests, by a real browser's rules."""

import gzip
import re
from pathlib import Path
from urllib.request import Request, urlopen

from tools.bench.site import serving
from tools.bench.table import Line

TEXT_BUDGET, FONT_BUDGET, REQUEST_BUDGET = 60_000, 40_000, 8


def lines(folder: Path, paths: list[str]) -> list[Line]:
    """Each page as a stranger's first, with everything that it asks for."""
    with serving(folder) as (address, _master):
        return [_line(address, path) for path in paths]


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
