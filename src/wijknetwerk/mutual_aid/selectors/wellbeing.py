"""Experienced well-being before and after, 0 to 10: one request's pair for the desk, and the mean
of many for everybody. Never a ranking, and never about fewer than five people.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wijknetwerk.mutual_aid.hiding import by_fives
from wijknetwerk.mutual_aid.models import Wellbeing

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Pair:
    """What one asker said; None where they said nothing."""

    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Means:
    """The mean of both marks of the same people, in the year of the second one."""

    year: int
    people: int
    before: float
    after: float


def marks(request: Any) -> "QuerySet[Wellbeing, tuple[str, int]]":
    """When and how: the marks of one request, for its asker and the desk."""
    return Wellbeing.objects.filter(request=request).values_list("when", "mark")


def pair(rows: Iterable[tuple[str, int]]) -> Pair:
    """The `marks` of one request as both."""
    marks = dict(rows)
    return Pair(marks.get(Wellbeing.When.BEFORE), marks.get(Wellbeing.When.AFTER))


def before_after(network: "Network") -> list[Means]:
    """Means a year, the newest first, of people who gave both marks; two queries.

    Nothing can be worked out by subtraction: years are apart and have no total. A person counts
    once, with their first pair. Within a year people come in by five at a time, in the order of
    their second mark, so that two looks at this figure differ by five people or by none.
    """
    marks = Wellbeing.objects.filter(network=network)
    early = marks.filter(when=Wellbeing.When.BEFORE).values_list("request", "mark", "said_on")
    befores = {request: (mark, day) for request, mark, day in early}
    afters = marks.filter(when=Wellbeing.When.AFTER)
    rows = afters.order_by("said_on", "pk").values_list(
        "request", "request__asker", "mark", "said_on"
    )
    seen: set[int] = set()
    years: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for request, asker, after, said_on in rows:
        before, day = befores.get(request, (0, None))
        if asker not in seen and day is not None and day <= said_on:
            seen.add(asker)
            years[said_on.year].append((before, after))
    found = (_means(year, pairs) for year, pairs in sorted(years.items(), reverse=True))
    return [one for one in found if one is not None]


def _means(year: int, pairs: list[tuple[int, int]]) -> Means | None:
    shown = pairs[: by_fives(len(pairs)) or 0]
    if not shown:
        return None
    count = len(shown)
    return Means(
        year,
        count,
        round(sum(before for before, _after in shown) / count, 1),
        round(sum(after for _before, after in shown) / count, 1),
    )
