"""Who asks and who helps in a network, for its desk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import phone_numbers
from wijknetwerk.core.statements import Slot
from wijknetwerk.core.stems import fold
from wijknetwerk.core.together import Together
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    HelpOffer,
    HelpRequest,
    Neighbour,
    OfferState,
)
from wijknetwerk.mutual_aid.selectors import code_waits
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.mutual_aid.selectors.offers import long_not_asked
from wijknetwerk.networks.selectors.paging import SIZE, paged

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

ALL, HELPERS, ASKERS, QUIET, AGAIN = "", "helpers", "askers", "not-asked", "code"
FILTERS = (ALL, HELPERS, ASKERS, QUIET, AGAIN)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the list."""

    uuid: UUID
    name: str
    phone: str
    pc4: str
    helps: bool
    asks: bool
    member: bool


@dataclass(frozen=True, slots=True)
class People:
    """A page of the list."""

    rows: list[PersonRow]
    page: "Page[int]"


def people_of(network: "Network", *, q: str = "", which: str = ALL, page: str = "") -> People:
    """Who asks or helps: who was written down last comes first; of a search, by name. Two queries.

    Names of who takes part in nothing are sealed: a search opens all of them, and the list itself
    only those that it shows."""
    rows = _rows(network, which)
    if q.strip():
        hits = _hits(rows, q)
        at = Paginator(range(len(hits)), SIZE).get_page(page)
        start = (at.number - 1) * SIZE
        here = hits[start : start + SIZE]
    else:
        found = paged(rows.order_by("-pk").only("pk"), page)
        here, at = [row.pk for row in found.rows], found.page
    by_pk = {row.pk: row for row in _read(network.pk, here)}
    return People([_line(by_pk[pk]) for pk in here if pk in by_pk], at)


def _rows(network: "Network", which: str) -> "QuerySet[Neighbour]":
    in_all = Neighbour.objects.filter(network=network)
    erased = Q(person=None, letters=0)  # the row stays, because help of others points at it
    rows = in_all.annotate(letters=Length("name")).exclude(erased)
    if which == HELPERS:
        return rows.filter(_helps())
    if which == ASKERS:
        return rows.filter(_asks())
    if which == QUIET:
        quiet = long_not_asked(HelpOffer.objects.filter(network=network))
        return rows.filter(pk__in=quiet.values("helper"))
    if which == AGAIN:
        return rows.filter(pk__in=code_waits.at_desk().values("pk"))
    return rows


def _helps() -> Exists:
    return Exists(HelpOffer.objects.filter(helper=OuterRef("pk"), state=OfferState.OPEN))


def _asks() -> Exists:
    return Exists(HelpRequest.objects.filter(asker=OuterRef("pk"), state__in=OPEN_REQUESTS))


def _read(network_id: int, here: list[int]) -> list[Any]:
    keys = {f"key{at}": key for at, key in enumerate(here)}
    (rows,) = _SHOWN.ask(network_id=network_id, **{f"key{at}": 0 for at in range(SIZE)} | keys)
    return rows


def _shown() -> "tuple[QuerySet[Any], ...]":
    """A page of people by their keys."""
    keys: list[Any] = [Slot(f"key{at}", BigIntegerField()) for at in range(SIZE)]
    network: Any = Slot("network", BigIntegerField())
    rows: QuerySet[Any] = Neighbour.objects.filter(network=network, pk__in=keys)
    names = ("uuid", "name", "phone", "pc4", "person__phone", *name_fields("person"))
    rows = rows.select_related("person").only(*names)
    return (rows.annotate(helps=_helps(), asks=_asks()),)


_SHOWN = Together(_shown)


def _hits(rows: "QuerySet[Neighbour]", q: str) -> list[int]:
    """The keys of who fits a name, or a number of four digits or more; by surname."""
    wanted = [fold(word) for word in q.split()[:5]]
    number = phone_numbers.typed_number(q)
    named = rows.select_related("person").only(
        "uuid", "name", "phone", "person__phone", *name_fields("person")
    )
    found = []
    for row in named:
        name = name_of(row)
        folded = fold(name)
        if all(word in folded for word in wanted) or (
            number and phone_numbers.fits(number, phone_of(row))
        ):
            found.append((fold(name.rsplit(" ", 1)[-1]), folded, row.pk))
    return [pk for _surname, _name, pk in sorted(found)]


def _line(row: Any) -> PersonRow:
    return PersonRow(
        uuid=row.uuid,
        name=name_of(row),
        phone=phone_of(row),
        pc4=row.pc4,
        helps=row.helps,
        asks=row.asks,
        member=row.person_id is not None,
    )
