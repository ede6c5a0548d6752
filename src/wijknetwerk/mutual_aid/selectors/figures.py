"""Help in a network as a whole, by year: figures about five people or more (`hiding`)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Max, Min, Q

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid import hiding, kinds
from wijknetwerk.mutual_aid.hiding import by_fives
from wijknetwerk.mutual_aid.models import (
    Elsewhere,
    EndedHow,
    HelpRequest,
    Match,
    MatchState,
    RequestState,
    Via,
)
from wijknetwerk.mutual_aid.selectors import wellbeing

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

YEARS = 3
TOO_LONG = timedelta(weeks=4)


class Row(NamedTuple):
    """One request as the figures read it."""

    asker: int
    kind: str
    noted: date
    state: str
    via: str
    elsewhere: str
    ended_on: date | None
    helped_after: int | None
    """Days until both had said yes for the first time."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """People who asked, and who were helped, of those who asked in a quarter."""

    number: int
    asked: int | None
    helped: int | None


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year, by when people asked; None where it would be about fewer than five."""

    year: int
    asked: int | None
    helped: int | None
    days: float | None
    """Median of days until somebody helped."""
    quarters: list[Quarter]
    ended: list[tuple[str, int]]
    elsewhere: list[tuple[str, int]]
    at_desk: int | None
    checks: int | None


@dataclass(frozen=True, slots=True)
class Unserved:
    """A kind of help that many ask for and that too few offer."""

    code: str
    title: str
    asked: int
    unserved: int


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the page shows."""

    years: list[Year]
    running: int | None
    unserved: list[Unserved]
    means: list[wellbeing.Means]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """What became of pairs: askers by year and how it ended, pairs that the desk asked by the year
    in which it did so last, and askers who are helped now."""

    ended: dict[tuple[int, str], set[int]]
    checked: dict[int, int]
    running: set[int]


def whole(network: "Network") -> Whole:
    """The last three years; four statements, however much there is."""
    first = date(clock.today().year - YEARS + 1, 1, 1)
    rows = _rows(network, first)
    pairs = _pairs(network, first)
    years = sorted({row.noted.year for row in rows}, reverse=True)
    return Whole(
        [_year(year, rows, pairs) for year in years],
        by_fives(len(pairs.running)),
        unserved(rows),
        wellbeing.before_after(network),
    )


def _rows(network: "Network", first: date) -> list[Row]:
    """Requests since then in the order of their coming, with when somebody first helped."""
    agreed = Min("matches__agreed_at")
    found = HelpRequest.objects.filter(network=network, noted_at__date__gte=first)
    values = found.annotate(agreed=agreed).order_by("noted_at", "pk")
    names = ("asker", "kind", "noted_at", "state", "via", "elsewhere", "ended_on", "agreed")
    return [_row(*one) for one in values.values_list(*names)]


def _row(
    asker: int,
    kind: str,
    noted_at: datetime,
    state: str,
    via: str,
    elsewhere: str,
    ended_on: date | None,
    agreed: datetime | None,
) -> Row:
    noted = clock.local_day(noted_at)
    after = max((clock.local_day(agreed) - noted).days, 0) if agreed else None
    return Row(asker, kind, noted, state, via, elsewhere, ended_on, after)


def _pairs(network: "Network", first: date) -> _Pairs:
    typed = Q(checks__noted_by__isnull=False)
    asked = Max("checks__answered_at", filter=typed)
    lately = Q(ended_on__gte=first) | Q(state=MatchState.RUNNING)
    rows = Match.objects.filter(lately, network=network).annotate(asked=asked)
    found = _Pairs(defaultdict(set), defaultdict(int), set())
    names = ("state", "ended_on", "ended_how", "request__asker", "asked")
    for state, day, how, asker, checked in rows.values_list(*names):
        if state == MatchState.RUNNING:
            found.running.add(asker)
        elif day is not None and how:
            found.ended[day.year, how].add(asker)
        if checked is not None:
            found.checked[clock.local_day(checked).year] += 1
    return found


def _people(rows: Iterable[Row]) -> int | None:
    return by_fives(len({row.asker for row in rows}))


def _year(year: int, rows: list[Row], pairs: _Pairs) -> Year:
    of_year = [row for row in rows if row.noted.year == year]
    helped = [row for row in of_year if row.helped_after is not None]
    first_of_each: dict[int, int] = {}
    for row in helped:
        first_of_each.setdefault(row.asker, row.helped_after or 0)
    return Year(
        year,
        _people(of_year),
        _people(helped),
        hiding.median_of(list(first_of_each.values())),
        list(_quarters(of_year)),
        _named(EndedHow.choices, {how: len(pairs.ended[year, how]) for how in EndedHow.values}),
        _named(
            Elsewhere.choices,
            {
                code: len({row.asker for row in of_year if row.elsewhere == code})
                for code in Elsewhere.values
            },
        ),
        _people(row for row in of_year if row.via in (Via.DESK, Via.PAPER, Via.SHEET)),
        by_fives(pairs.checked[year]),
    )


def _quarters(rows: list[Row]) -> Iterator[Quarter]:
    for number in range(1, 5):
        of_it = [row for row in rows if (row.noted.month + 2) // 3 == number]
        if of_it:
            helped = [row for row in of_it if row.helped_after is not None]
            yield Quarter(number, _people(of_it), _people(helped))


def _named(choices: Iterable[tuple[str, object]], counts: dict[str, int]) -> list[tuple[str, int]]:
    """What may be shown, the largest first."""
    shown = [(str(label), by_fives(counts[code])) for code, label in choices]
    return sorted(((label, count) for label, count in shown if count), key=lambda one: -one[1])


def unserved(rows: list[Row]) -> list[Unserved]:
    """Kinds of the first level that at least five people asked for in a year, and at least five of
    them in vain: withdrawn, or waiting for over four weeks, without anybody who ever helped."""
    today = clock.today()
    titles = kinds.shipped()  # a network adds kinds on the second level only
    lately = [row for row in rows if row.noted > today - timedelta(days=365) and row.kind]
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for row in lately:
        by_kind[row.kind.split(".", 1)[0]].append(row)
    found = []
    for code, of_kind in by_kind.items():
        asked, in_vain = _people(of_kind), _people(row for row in of_kind if _in_vain(row, today))
        if asked and in_vain and code in titles:
            found.append(Unserved(code, titles[code].title, asked, in_vain))
    return sorted(found, key=lambda one: (-one.unserved, one.title))


def _in_vain(row: Row, today: date) -> bool:
    if row.helped_after is not None:
        return False
    waits = row.state in (RequestState.NEW, RequestState.WAITING, RequestState.BUSY)
    return row.state == RequestState.WITHDRAWN or (waits and row.noted <= today - TOO_LONG)


def unserved_of(network: "Network", code: str) -> Unserved | None:
    """One such kind, asked again when somebody takes it to Meedenken."""
    rows = _rows(network, clock.today() - timedelta(days=365))
    return next((one for one in unserved(rows) if one.code == code), None)
