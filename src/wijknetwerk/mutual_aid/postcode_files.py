"""Reading where postcodes lie: CSV with pc4 and x, y in metres (RD), or latitude, longitude."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from wijknetwerk.mutual_aid import dutch_grid

SHIPPED = Path(__file__).parent / "content" / "postcodes.csv"
_METRES, _DEGREES = ("x", "y"), ("latitude", "longitude")


class UnknownFile(Exception):
    """The file has not the columns that we can read."""


class Place(NamedTuple):
    """Where one postcode area lies."""

    pc4: str
    x: int
    y: int


def read(path: Path) -> Iterator[tuple[int, Place | str]]:
    """Each line by its number: a place, or what is wrong with it. UnknownFile, OSError."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        comma = ";" if first.count(";") > first.count(",") else ","
        names = [name.strip().strip('"').lower() for name in first.strip().split(comma)]
        pair = _METRES if set(_METRES) <= set(names) else _DEGREES
        if not {"pc4", *pair} <= set(names):
            raise UnknownFile(
                f"{path.name} needs the columns pc4, x, y or pc4, latitude, longitude."
            )
        try:
            yield from _lines(csv.DictReader(file, names, delimiter=comma), pair)
        except UnicodeDecodeError:
            raise UnknownFile(f"{path.name} is no text in UTF-8.") from None


def _lines(
    rows: Iterable[dict[str, str]], pair: tuple[str, str]
) -> Iterator[tuple[int, Place | str]]:
    for number, row in enumerate(rows, start=2):
        pc4 = (row["pc4"] or "").strip()
        if not (len(pc4) == 4 and pc4.isdigit() and pc4[0] != "0"):
            yield number, f"{pc4!r} is no postcode of four digits"
            continue
        try:
            one, other = (float((row[name] or "").replace(",", ".")) for name in pair)
        except ValueError:
            yield number, f"{pc4} has no number for {pair[0]} or {pair[1]}"
            continue
        x, y = (one, other) if pair is _METRES else dutch_grid.metres(one, other)
        if dutch_grid.is_in_the_netherlands(x, y):
            yield number, Place(pc4, round(x), round(y))
        else:
            yield number, f"{pc4} would not lie in the Netherlands"
