"""Areas from a CSV file: with our own columns, or as CBS's key figures (KWB) give them."""

import csv
import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from wijknetwerk.networks.areas.rows import AreaRow, BadRow, checked

OWN = ("code", "name", "municipality_code", "municipality_name", "year")
KWB = ("regiocode", "naam", "gemeentecode", "gemeentenaam")
_YEAR_IN_NAME = re.compile(r"(?:19|20)\d\d")


class UnknownFile(ValueError):
    """The file is none of the two that we can read."""


def read(path: Path, year: int | None = None) -> Iterator[tuple[int, AreaRow | BadRow]]:
    """Each line with its number: the area, or what is wrong with it. Reads as it goes.

    `year` is for the KWB file, which does not say its year; else it is taken from the file's name.
    UnknownFile before the first line, when the file can't be read at all.
    """
    with _opened(path) as file:
        lines = csv.DictReader(file, dialect=_dialect(file), restkey="too_many")
        columns = [name.strip().strip("\ufeff").lower() for name in lines.fieldnames or []]
        lines.fieldnames = columns
        own = set(OWN) <= set(columns)
        if not own and not set(KWB) <= set(columns):
            raise UnknownFile(
                f"{path.name} has neither our columns ({', '.join(OWN)}) nor those of the "
                f"key figures of CBS ({', '.join(KWB)})."
            )
        told = 0 if own else year or _year_of(path)
        yield from _rows(lines, own, told)


def _rows(
    lines: "csv.DictReader[str]", own: bool, year: int
) -> Iterator[tuple[int, AreaRow | BadRow]]:
    rows = iter(lines)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield lines.line_num + 1, BadRow(f"this line can't be read: {error}")
            return
        if row is None:
            return
        yield lines.line_num, _row(row, own, year)


def _row(row: "dict[str, str]", own: bool, year: int) -> AreaRow | BadRow:
    if "too_many" in row:
        return BadRow("there are more fields than columns")
    if None in row.values():
        return BadRow("there are fewer fields than columns")
    if any("\ufffd" in value for value in row.values()):
        return BadRow("there are letters in it that are no UTF-8: save the file as UTF-8")
    try:
        return _own(row) if own else _kwb(row, year)
    except BadRow as wrong:
        return wrong


def _own(row: "dict[str, str]") -> AreaRow:
    return checked(
        code=row["code"],
        year=row["year"],
        kind=row.get("kind", ""),
        name=row["name"],
        municipality_code=row["municipality_code"],
        municipality_name=row["municipality_name"],
        province=row.get("province", ""),
        population=row.get("population", ""),
    )


def _kwb(row: "dict[str, str]", year: int) -> AreaRow:
    return checked(
        code=row["regiocode"],
        year=year,
        name=row["naam"],
        municipality_code=row["gemeentecode"],
        municipality_name=row["gemeentenaam"],
        province=row.get("provincie", ""),
        population=row.get("aantal_inwoners", ""),
    )


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """The text of a plain or packed file, whatever its byte order mark. OSError when it fails."""
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
        raw.seek(0)
        source = gzip.GzipFile(fileobj=raw) if packed else raw
        with TextIOWrapper(source, encoding="utf-8-sig", errors="replace", newline="") as text:
            yield text


def _dialect(file: IO[str]) -> type[csv.Dialect]:
    """Comma or semicolon, whichever the heading has more of."""
    heading = file.readline()
    file.seek(0)

    class Found(csv.excel):
        delimiter = ";" if heading.count(";") > heading.count(",") else ","

    return Found


def _year_of(path: Path) -> int:
    found = _YEAR_IN_NAME.search(path.name)
    if found is None:
        raise UnknownFile(f"{path.name} does not say of which year it is: give --year.")
    return int(found.group())
