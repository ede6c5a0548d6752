"""The list from HSDS 3 (Open Referral): one service, a list of services, a page of the API, or the
package of tables. Only what our rows know is taken over.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.directory import columns, kinds
from wijknetwerk.directory.alike import digits_of
from wijknetwerk.directory.columns import LONGEST, Entry
from wijknetwerk.directory.models import LocationType, ServiceStatus
from wijknetwerk.directory.said import Place, Said

MOST = 5_000
GONE = ("inactive", "defunct")
Record = Mapping[str, Any]


def records_in(content: bytes) -> list[Any]:
    """Services of a file, each as one nested record. InvalidInput when it holds none."""
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InvalidInput(_("This file is no JSON. Choose an HSDS file or a list.")) from None
    found: Any = told
    if isinstance(told, dict):
        tables = {_table(name): rows for name, rows in told.items()}
        if isinstance(tables.get("services"), list) and "name" not in told:
            found = list(_nested(tables))
        else:
            found = told.get("contents", [told] if "name" in told or "id" in told else None)
    if not isinstance(found, list) or not found:
        raise InvalidInput(_("We find no services (HSDS 3) in this file."))
    if len(found) > MOST:
        raise InvalidInput(_("This list is too long. It may have 5,000 lines at most."))
    return found


def _table(name: str) -> str:
    return name.removesuffix(".csv").removesuffix(".json")


def _nested(tables: Mapping[str, Any]) -> Iterator[Any]:
    """Services of the package of tables, with their parts put into them."""
    by_service = {name: _by(tables, name, "service_id") for name in _OF_SERVICE}
    at_service = _by(tables, "service_at_location", "service_id")
    organizations = {row.get("id"): row for row in _dicts(tables.get("organizations"))}
    programs = {row.get("id"): row for row in _dicts(tables.get("programs"))}
    locations = {row.get("id"): row for row in _dicts(tables.get("locations"))}
    at_location = {name: _by(tables, name, "location_id") for name in _OF_LOCATION}
    at_place = {name: _by(tables, name, "service_at_location_id") for name in _OF_PLACE}
    terms = {row.get("id"): row for row in _dicts(tables.get("taxonomy_terms"))}
    attributes = _by(tables, "attributes", "link_id")
    for row in tables["services"]:
        if not isinstance(row, dict):
            yield row
            continue
        own = _key(row.get("id"))
        places = []
        for at in at_service[own]:
            where = locations.get(at.get("location_id"), {})
            here = {**where, **_parts(at_location, where.get("id"))}
            places.append({**at, "location": here, **_parts(at_place, at.get("id"))})
        yield {
            **row,
            **_parts(by_service, own),
            "organization": organizations.get(row.get("organization_id")),
            "program": programs.get(row.get("program_id")),
            "service_at_locations": places,
            "attributes": [
                {**one, "taxonomy_term": terms.get(one.get("taxonomy_term_id"))}
                for one in attributes[own]
            ],
        }


_OF_SERVICE = ("phones", "schedules", "contacts", "languages", "cost_options", "service_areas",
               "required_documents", "funding")  # fmt: skip
_OF_LOCATION = ("addresses", "schedules", "phones", "contacts", "languages", "accessibility")
_OF_PLACE = ("schedules", "phones", "contacts", "service_areas")


def _parts(tables: Mapping[str, Mapping[str, list[Any]]], key: Any) -> dict[str, list[Any]]:
    """What the tables hold of one thing; tables without it are left out."""
    return {name: rows[_key(key)] for name, rows in tables.items() if rows.get(_key(key))}


def _by(tables: Mapping[str, Any], name: str, key: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _dicts(tables.get(name)):
        if row.get(key):
            found[_key(row[key])].append(row)
    return found


def _key(value: Any) -> str:
    return value if isinstance(value, str) else ""


def entry_of(number: int, record: Any, shown_to: str) -> Entry:
    """What one record says of us. A record that can't be used has a reason, by its number."""
    if not isinstance(record, dict):
        return Entry(number, str(record)[:80], None, _("This is no record of a service."))
    name = _text(record, "name")
    title = name or _text(record, "id") or "?"
    external = _uuid(record.get("id"))
    missing = [key for key in ("id", "name", "status") if not _text(record, key)]
    if missing:
        told = {"fields": ", ".join(missing)}
        return Entry(number, title, None, _("It lacks: %(fields)s") % told)
    if external is None:
        return Entry(number, title, None, _("Its id is no UUID."))
    if len(name) > LONGEST["name"]:
        return Entry(number, title[:80], None, _("The name is longer than 120 signs."))
    status = _text(record, "status")
    if status in GONE:
        return Entry(number, title, None, _("The file says that it is no longer there."))
    if status not in (ServiceStatus.ACTIVE, ServiceStatus.CLOSED):
        return Entry(number, title, None, _("Its status is not one that HSDS knows."))
    return _good(number, name, external, record, shown_to)


def _good(number: int, name: str, external: UUID, record: Record, shown_to: str) -> Entry:
    notes: list[str] = []
    first_phone = next(iter(_dicts(record.get("phones"))), {})
    contact = next(iter(_dicts(record.get("contacts"))), {})
    by = record.get("organization")
    cells = {
        **{key: _text(record, key) for key in _PLAIN},
        "description": _lines(record, "description"),
        "organization_name": _text(by, "name") if isinstance(by, dict) else "",
        "phone_description": _text(first_phone, "description"),
        "contact_name": _text(contact, "name"),
    }
    for key, cell in cells.items():
        if len(cell) > LONGEST[key]:
            notes.append(_("'%(column)s' was too long, so we cut it off.") % {
                "column": columns.COLUMNS[key][0]
            })  # fmt: skip
            cells[key] = cell[: LONGEST[key] - 1] + "…"
    phone = digits_of(_text(first_phone, "number"))
    codes = list(_codes(record))
    said = Said(
        name=name,
        kind=_kind(name, record, codes, notes),
        audiences=tuple(code for code in kinds.audiences() if code in codes),
        phone=phone if len(phone) <= 15 else "",
        email=_checked(cells.pop("email"), notes, "email"),
        url=_checked(cells.pop("url"), notes, "url"),
        status=_text(record, "status"),
        shown_to=shown_to,
        places=tuple(place for place in _places(record) if not place.empty),
        **cells,
    )
    as_given = _kept(record)
    checked_on = _date(record)
    return Entry(number, name, said, "", tuple(notes), checked_on, external, as_given, text=name)


def _kept(record: Record) -> str:
    """The whole record, to give out again what our rows don't know. Nothing for what is no JSON
    or nested beyond any record of the standard."""
    try:
        return json.dumps(record, allow_nan=False)
    except (ValueError, RecursionError):
        return ""


_PLAIN = ("alternate_name", "url", "email", "application_process",
          "fees_description", "eligibility_description", "alert")  # fmt: skip


def _checked(cell: str, notes: list[str], key: str) -> str:
    """An address that is right, else nothing and a note."""
    read = columns.read_mail if key == "email" else columns.read_web
    try:
        return read(cell)
    except ValueError as wrong:
        notes.append(str(wrong))
        return ""


def _codes(record: Record) -> Iterator[str]:
    """Codes and names of the terms that its attributes hold."""
    for one in _dicts(record.get("attributes")):
        term = one.get("taxonomy_term")
        if isinstance(term, dict):
            yield from (text for key in ("code", "name") if (text := _text(term, key)))


def _kind(name: str, record: Record, codes: Iterable[str], notes: list[str]) -> str:
    for code in codes:
        if code not in kinds.audiences() and (found := kinds.known_kind(code)):
            return found
    words = " ".join((name, _text(record, "alternate_name"), *codes))
    found = kinds.guessed_kind(words) or kinds.guessed_kind(_text(record, "description"))
    found = found or kinds.OTHER
    notes.append(_("We chose the kind: %(kind)s") % {"kind": kinds.name_of(found)})
    return found


def _places(record: Record) -> Iterator[Place]:
    general = _dicts(record.get("schedules"))
    places = _dicts(record.get("service_at_locations"))
    if not places and general:
        yield _place({}, general)
    for number, one in enumerate(places):
        where = one.get("location")
        where = where if isinstance(where, dict) else {}
        when = _dicts(one.get("schedules")) or _dicts(where.get("schedules"))
        yield _place(where, when or (general if number == 0 else []))


def _place(where: Record, when: list[dict[str, Any]]) -> Place:
    address: Record = next(iter(_dicts(where.get("addresses"))), {})
    first: Record = when[0] if when else {}
    kind = _text(where, "location_type")
    days = [part for row in when for part in _text(row, "byday").split(",") if part.strip()]
    words = "; ".join(dict.fromkeys(text for row in when if (text := _text(row, "description"))))
    freq = _text(first, "freq")
    return Place(
        name=_text(where, "name")[:120],
        address_1=_text(address, "address_1")[:120],
        postal_code=_text(address, "postal_code")[:12],
        city=_text(address, "city")[:80],
        transportation=_text(where, "transportation")[:200],
        location_type=kind if kind in LocationType.values else LocationType.PHYSICAL.value,
        latitude=_degrees(where.get("latitude"), 90),
        longitude=_degrees(where.get("longitude"), 180),
        schedule=words[:200],
        freq=freq if freq in ("WEEKLY", "MONTHLY") else "",
        interval=_small(first.get("interval")),
        byday=",".join(dict.fromkeys(part.strip() for part in days))[:40],
        opens_at=_time(_text(first, "opens_at")),
        closes_at=_time(_text(first, "closes_at")),
    )


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    return " ".join(value.replace("\x00", "").split()) if isinstance(value, str) else ""


def _lines(record: Record, key: str) -> str:
    """A text with its line ends."""
    value = record.get(key)
    return value.replace("\x00", "").replace("\r", "").strip() if isinstance(value, str) else ""


def _dicts(value: Any) -> list[dict[str, Any]]:
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict)]


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _date(record: Record) -> date | None:
    try:
        return date.fromisoformat(_text(record, "assured_date")[:10])
    except ValueError:
        return None


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text[:5]) if text else None
    except ValueError:
        return None


def _degrees(value: Any, most: int) -> Decimal | None:
    good = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= most
    return round(Decimal(str(value)), 6) if good else None


def _small(value: Any) -> int | None:
    return value if isinstance(value, int) and 0 < value < 100 else None
