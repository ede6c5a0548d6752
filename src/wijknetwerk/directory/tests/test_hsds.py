"""The list as HSDS: out by the schemas of the standard, in record by record, there and back."""

import json
from dataclasses import replace
from datetime import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012 as _SPECIFICATION

from tests.cast import SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.directory import hsds_in
from wijknetwerk.directory.models import Service
from wijknetwerk.directory.said import Place, Said
from wijknetwerk.directory.selectors import imports, sharing
from wijknetwerk.directory.services import entries, importing, rows
from wijknetwerk.directory.tests.listed import SOUP, do, put

DATA = Path(__file__).resolve().parents[5] / "shared" / "data" / "hsds"
FULL = Said(
    name="Eettafel Ons Huis",
    kind="food.together",
    alternate_name="De Lange Tafel",
    organization_name="Welzijn De Linde",
    description="Samen eten.\nOok om mee te nemen.",
    eligibility_description="Iedereen",
    audiences=("older", "low_income"),
    url="https://eettafel.example/",
    email="eettafel@voorbeeld.example",
    phone="0265550144",
    phone_description="werkdagen",
    contact_name="Riet",
    fees_description="4 euro",
    application_process="Bel een dag van tevoren",
    status="temporarily closed",
    alert="Dicht in augustus",
    places=(
        Place("Ons Huis", "Lindelaan 2", "6826 AA", "Arnhem", "donderdag", "TH", time(17, 30),
              time(19, 30), "WEEKLY", 1, "physical", Decimal("51.98"), Decimal("5.95"), "bus 3"),
        Place("Kerk", byday="MO", freq="WEEKLY"),
    ),
)  # fmt: skip


def _out(cast: Cast) -> dict[str, Any]:
    with scope.acting(SYSTEM):
        made: dict[str, Any] = json.loads(json.dumps(sharing.hsds_of(cast.linde)))
    return made


def _in(cast: Cast, told: Any, *, by: str = "farid") -> Any:
    """Read into Oosterpoort."""
    actor = cast.actor(by)
    with scope.acting(actor):
        given = {"name": "x.json", "content": json.dumps(told).encode()}
        run = importing.begin(actor=actor, network=cast.oosterpoort, **given)
        found = imports.preview_of(run)
        importing.add_all(actor=actor, network=cast.oosterpoort, run=run.uuid)
    return found


def test_there_and_back_it_says_the_same_and_the_same_record_is_known(cast: Cast) -> None:
    put(cast, FULL)
    put(cast)
    put(cast, replace(SOUP, name="Alleen leden", shown_to="members"))
    told = _out(cast)
    assert [one["name"] for one in told["contents"]] == ["Eettafel Ons Huis", "Soepgroep De Linde"]
    found = _in(cast, told)
    assert (len(found.fresh), found.bad) == (2, [])
    with scope.acting(SYSTEM):
        theirs = Service.objects.filter(network=cast.oosterpoort).order_by("name_key")
        assert [rows.now_said(row) for row in theirs] == [FULL, SOUP]
    again = _in(cast, told)
    assert [str(line.alike[0].why) for line in again.known] == [
        "Het heeft hetzelfde nummer in het bestand."
    ] * 2


def test_each_bad_record_is_named_and_the_good_ones_come(cast: Cast) -> None:
    good = {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Soep", "status": "active"}
    told = [
        good,
        "nonsense",
        {**good, "id": "x"},
        {"name": "Zonder"},
        {**good, "status": "defunct"},
        {**good, "status": "anders"},
        {**good, "id": "bc148810-d857-441c-9679-408f346de14b", "name": "Thee", "phones": "kapot",
         "url": "javascript:alert(1)", "service_at_locations": [{"location": 3}]},
    ]  # fmt: skip
    found = _in(cast, told)
    assert [(one.number, one.bad) for one in found.bad] == [
        (2, "Dit is geen record van een aanbod."),
        (3, "Het id is geen UUID."),
        (4, "Er ontbreekt: id, status"),
        (5, "Het bestand zegt dat dit er niet meer is."),
        (6, "Deze status kent HSDS niet."),
    ]
    assert [line.entry.title for line in found.fresh] == ["Soep", "Thee"]
    assert "De website klopt niet." in found.fresh[1].entry.notes


@pytest.mark.realdata
@pytest.mark.parametrize("version", ["hsds-3.0", "hsds-3.1-dev"])
def test_what_goes_out_keeps_to_the_schemas(cast: Cast, version: str) -> None:
    put(cast, FULL)
    put(cast)
    schemas = {
        path.name: json.loads(path.read_text())
        for path in (DATA / version / "schema").glob("*.json")
    }
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(told, default_specification=_SPECIFICATION))
        for name, told in schemas.items()
    )
    checker = Draft202012Validator(
        schemas["service.json"], registry=registry, format_checker=FormatChecker()
    )
    for service in _out(cast)["contents"]:
        assert [error.message for error in checker.iter_errors(service)] == []


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["service_full.json", "service_list.json", "tabular.json"])
def test_the_examples_of_the_standard_are_read(cast: Cast, name: str) -> None:
    told = json.loads((DATA / "hsds-3.0" / "examples" / name).read_text())
    found = _in(cast, told)
    assert [(line.entry.title, found.bad) for line in found.fresh] == [
        ("Community Counselling", [])
    ]
    said = found.fresh[0].entry.said
    assert said is not None
    if name == "service_list.json":
        return  # the short form of a service has no places and numbers
    assert said.places[0].name == "MyCity Civic Center"
    assert (said.phone, said.places[0].byday) == ("441234234567", "TH,FR")


def _given_back(cast: Cast) -> list[Any]:
    with scope.acting(SYSTEM):
        told: dict[str, Any] = json.loads(json.dumps(sharing.hsds_of(cast.oosterpoort)))
    found: list[Any] = told["contents"]
    return found


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["service_full.json", "tabular.json"])
def test_what_we_do_not_read_goes_out_as_it_came_in(cast: Cast, name: str) -> None:
    """Languages, costs, accessibility, second numbers: nothing of a record is lost here."""
    content = (DATA / "hsds-3.0" / "examples" / name).read_bytes()
    _in(cast, json.loads(content))
    assert _given_back(cast) == hsds_in.records_in(content)


@pytest.mark.realdata
def test_what_people_changed_goes_out_changed_and_the_rest_as_it_came(cast: Cast) -> None:
    record = json.loads((DATA / "hsds-3.0" / "examples" / "service_full.json").read_text())
    record["phones"] = [*record["phones"], {"id": "2554f2e2-a373-45db-a3fa-9fc48a61c15e",
                                            "number": "0265550166", "type": "text"}]  # fmt: skip
    _in(cast, record)
    with scope.acting(SYSTEM):
        row = Service.objects.get(network=cast.oosterpoort)
        now = rows.now_said(row)
    moved = replace(now.places[0], address_1="Lindelaan 2", schedule="elke dag")
    said = replace(now, fees_description="", phone="0265550144", places=(moved,))
    farid = cast.actor("farid")
    with scope.acting(farid):
        entries.change(
            actor=farid, network=cast.oosterpoort, entry=row.uuid, said=said, read_number=1
        )
    (out,) = _given_back(cast)
    assert [one["number"] for one in out["phones"]] == ["0265550144", "0265550166"]
    where, was = out["service_at_locations"][0], record["service_at_locations"][0]
    address = where["location"]["addresses"][0]
    assert address == {**was["location"]["addresses"][0], "address_1": "Lindelaan 2"}
    assert where["location"]["accessibility"] == was["location"]["accessibility"]
    assert [one["description"] for one in where["schedules"]] == ["elke dag"]
    gone = {"fees_description", "schedules"}
    assert set(record) - set(out) == gone
    same = set(record) - gone - {"phones", "service_at_locations"}
    assert {key: out[key] for key in same} == {key: record[key] for key in same}


def test_a_record_that_is_no_json_or_too_deep_is_read_without_what_goes_beside_it() -> None:
    good = {"id": "ac148810-d857-441c-9679-408f346de14b", "name": "Soep", "status": "active"}
    assert json.loads(hsds_in.entry_of(1, {**good, "x": "\x00"}, "members").as_given)["x"] == "\x00"
    assert hsds_in.entry_of(1, {**good, "x": float("nan")}, "members").as_given == ""


def test_a_member_can_not_read_files_in(cast: Cast) -> None:
    from wijknetwerk.directory.access import NotForFiles

    with pytest.raises(NotForFiles):
        do(cast, "amina", importing.begin, name="a.csv", content=b"naam\nSoep\n")
