"""What is said about an entry: all that people fill in, and how it stands in the rows."""

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import time
from decimal import Decimal
from typing import Any

from wijknetwerk.core.registries.search import ALSO
from wijknetwerk.core.stems import stems
from wijknetwerk.directory import kinds
from wijknetwerk.directory.alike import Looks, digits_of, name_key, place_key
from wijknetwerk.directory.models import (
    LocationType,
    Service,
    ServiceLocation,
    ServiceStatus,
    ShownTo,
)

PLACES = "places"
# What an entry may be set to by people; ending it is an act of its own.
OPEN_STATUSES = (ServiceStatus.ACTIVE.value, ServiceStatus.CLOSED.value)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when."""

    name: str = ""
    address_1: str = ""
    postal_code: str = ""
    city: str = ""
    schedule: str = ""
    byday: str = ""
    """As HSDS says it: MO,TH or 2TU for the second Tuesday."""
    opens_at: time | None = None
    closes_at: time | None = None
    freq: str = ""
    interval: int | None = None
    location_type: str = LocationType.PHYSICAL.value
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    transportation: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing is said about where or when."""
        return replace(self, location_type=LocationType.PHYSICAL.value) == Place()


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said about an entry."""

    name: str
    kind: str = kinds.OTHER
    alternate_name: str = ""
    organization_name: str = ""
    description: str = ""
    eligibility_description: str = ""
    audiences: tuple[str, ...] = ()
    url: str = ""
    email: str = ""
    phone: str = ""
    phone_description: str = ""
    contact_name: str = ""
    fees_description: str = ""
    application_process: str = ""
    status: str = ServiceStatus.ACTIVE.value
    alert: str = ""
    shown_to: str = ShownTo.EVERYBODY.value
    places: tuple[Place, ...] = ()

    @property
    def looks(self) -> Looks:
        """What is compared to find equals."""
        first = self.places[0] if self.places else Place()
        place = place_key(first.name, first.address_1, first.postal_code)
        return Looks(self.name, self.phone, place)

    @property
    def known(self) -> bool:
        """Whether the name is there and every code stands in its list."""
        return bool(
            self.name.strip()
            and self.kind in kinds.kinds()
            and set(self.audiences) <= set(kinds.audiences())
            and self.shown_to in ShownTo.values
            and self.status in OPEN_STATUSES
            and all(place.location_type in LocationType.values for place in self.places)
        )


PLAIN = tuple(one.name for one in fields(Said) if one.name not in ("audiences", PLACES))
PLACE_FIELDS = tuple(one.name for one in fields(Place))


def values_of(said: Said) -> dict[str, str]:
    """Each field as a text, for versions: places as JSON, codes after each other."""
    values = {name: str(getattr(said, name)).strip() for name in PLAIN}
    values["audiences"] = " ".join(said.audiences)
    kept = [asdict(place) for place in said.places if not place.empty]
    values[PLACES] = json.dumps(kept, default=str, ensure_ascii=False) if kept else ""
    return values


def said_by(values: dict[str, str]) -> Said:
    """What texts of a version say."""
    plain = {name: values.get(name, "") for name in PLAIN}
    return Said(
        **plain,
        audiences=tuple(values.get("audiences", "").split()),
        places=tuple(place_of(row) for row in json.loads(values.get(PLACES) or "[]")),
    )


def place_of(row: dict[str, Any]) -> Place:
    """A place as it was kept in JSON."""
    told = {name: row[name] for name in PLACE_FIELDS if row.get(name) not in (None, "")}
    for name in ("opens_at", "closes_at"):
        if name in told:
            told[name] = time.fromisoformat(told[name])
    for name in ("latitude", "longitude"):
        if name in told:
            told[name] = Decimal(told[name])
    return Place(**told)


def read(service: Service, places: list[ServiceLocation]) -> Said:
    """What stands in the rows now."""
    plain = {name: getattr(service, name) for name in PLAIN}
    return Said(
        **plain,
        audiences=tuple(service.audiences.split()),
        places=tuple(
            Place(**{name: getattr(row, name) for name in PLACE_FIELDS}) for row in places
        ),
    )


def columns(said: Said) -> dict[str, Any]:
    """The columns of the row of an entry, those for finding too."""
    plain = {name: str(getattr(said, name)).strip() for name in PLAIN}
    codes = [code for code in kinds.audiences() if code in said.audiences]
    return {
        **plain,
        "audiences": "".join(f" {code}" for code in codes),
        "name_key": name_key(said.name),
        "phone_digits": digits_of(said.phone),
        "days": days_of(said.places),
        "search_words": search_words(said),
    }


def days_of(places: tuple[Place, ...]) -> str:
    """The days of the week on which it is, wherever: ' MO TH'."""
    named = {part.strip()[-2:] for place in places for part in place.byday.split(",")}
    return "".join(f" {day}" for day in kinds.DAYS if day in named)


def text_of(said: Said) -> str:
    """All words by which it is found, beside its name; those of its kind are not shown."""
    parts = [said.alternate_name, said.organization_name, said.description]
    parts += [said.eligibility_description, said.fees_description, said.contact_name]
    for place in said.places:
        parts += [place.name, place.address_1, place.postal_code, place.city, place.schedule]
    also = [kinds.words_of(said.kind, list(said.audiences), one) for one in kinds.LANGUAGES]
    return " ".join([" · ".join(part for part in parts if part), ALSO, *also])


def search_words(said: Said) -> str:
    """The stems of all of it, each once and between spaces, so that words begin and end there."""
    found = dict.fromkeys(stems(f"{said.name} {text_of(said)}"))
    return f" {' '.join(found)} "
