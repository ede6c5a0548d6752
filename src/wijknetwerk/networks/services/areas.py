"""Storing areas. They are public facts and belong to no network."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from wijknetwerk.core import log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.areas.folding import search_name
from wijknetwerk.networks.areas.rows import AreaRow, BadRow
from wijknetwerk.networks.models import Area

BATCH = 2000
_KEY = ["code", "year"]
_CHANGES = [
    *("kind", "name", "municipality_code", "municipality_name"),
    *("district_code", "province", "population", "search_name"),
]


@dataclass
class AreasRefused(Exception):
    """Some lines are wrong, so nothing was stored. `faults` holds line numbers and what is wrong;
    only the first hundred, `count` is how many there are."""

    faults: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, what: str) -> None:
        """Note one wrong line."""
        self.count += 1
        if len(self.faults) < 100:
            self.faults.append((line, what))


def load_areas(
    *,
    actor: Actor,
    rows: Iterable[tuple[int, AreaRow | BadRow]],
    progress: Callable[[int], None] = lambda count: None,
) -> int:
    """Store all areas, or none: one transaction. Loading again brings them up to date.

    Reads as it stores, so memory does not grow with the file. AreasRefused names each wrong line.
    """
    if not actor.is_system:
        raise NotAllowed
    refused = AreasRefused()
    count = 0
    with transaction.atomic():
        for batch in _batches(_good(rows, refused)):
            if not refused.count:
                _store(batch)
                count += len(batch)
                progress(count)
        if refused.count:
            raise refused
        log.record(actor, "networks.areas_loaded", None, action=Action.CREATE, count=count)
    return count


def _good(rows: Iterable[tuple[int, AreaRow | BadRow]], refused: AreasRefused) -> Iterator[AreaRow]:
    """The rows that can be stored; the others are noted. A code comes once a year."""
    seen: dict[tuple[str, int], int] = {}
    for line, row in rows:
        if isinstance(row, BadRow):
            refused.add(line, str(row))
        elif (row.code, row.year) in seen:
            first = seen[row.code, row.year]
            refused.add(line, f"{row.code} of {row.year} stood on line {first} already")
        else:
            seen[row.code, row.year] = line
            yield row


def _batches(rows: Iterator[AreaRow]) -> Iterator[list[AreaRow]]:
    batch: list[AreaRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _store(batch: list[AreaRow]) -> None:
    Area.objects.bulk_create(
        [_area(row) for row in batch],
        update_conflicts=True,
        unique_fields=_KEY,
        update_fields=_CHANGES,
    )


def _area(row: AreaRow) -> Area:
    return Area(
        code=row.code,
        year=row.year,
        kind=row.kind,
        name=row.name,
        municipality_code=row.municipality_code,
        municipality_name=row.municipality_name,
        district_code=row.district_code,
        province=row.province,
        population=row.population,
        search_name=search_name(row.name, row.municipality_name),
    )
