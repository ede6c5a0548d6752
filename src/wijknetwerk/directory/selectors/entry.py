"""One entry as it is read: everything about it, who checked it, and its history."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotFound
from wijknetwerk.directory import kinds
from wijknetwerk.directory import said as saying
from wijknetwerk.directory.access import Reader
from wijknetwerk.directory.models import (
    Service,
    ServiceLocation,
    ServiceStatus,
    ServiceVersion,
    ShownTo,
    VersionKind,
)
from wijknetwerk.directory.selectors.listing import Where, audience_words, where_of
from wijknetwerk.directory.selectors.unchecked import long_ago
from wijknetwerk.directory.when import when_words

if TYPE_CHECKING:
    from django.db.models import QuerySet

PLACES = "places"
_CHOICES = {"status": ServiceStatus.choices, "shown_to": ShownTo.choices}


@dataclass(frozen=True, slots=True)
class EntryPage:
    """An entry with the names of who checked it and who keeps it right, for members."""

    row: Any
    kind: str
    for_whom: str
    places: list[Where]
    checked_by: str
    owner: str
    is_mine: bool

    @property
    def long_ago(self) -> bool:
        """Whether nobody checked it for a year."""
        checked: date | None = self.row.assured_date
        return checked is None or checked < long_ago()


def entry_page(reader: Reader, uuid: UUID, person_id: int | None) -> EntryPage:
    """Two queries. NotFound for what this reader may not read; strangers read no names of members,
    and nothing of what is gone."""
    names = (*name_fields("checked_by__person"), *name_fields("owner__person"))
    more = ("owner__person_id", "owner__until_on")
    fields = [field.name for field in Service._meta.concrete_fields]
    found = reader.rows().filter(uuid=uuid).values_list(*fields, *more, *names, named=True).first()
    if found is None or (found.ended_on is not None and not reader.is_member):
        raise NotFound
    left = found.owner__until_on is not None and found.owner__until_on <= clock.today()
    told = reader.is_member
    checked = _name(found, "checked_by__person") if told and found.checked_by else ""
    owner = _name(found, "owner__person") if told and found.owner and not left else ""
    return EntryPage(
        row=found,
        kind=kinds.name_of(found.kind),
        for_whom=found.eligibility_description or audience_words(found.audiences),
        places=_places(found.id),
        checked_by=checked,
        owner=owner,
        is_mine=bool(owner) and found.owner__person_id == person_id,
    )


def _name(row: Any, path: str) -> str:
    return name_in(row, path)


def _places(pk: int) -> list[Where]:
    rows: QuerySet[ServiceLocation] = ServiceLocation.objects.filter(service=pk)
    return [where_of(row) for row in rows.order_by("pk")]


@dataclass(frozen=True, slots=True)
class Past:
    """One version: who did what, and what stood there before and after."""

    number: int
    what: str
    by: str
    at: datetime
    changes: list[tuple[str, str, str]]


def history_of(entry: Service) -> list[Past]:
    """All versions, the last first. One query."""
    fields = ("number", "what", "at", "changes", *name_fields("by__person"), "by")
    rows = ServiceVersion.objects.filter(service=entry).order_by("-number")
    return [
        Past(
            number=row.number,
            what=str(VersionKind(row.what).label),
            by=_name(row, "by__person") if row.by else "",
            at=row.at,
            changes=[
                (label_of(name), shown(name, before), shown(name, after))
                for name, (before, after) in row.changes.items()
            ],
        )
        for row in rows.values_list(*fields, named=True)
    ]


def label_of(name: str) -> str:
    """What a field is called on the screen."""
    if name == PLACES:
        return _("where and when")
    if name == "audiences":
        return _("for whom")
    return str(getattr(Service._meta.get_field(name), "verbose_name", name))


def shown(name: str, value: str) -> str:
    """A stored value as people read it."""
    if not value:
        return ""
    if name == "kind":
        return kinds.name_of(value)
    if name == "audiences":
        return audience_words(value)
    if name in _CHOICES:
        return str(dict(_CHOICES[name]).get(value, value))
    if name == PLACES:
        return "; ".join(_place_words(place) for place in saying.said_by({PLACES: value}).places)
    return value


def _place_words(place: saying.Place) -> str:
    told = when_words(place.schedule, place.byday, place.opens_at, place.closes_at)
    parts = (place.name, place.address_1, place.postal_code, place.city, told)
    return ", ".join(part for part in parts if part)
