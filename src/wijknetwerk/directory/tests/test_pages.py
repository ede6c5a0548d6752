"""The pages of the list, as members and strangers get them."""

import io
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django.test import Client
from pypdf import PdfReader

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import registries, scope
from wijknetwerk.core.models import LogEntry
from wijknetwerk.directory.models import ListImport, Service, ServiceLocation
from wijknetwerk.directory.said import Place, Said
from wijknetwerk.directory.services import entries, rows
from wijknetwerk.directory.tests.listed import LONG_AGO, SOUP, do, put

HERE = "/n/de-linde/wat-is-er-al/"
WALK = Said("Wandelgroep", kind="move.walk", phone="0265550177", audiences=("carers",),
            places=(Place(name="Kerk", byday="WE"),), shown_to="members")  # fmt: skip


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_reads_what_is_for_everybody_with_the_number_and_no_names_of_members(
    cast: Cast,
) -> None:
    made = put(cast)
    put(cast, WALK)
    gone = put(cast, replace(SOUP, name="Gestopt"))
    do(cast, "amina", entries.end, entry=gone.uuid, reason="")
    client = Client()
    page = _text(client, HERE)
    assert "Soepgroep De Linde" in page
    assert 'href="tel:0265550123"' in page
    assert "Wandelgroep" not in page
    assert "Gestopt" not in page
    page = _text(client, f"{HERE}{made.uuid}/")
    assert "Bel Truus Bakker" in page
    assert "Gekeken op 12 november 2026" in page
    assert "Amina" not in page
    assert "Klopt nog" not in page
    assert client.get(f"{HERE}{gone.uuid}/").status_code == 404
    assert "Eten en drinken" in _text(client, "/n/de-linde/")
    assert client.get("/n/bestaat-niet/wat-is-er-al/").status_code == 302


def test_it_is_found_by_plain_words_kind_whom_and_day(cast: Cast, sign_in: SignIn) -> None:
    put(cast)
    put(cast, WALK)
    client = sign_in("els")
    found = {}
    for asked in ("q=eten", "q=wandelen+kerk", "q=lopen", "soort=food", "wie=carers", "dag=WE",
                  "q=eten&dag=WE", "soort=onzin", "q=mantelzorg"):  # fmt: skip
        page = _text(client, f"{HERE}?{asked}")
        found[asked] = ("Soepgroep De" in page, "Wandelgroep" in page)
    soup, walk = (True, False), (False, True)
    assert found == {
        "q=eten": soup,
        "q=wandelen+kerk": walk,
        "q=lopen": walk,
        "soort=food": soup,
        "wie=carers": walk,
        "dag=WE": walk,
        "q=eten&dag=WE": (False, False),
        "soort=onzin": (True, True),
        "q=mantelzorg": walk,
    }


def test_a_page_costs_the_same_few_queries_with_three_thousand_entries(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    made = put(cast)
    put(cast, replace(SOUP, name="Oud"), checked_on=LONG_AGO)
    pages = ("", "?q=soep&soort=food&dag=TH", f"{made.uuid}/", "nakijken/")
    client = sign_in("els")
    few = [_count(client, f"{HERE}{page}", count_queries) for page in pages]
    with scope.acting(SYSTEM):
        row = Service.objects.get(pk=made.pk)
        more = []
        for number in range(3_000):
            row.pk, row.uuid, row.name = None, uuid4(), f"Soep {number}"
            more.append(Service(**{f.name: getattr(row, f.name) for f in Service._meta.fields}))
        kept = Service.objects.bulk_create(more, batch_size=500)
        ServiceLocation.objects.bulk_create(
            ServiceLocation(network=cast.linde, service=one, name="Hof") for one in kept
        )
    many = [_count(client, f"{HERE}{page}", count_queries) for page in pages]
    assert many == few
    assert max(few) <= 8
    assert len(_text(client, HERE)) < 60_000


def _count(client: Client, path: str, count_queries: Any) -> int:
    with count_queries() as asked:
        assert client.get(path).status_code == 200
    number: int = asked.count
    return number


def test_what_may_be_the_same_is_shown_before_saving_and_a_double_click_adds_once(
    cast: Cast, sign_in: SignIn
) -> None:
    put(cast)
    client = sign_in("bas")
    sent = {"name": "Soepgroep de Linde", "kind": "food", "shown_to": "everybody",
            "status": "active", "form_id": uuid4().hex, "phone": "026 555 01 99"}  # fmt: skip
    page = client.post(f"{HERE}nieuw/", sent).content.decode()
    assert "Staat het er misschien al?" in page
    assert "Het heeft dezelfde naam." in page
    assert 'value="0265550199"' in page or 'value="026 555 01 99"' in page
    sent["anyway"] = "1"
    first, again = (client.post(f"{HERE}nieuw/", sent) for _each in range(2))
    assert (first.status_code, first["Location"]) == (302, again["Location"])
    with scope.acting(SYSTEM):
        assert Service.objects.count() == 2
    bad = client.post(f"{HERE}nieuw/", {"name": "x", "kind": "", "phone": "bel maar"})
    assert "Dit is geen telefoonnummer" in bad.content.decode()
    assert "<details open" not in bad.content.decode().replace(' class="wn-details"', "")
    folded = client.post(f"{HERE}nieuw/", {"name": "x", "kind": "food", "email": "geen"})
    assert "<details open" in folded.content.decode().replace(' class="wn-details"', "")


def test_a_correction_and_one_tap(cast: Cast, sign_in: SignIn) -> None:
    made = put(cast, checked_on=LONG_AGO)
    client = sign_in("bas")
    page = _text(client, f"{HERE}nakijken/")
    assert "Wat anderen bijhouden" not in page
    assert "Soepgroep De Linde" in page
    sent = {"form_id": uuid4().hex, "back": "to_check"}
    answer = client.post(f"{HERE}{made.uuid}/klopt-nog/", sent)
    assert "Alles is gecheckt" in _text(client, answer["Location"])
    form = {"name": SOUP.name, "kind": SOUP.kind, "phone": "0265550100", "number": "2",
            "shown_to": "everybody", "status": "active", "place": "Buurthuis"}  # fmt: skip
    answer = client.post(f"{HERE}{made.uuid}/veranderen/", form)
    assert answer.status_code == 302
    assert "Gekeken op 12 november 2026 door Bas van der Meer" in _text(
        client, f"{HERE}{made.uuid}/"
    )
    assert "<del>0265550123</del>" in _text(client, f"{HERE}{made.uuid}/geschiedenis/")
    stale = client.post(f"{HERE}{made.uuid}/veranderen/", {**form, "phone": "0265550111"})
    assert stale.status_code == 409
    assert "Iemand anders veranderde dit intussen" in stale.content.decode()


def test_an_entry_has_more_places_and_one_goes_when_it_is_emptied(
    cast: Cast, sign_in: SignIn
) -> None:
    made = put(cast, replace(SOUP, places=(Place("Kerk"), Place("School", transportation="bus 3"))))
    client = sign_in("bas")
    page = _text(client, f"{HERE}{made.uuid}/veranderen/")
    assert "Plaats 3" in page
    form = {"name": SOUP.name, "kind": SOUP.kind, "number": "1", "shown_to": "everybody",
            "status": "active", "place": "Kerk", "more-TOTAL_FORMS": "2", "more-INITIAL_FORMS": "1",
            "more-0-place": "School", "more-0-schedule": "maandag",
            "more-1-place": "Buurthuis", "more-1-days": ["MO", "TH"]}  # fmt: skip
    bad = client.post(f"{HERE}{made.uuid}/veranderen/", {**form, "more-1-opens_at": "18",
                      "more-1-closes_at": "17"})  # fmt: skip
    assert "Kies een latere tijd" in bad.content.decode()
    assert client.post(f"{HERE}{made.uuid}/veranderen/", form).status_code == 302
    with scope.acting(SYSTEM):
        told = rows.now_said(Service.objects.get())
    assert [(one.name, one.schedule, one.byday) for one in told.places] == [
        ("Kerk", "", ""), ("School", "maandag", ""), ("Buurthuis", "", "MO,TH")
    ]  # fmt: skip
    less = {**form, "number": "2", "more-0-place": "", "more-0-schedule": "",
            "more-INITIAL_FORMS": "2"}  # fmt: skip
    assert client.post(f"{HERE}{made.uuid}/veranderen/", less).status_code == 302
    with scope.acting(SYSTEM):
        told = rows.now_said(Service.objects.get())
    assert [one.name for one in told.places] == ["Kerk", "Buurthuis"]


def test_on_paper_stands_what_everybody_may_read_and_printing_is_noted(
    cast: Cast, sign_in: SignIn
) -> None:
    put(cast)
    put(cast, WALK)
    client = sign_in("els")
    for name in ("boekje", "vel"):
        answer = client.get(f"{HERE}meenemen/{name}/")
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
        assert "Soepgroep De Linde" in text
        assert "026 – 555 01 23" in text
        assert "Wandelgroep" not in text
    noted = LogEntry.objects.filter(event="directory.printed", action="R")
    assert noted.count() == 2


def test_what_the_list_keeps_about_me_is_shown_and_erased(cast: Cast) -> None:
    made = put(cast, replace(SOUP, contact_name="Amina Haddad"))
    with scope.acting(SYSTEM):
        data = registries.personal_data["directory"]
        told = [str(one.title) for one in data.export(person_uuid=cast.amina.uuid)]
        assert told == ["U staat op de lijst", "Wat u deed op de lijst"]
        run = ListImport(network=cast.linde, by=cast.members["bas"], source="Welzijn", added=3)
        run.save()
        (read_in,) = data.export(person_uuid=cast.bas.uuid)
        assert str(read_in.title) == "Een bestand dat u in de lijst inlas"
        assert {"Welzijn", 3} <= {value for _name, value in read_in.fields}
        counts = [one.count for one in data.erase(actor=SYSTEM, person_uuid=cast.amina.uuid)]
        assert counts == [1, 1]
        made.refresh_from_db()
        assert (made.contact_name, made.phone, made.phone_digits, made.owner) == ("", "", "", None)
        assert "Amina" not in str(made.versions.get().changes)
