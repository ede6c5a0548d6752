"""Where postcode areas (PC4) lie: a rough table is shipped, a better one can be loaded over it.

In metres of the Dutch grid (RD, EPSG:28992), so that a distance is a plain sum.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SHIPPED = Path(__file__).resolve().parent / "content" / "postcodes.csv"


class UnknownTable(Exception):
    """What is wrong with a table of postcodes, and in which line."""


@dataclass(frozen=True, slots=True)
class Middle:
    """The middle of an area."""

    pc4: str
    x: int
    y: int


@cache
def shipped() -> dict[str, tuple[float, float]]:
    """The table that comes with it; content/postcodes.README.md says how rough it is."""
    return {row.pc4: (float(row.x), float(row.y)) for row in read(SHIPPED)}


def read(path: Path) -> list[Middle]:
    """A file with a line of names: pc4, x, y in metres, or pc4, latitude, longitude in degrees.
    All of it, or UnknownTable."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = csv.DictReader(file)
        names = set(found.fieldnames or ())
        if not ({"pc4", "x", "y"} <= names or {"pc4", "latitude", "longitude"} <= names):
            raise UnknownTable("The first line must name pc4, x, y or pc4, latitude, longitude.")
        return list(_rows(found, in_metres="x" in names))


def _rows(found: "csv.DictReader[str]", *, in_metres: bool) -> Iterator[Middle]:
    for number, line in enumerate(found, 2):
        try:
            pc4 = f"{int(line['pc4']):04d}"
            if in_metres:
                x, y = float(line["x"]), float(line["y"])
            else:
                x, y = metres(float(line["latitude"]), float(line["longitude"]))
            if not ("1000" <= pc4 <= "9999" and 0 < x < 300_000 and 300_000 < y < 630_000):
                raise ValueError
        except (TypeError, ValueError):
            raise UnknownTable(f"Line {number} names no place in the Netherlands.") from None
        yield Middle(pc4, round(x), round(y))


def metres(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees (WGS84) as metres of the Dutch grid, to within a metre or so (the usual
    approximation by a polynomial around Amersfoort)."""
    p, q = 0.36 * (latitude - 52.15517440), 0.36 * (longitude - 5.38720621)
    x = sum(factor * p**i * q**j for (i, j), factor in _X.items())
    y = sum(factor * p**i * q**j for (i, j), factor in _Y.items())
    return x, y


_X = {
    (0, 0): 155_000.0,
    (0, 1): 190_094.945,
    (1, 1): -11_832.228,
    (2, 1): -114.221,
    (0, 3): -32.391,
    (1, 0): -0.705,
    (3, 1): -2.340,
    (1, 3): -0.608,
    (0, 2): -0.008,
    (2, 3): 0.148,
}
_Y = {
    (0, 0): 463_000.0,
    (1, 0): 309_056.544,
    (0, 2): 3_638.893,
    (2, 0): 73.077,
    (1, 2): -157.984,
    (3, 0): 59.788,
    (0, 1): 0.433,
    (2, 2): -6.439,
    (1, 1): -0.032,
    (0, 4): 0.092,
    (1, 4): -0.054,
}
