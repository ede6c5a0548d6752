"""Who asks and who helps in a network, for its desk: the list, and who may be meant by a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet

from wijknetwerk.core.stems import fold
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Neighbour,
    OfferState,
)
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.mutual_aid.selectors.offers import long_not_asked
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SIZE = 25
ALL, HELPERS, ASKERS, QUIET = "", "helpers", "askers", "not-asked"
FILTERS = (ALL, HELPERS, ASKERS, QUIET)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the list."""

    uuid: UUID
    name: str
    phone: str
    pc4: str
    helps: bool
    asks: bool
    person_id: int | None


@dataclass(frozen=True, slots=True)
class People:
    """A page of the list, and how many there are in all."""

    rows: list[PersonRow]
    total: int
    page: "Page[int]"


def people_of(network: "Network", *, q: str = "", which: str = ALL, page: str = "") -> People:
    """Who asks or helps, by name. One query at any size: names of who takes part in nothing are
    sealed, so that looking for a name is done here."""
    found = [(name_of(row), row) for row in _rows(network, which)]
    wanted = [fold(word) for word in q.split()[:5]]
    number = "".join(one for one in q if one.isdigit())
    kept = [
        (name, row)
        for name, row in found
        if all(word in fold(name) for word in wanted) or _has_number(row, number)
    ]
    kept.sort(key=lambda one: (fold(one[0].rsplit(" ", 1)[-1]), fold(one[0]), one[1].pk))
    at = Paginator(range(len(kept)), SIZE).get_page(page)
    first = (at.number - 1) * SIZE
    return People([_line(name, row) for name, row in kept[first : first + SIZE]], len(kept), at)


def _rows(network: "Network", which: str) -> "QuerySet[Any]":
    helps = HelpOffer.objects.filter(helper=OuterRef("pk"), state=OfferState.OPEN)
    asks = HelpRequest.objects.filter(asker=OuterRef("pk"), state__in=OPEN_REQUESTS)
    rows = Neighbour.objects.filter(network=network).select_related("person")
    rows = rows.annotate(helps=Exists(helps), asks=Exists(asks))
    if which == HELPERS:
        return rows.filter(helps=True)
    if which == ASKERS:
        return rows.filter(asks=True)
    if which == QUIET:
        quiet = long_not_asked(HelpOffer.objects.filter(network=network))
        return rows.filter(pk__in=quiet.values("helper"))
    return rows


def _has_number(row: Neighbour, number: str) -> bool:
    """Whether these digits, four or more, stand in the phone number."""
    return len(number) >= 4 and number in "".join(one for one in phone_of(row) if one.isdigit())


def _line(name: str, row: Any) -> PersonRow:
    return PersonRow(
        uuid=row.uuid,
        name=name,
        phone=phone_of(row),
        pc4=row.pc4,
        helps=row.helps,
        asks=row.asks,
        person_id=row.person_id,
    )


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be meant: known for help already (`neighbour`), or a member."""

    name: str
    about: str
    neighbour: UUID | None = None
    member: UUID | None = None


def who_is_meant(network: "Network", q: str) -> list[Known]:
    """Members and others of this network whose name or number holds this; two queries. Never
    joined by a name: the desk chooses."""
    if not q.strip():
        return []
    return list(_meant(network, q))[:SIZE]


def _meant(network: "Network", q: str) -> Iterator[Known]:
    seen = set()
    found = people_of(network, q=q)
    for row in found.rows:
        seen.add(row.person_id)
        yield Known(row.name, row.phone or row.pc4, neighbour=row.uuid)
    wanted = [fold(word) for word in q.split()[:5]]
    for member in members_now(network.pk):
        if member.person_id not in seen and all(word in fold(member.name) for word in wanted):
            yield Known(member.name, member.party, member=member.uuid)


def same_looking(network: "Network", *, name: str, phone: str) -> list[Known]:
    """Who has this name, or this number: shown before somebody new is written down."""
    by_name = [one for one in who_is_meant(network, name) if fold(one.name) == fold(name)]
    by_number = who_is_meant(network, phone) if phone else []
    return list(dict.fromkeys([*by_name, *by_number]))
