"""Pages of long lists: the rows and their total in one query."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window

T = TypeVar("T")
U = TypeVar("U")
SIZE = 25


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """The rows of one page, the total, and Django's page for the links."""

    rows: list[T]
    total: int
    page: "Page[int]"

    def map(self, change: Callable[[T], U]) -> "Paged[U]":
        """The same page with other rows."""
        return Paged([change(row) for row in self.rows], self.total, self.page)


def counting(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows, each with the number of all rows as `rows_in_all`."""
    counted: QuerySet[Any] = rows.annotate(rows_in_all=Window(Count("pk")))
    return counted


def paged(rows: QuerySet[Any], number: str, size: int = SIZE) -> Paged[Any]:
    """The page with this number ('' or nonsense: the first). One query, two past the end."""
    counted = rows if "rows_in_all" in rows.query.annotations else counting(rows)
    return paged_by(lambda start: list(counted[start : start + size]), number, size)


def paged_by(
    read: Callable[[int], list[Any]], number: str, size: int = SIZE, total: int | None = None
) -> Paged[Any]:
    """The same for who reads `size` rows from a place by itself; `total` when that is known."""
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 1
    wanted = max(wanted, 1)
    found = read((wanted - 1) * size)
    if not found and wanted > 1:
        return paged_by(read, "1", size, total)
    if total is None:
        total = found[0].rows_in_all if found else 0
    return Paged(found, total, Paginator(range(total), size).get_page(wanted))
