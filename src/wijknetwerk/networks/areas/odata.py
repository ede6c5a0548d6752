"""Areas from CBS's open data, over OData version 3.

Codes, names and inhabitants stand in the typed data set of one table a year. The service refuses
more than 10,000 records at a time, so we ask by kind and page by page.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import Request, urlopen

from wijknetwerk.networks.areas.rows import AreaRow, BadRow, checked

BASE = "https://opendata.cbs.nl/ODataApi/odata"
TABLE = "85984NED"
PAGE = 5000
KINDS = ("GM", "WK", "BU")
_KEY = "WijkenEnBuurten"
_MUNICIPALITY = "Gemeentenaam_1"


class NotConnected(RuntimeError):
    """CBS could not be reached, or answered something that is no open data."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the table stands; tests point it at a server of their own."""

    base: str = BASE
    table: str = TABLE
    timeout: float = 60

    def address(self, name: str, query: str = "") -> str:
        """The address of one set of the table."""
        return f"{self.base}/{self.table}/{name}" + (f"?{query}" if query else "")


def read(source: Source) -> Iterator[tuple[int, AreaRow | BadRow]]:
    """Each area with its number in the order of reading, or what is wrong with it.

    NotConnected with one clear sentence when CBS can't be reached.
    """
    year = _year(source)
    inhabitants = _inhabitants(source)
    titles = _titles(source)
    number = 0
    for kind in KINDS:
        for item in _items(source, kind, inhabitants):
            number += 1
            yield number, _row(item, titles, year, inhabitants)


def _year(source: Source) -> int:
    """The period of the table. 'TableInfos' has one item."""
    infos = list(_all(source, source.address("TableInfos")))
    period = str(infos[0].get("Period", "")).strip() if infos else ""
    if not period[:4].isdigit():
        raise NotConnected(f"CBS does not say of which year table {source.table} is.")
    return int(period[:4])


def _inhabitants(source: Source) -> str:
    """The name of the field; its number changes from year to year."""
    for item in _all(source, source.address("DataProperties")):
        key = str(item.get("Key", ""))
        if key.startswith("AantalInwoners_"):
            return key
    raise NotConnected(f"Table {source.table} of CBS has no numbers of inhabitants.")


def _titles(source: Source) -> dict[str, str]:
    """The name of each area by its code."""
    found: dict[str, str] = {}
    for kind in KINDS:
        query = _query(f"substring(Key,0,2) eq '{kind}'")
        for item in _pages(source, _KEY, query):
            found[str(item["Key"]).strip()] = str(item["Title"]).strip()
    return found


def _items(source: Source, kind: str, inhabitants: str) -> Iterator[dict[str, Any]]:
    fields = f"{_KEY},{_MUNICIPALITY},{inhabitants}"
    query = _query(f"substring({_KEY},0,2) eq '{kind}'") + f"&$select={fields}"
    yield from _pages(source, "TypedDataSet", query)


def _query(condition: str) -> str:
    allowed = "(),'$"
    return f"$filter={quote(condition, safe=allowed)}"


def _pages(source: Source, name: str, query: str) -> Iterator[dict[str, Any]]:
    skip = 0
    while True:
        address = source.address(name, f"{query}&$top={PAGE}&$skip={skip}")
        count = 0
        for item in _all(source, address):
            count += 1
            yield item
        if count < PAGE:
            return
        skip += count


def _all(source: Source, address: str) -> Iterator[dict[str, Any]]:
    """The items of an answer, and of the next ones that it names."""
    seen: set[str] = set()
    while address and address not in seen:
        seen.add(address)
        answer = _asked(source, address)
        yield from answer["value"]
        following = str(answer.get("odata.nextLink") or "")
        address = urljoin(address, following) if following else ""
        if address and urlsplit(address).netloc != urlsplit(source.base).netloc:
            raise NotConnected("CBS sends us to another address, which we don't follow.")


def _asked(source: Source, address: str) -> dict[str, Any]:
    request = Request(address, headers={"Accept": "application/json"})  # noqa: S310
    try:
        with urlopen(request, timeout=source.timeout) as answer:  # noqa: S310
            said = json.load(answer)
    except HTTPError as error:
        raise NotConnected(f"CBS refused table {source.table}: HTTP {error.code}.") from error
    except (URLError, OSError) as error:
        raise NotConnected(
            f"CBS can't be reached ({source.base}). Connect to the internet, or give a file."
        ) from error
    except ValueError as error:
        raise NotConnected("CBS answered something that is no open data.") from error
    if not isinstance(said, dict) or not isinstance(said.get("value"), list):
        raise NotConnected("CBS answered something that is no open data.")
    return said


def _row(
    item: dict[str, Any], titles: dict[str, str], year: int, inhabitants: str
) -> AreaRow | BadRow:
    code = str(item.get(_KEY, "")).strip()
    own = f"GM{code[2:6]}"
    try:
        return checked(
            code=code,
            year=year,
            name=titles.get(code, ""),
            municipality_code=own,
            municipality_name=str(item.get(_MUNICIPALITY) or titles.get(own, "")),
            population=item.get(inhabitants),
        )
    except BadRow as wrong:
        return wrong
