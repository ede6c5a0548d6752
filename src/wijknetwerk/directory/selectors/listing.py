"""The list as it is read: pages of cards, counted by kind, filtered by words, kind, whom and day.

Filters work on columns of the row itself, so that a page costs the same few queries at any size.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from wijknetwerk.core.stems import stems
from wijknetwerk.directory import kinds, when
from wijknetwerk.directory.access import Reader
from wijknetwerk.directory.models import Service, ServiceLocation, ServiceStatus
from wijknetwerk.directory.selectors.statements import COLUMNS, COUNTS, PAGE, SIZE, places_of
from wijknetwerk.directory.selectors.unchecked import long_ago
from wijknetwerk.networks.selectors.paging import Paged, counting, paged, paged_by


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader looks for; nonsense in an address is no filter."""

    text: str = ""
    kind: str = ""
    audience: str = ""
    day: str = ""

    @classmethod
    def of(cls, asked: Any) -> "Wish":
        """From the parameters of an address."""
        return cls(
            text=asked.get("q", "")[:100].replace("\x00", "").strip(),
            kind=_known(asked.get("soort", ""), kinds.kinds()),
            audience=_known(asked.get("wie", ""), kinds.audiences()),
            day=_known(asked.get("dag", ""), kinds.DAYS),
        )

    def params(self, **other: str) -> dict[str, str]:
        """The parameters of an address with this wish, one of them changed."""
        now = {"q": self.text, "soort": self.kind, "wie": self.audience, "dag": self.day}
        return {name: value for name, value in (now | other).items() if value}

    @property
    def any(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.params())


@dataclass(frozen=True, slots=True)
class Where:
    """A place of an entry, in words."""

    name: str
    address: str
    when: str
    transportation: str = ""

    @property
    def line(self) -> str:
        """The place in one line."""
        return ", ".join(part for part in (self.name, self.address) if part)


@dataclass(frozen=True, slots=True)
class Card:
    """An entry in the list."""

    uuid: Any
    name: str
    kind: str
    kind_code: str
    description: str
    for_whom: str
    phone: str
    phone_description: str
    closed: bool
    alert: str
    assured_date: date | None
    by: str
    ended_on: date | None
    members_only: bool
    places: list[Where] = field(default_factory=list)

    @property
    def long_ago(self) -> bool:
        """Whether nobody checked it for a year."""
        return self.assured_date is None or self.assured_date < long_ago()


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list."""

    cards: list[Card]
    total: int
    page: Any
    counts: dict[str, int]
    """How many there are of each first level of kinds, without the filter."""

    @property
    def in_all(self) -> int:
        """How many things are on the list."""
        return sum(self.counts.values())


def page_of(reader: Reader, wish: Wish, number: str) -> ListPage:
    """Three queries at any size."""
    network = reader.network.pk
    if wish.any:
        rows = reader.rows().filter(ended_on=None)
        asked = counting(_ordered(narrowed(rows, wish), wish))
        listed = asked.values_list(*COLUMNS, "rows_in_all", named=True)
        found: Paged[Any] = paged(listed, number, SIZE)
    else:
        found = paged_by(
            lambda start: PAGE.ask(reader.is_member, start, network_id=network), number, SIZE
        )
    counts = counts_for(network, is_member=reader.is_member)
    places = places_of(network, [row.pk for row in found.rows]) if found.rows else []
    return ListPage(_with_places(found.rows, places), found.total, found.page, counts)


def counts_for(network_id: int, *, is_member: bool) -> dict[str, int]:
    """How many of each first level of kinds such a reader finds. One query."""
    found: dict[str, int] = {}
    for row in COUNTS.ask(is_member, network_id=network_id):
        top = row.kind.partition(".")[0]
        found[top] = found.get(top, 0) + row.many
    return found


def narrowed(rows: "QuerySet[Service]", wish: Wish) -> "QuerySet[Service]":
    """Only what answers to the wish: every word is found in the entry."""
    for word in _words(wish.text):
        rows = rows.filter(search_words__contains=_as_found(word))
    if wish.kind:
        rows = rows.filter(Q(kind=wish.kind) | Q(kind__startswith=f"{wish.kind}."))
    if wish.audience:
        whom = Q(audiences__contains=f" {wish.audience}")
        rows = rows.filter(whom | Q(audiences__contains=f" {kinds.EVERYBODY}"))
    if wish.day:
        rows = rows.filter(days__contains=f" {wish.day}")
    return rows


def _as_found(word: str) -> str:
    """A short word is a whole word, because it begins many; a long one may be part of a compound,
    as 'atelier' is of 'naaiatelier'."""
    if len(word) < 4:
        return f" {word} "
    return f" {word}" if len(word) == 4 else word


def _ordered(rows: "QuerySet[Service]", wish: Wish) -> "QuerySet[Service]":
    """By name; what has the words in its name comes first."""
    words = _words(wish.text)
    if not words:
        return rows.order_by("name_key", "pk")
    named = Q()
    for word in words:
        named &= Q(name_key__contains=word)
    first = Case(When(named, then=Value(0)), default=Value(1))
    return rows.order_by(first, "name_key", "pk")


def _words(text: str) -> list[str]:
    found = stems(text)
    return (found or text.casefold().split())[:8]


def cards_of(rows: list[Any]) -> list[Card]:
    """Cards of these rows with their places; one query."""
    told = ServiceLocation.objects.filter(service__in=[row.pk for row in rows]).order_by("pk")
    return _with_places(rows, told)


def _with_places(rows: list[Any], told: Iterable[Any]) -> list[Card]:
    places: dict[int, list[Where]] = {}
    for place in told:
        places.setdefault(place.service_id, []).append(where_of(place))
    return [_card(row, places.get(row.pk, [])) for row in rows]


def where_of(place: Any) -> Where:
    """A place in words."""
    code = " ".join(part for part in (place.postal_code, place.city) if part)
    address = ", ".join(part for part in (place.address_1, code) if part)
    told = when.when_words(place.schedule, place.byday, place.opens_at, place.closes_at)
    return Where(place.name, address, told, place.transportation)


def _card(row: Any, places: list[Where]) -> Card:
    return Card(
        uuid=row.uuid,
        name=row.name,
        kind=kinds.name_of(row.kind),
        kind_code=row.kind,
        description=row.description,
        for_whom=row.eligibility_description or audience_words(row.audiences),
        phone=row.phone,
        phone_description=row.phone_description,
        closed=row.status == ServiceStatus.CLOSED,
        alert=row.alert,
        assured_date=row.assured_date,
        by=row.organization_name,
        ended_on=row.ended_on,
        members_only=row.shown_to == "members",
        places=places,
    )


def audience_words(codes: str) -> str:
    """For whom, in words; for everybody needs no word."""
    known = kinds.audiences()
    named = [known[code].name for code in codes.split() if code in known and code != "everybody"]
    return ", ".join(named)


def all_cards(rows: "QuerySet[Service]") -> list[Card]:
    """Every entry of these, by name; for paper. Two queries."""
    listed = rows.order_by("name_key", "pk").values_list(*COLUMNS, named=True)
    return cards_of(list(listed))


def to_check_cards(rows: "QuerySet[Service]", most: int = 50) -> list[Card]:
    """What to look at, in the order of these rows."""
    return cards_of(list(rows.values_list(*COLUMNS, named=True)[:most]))


def ended_cards(reader: Reader, most: int = 200) -> list[Card]:
    """What is no longer there, the last first; members only."""
    rows = reader.rows().exclude(ended_on=None).order_by(F("ended_on").desc(), "name_key")
    return cards_of(list(rows.values_list(*COLUMNS, named=True)[:most]))


def members_only_cards(reader: Reader, most: int = 500) -> list[Card]:
    """What only members read now, by name."""
    rows = reader.rows().filter(ended_on=None, shown_to="members").order_by("name_key", "pk")
    return cards_of(list(rows.values_list(*COLUMNS, named=True)[:most]))


def sections(cards: list[Card]) -> list[tuple[str, list[Card]]]:
    """Cards under the name of their first level of kinds, in its order."""
    by_top: dict[str, list[Card]] = {}
    for card in cards:
        by_top.setdefault(card.kind_code.partition(".")[0], []).append(card)
    named = [(word.name, by_top.pop(word.code, [])) for word in kinds.top_kinds()]
    rest = [card for left in by_top.values() for card in left]
    if rest:
        named.append((_("Something else"), rest))
    return [(name, listed) for name, listed in named if listed]


def _known(code: str, among: Any) -> str:
    return code if code in among else ""
