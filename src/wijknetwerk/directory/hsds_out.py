"""The list to HSDS 3 (Open Referral), the open standard of social maps. docs/directory.md says what
goes out. Ids are those of our rows, or made from them, so that the same list gives the same ids.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from wijknetwerk.directory import hsds_given, hsds_in, kinds
from wijknetwerk.directory.alike import name_key
from wijknetwerk.directory.models import Service
from wijknetwerk.directory.said import Place, Said

SPACE = UUID("6f0c7a52-6d1b-5b63-9a55-0d0a5c2a7d11")  # for the ids of our own terms


def page_of(services: list[dict[str, Any]]) -> dict[str, Any]:
    """The page object of the API, with all services on one page."""
    return {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
    }


def service_of(row: Service, said: Said) -> dict[str, Any]:
    """One service with everything in it. What came from an HSDS file goes out with all that it
    said, as far as nobody changed it here."""
    record = hsds_given.given(row.as_given)
    now = _service(row, said, row.assured_date)
    if record is None:
        return now
    read = hsds_in.entry_of(0, record, said.shown_to)
    if read.said is None:
        return now
    return hsds_given.merged(record, _service(row, read.said, read.checked_on), now)


def _service(row: Service, said: Said, checked_on: date | None) -> dict[str, Any]:
    """What our rows say. Empty texts are left out."""
    own = row.external_id or row.uuid
    plain = (
        "name", "alternate_name", "description", "url", "email", "status", "application_process",
        "fees_description", "eligibility_description", "alert",
    )  # fmt: skip
    told: dict[str, Any] = {"id": str(own), **{name: getattr(said, name) for name in plain}}
    told["assured_date"] = checked_on.isoformat() if checked_on else ""
    if said.phone:
        phone = {"number": said.phone, "type": "voice", "description": said.phone_description}
        told["phones"] = [{"id": _id(own, "phone"), **_said(phone)}]
    if said.contact_name:
        told["contacts"] = [{"id": _id(own, "contact"), "name": said.contact_name}]
    if said.organization_name:
        name = said.organization_name
        by = {"id": _id(row.network.uuid, name_key(name)), "name": name, "description": name}
        told["organization"] = by
        told["organization_id"] = by["id"]
    told["service_at_locations"] = [
        _at_location(own, place, number) for number, place in enumerate(said.places)
    ]
    told["attributes"] = _attributes(own, said)
    return _said(told)


def _at_location(own: UUID, place: Place, number: int) -> dict[str, Any]:
    here = f"place {number}"
    address = {
        "address_1": place.address_1,
        "city": place.city,
        "state_province": "",
        "postal_code": place.postal_code,
        "country": "NL",
        "address_type": "postal" if place.location_type == "postal" else "physical",
    }
    location: dict[str, Any] = {
        "id": _id(own, here),
        "location_type": place.location_type,
        "name": place.name,
        "transportation": place.transportation,
    }
    if place.latitude is not None and place.longitude is not None:
        location |= {"latitude": float(place.latitude), "longitude": float(place.longitude)}
    if place.address_1 or place.postal_code or place.city:
        location["addresses"] = [{"id": _id(own, f"{here} address"), **address}]
    schedule: dict[str, Any] = {
        "freq": place.freq,
        "interval": place.interval,
        "byday": place.byday,
        "description": place.schedule,
        "opens_at": f"{place.opens_at:%H:%M}" if place.opens_at else "",
        "closes_at": f"{place.closes_at:%H:%M}" if place.closes_at else "",
    }
    found: dict[str, Any] = {"id": _id(own, f"{here} at"), "location": _said(location)}
    if _said(schedule):
        found["schedules"] = [{"id": _id(own, f"{here} when"), **_said(schedule)}]
    return found


def _attributes(own: UUID, said: Said) -> list[dict[str, Any]]:
    named = [("kind", said.kind, kinds.kinds()[said.kind])]
    named += [("audience", code, kinds.audiences()[code]) for code in said.audiences]
    return [
        {
            "id": _id(own, f"{what} {code}"),
            "link_id": str(own),
            "link_type": what,
            "link_entity": "service",
            "taxonomy_term": {
                "id": _id(SPACE, f"{what} {code}"),
                "code": code,
                "name": word.names["nl"],
                "description": word.names["en"],
                "taxonomy": f"wijknetwerk {what}",
                "language": "nl",
            },
        }
        for what, code, word in named
    ]


def _said(told: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is empty."""
    return {name: value for name, value in told.items() if value not in ("", None, [])}


def _id(space: UUID, name: str) -> str:
    return str(uuid5(space, name))
