"""Where areas lie: the middle of each municipality and district, from our own small table.

A neighbourhood has none of its own in the table: it takes the middle of its district. Codes are
those of 2024; an area of another division takes the middle of its municipality.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

Point = tuple[float, float]
_TABLE = Path(__file__).parent / "middles.csv"


def of_areas(areas: Iterable[tuple[str, str, str]]) -> Point | None:
    """The middle of the areas together: latitude and longitude, None when none is known.

    Each area is given by its own code and, for when that is not in the table, those of its
    district and its municipality.
    """
    known = _table()
    found = [next((known[code] for code in codes if code in known), None) for codes in areas]
    points = [point for point in found if point is not None]
    if not points:
        return None
    rows, columns = zip(*points, strict=True)
    return round(sum(rows) / len(rows), 4), round(sum(columns) / len(columns), 4)


@lru_cache(maxsize=1)
def _table() -> dict[str, Point]:
    with _TABLE.open(encoding="utf-8") as file:
        lines = csv.DictReader(file)
        return {line["code"]: (float(line["latitude"]), float(line["longitude"])) for line in lines}
