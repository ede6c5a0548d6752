"""Who came, what was said, and the page afterwards; the list and the letters on paper."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import translation
from pypdf import PdfReader

from tests.cast import NOW, SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.agenda.errors import NotOverYet
from wijknetwerk.agenda.models import Attendee, Event, EventPage, SignUp, TableNote
from wijknetwerk.agenda.selectors import pages as read
from wijknetwerk.agenda.selectors import people
from wijknetwerk.agenda.services import after, attendance, notes, pages, papers, sign_ups
from wijknetwerk.agenda.tests.planning import by, comes, plan, start
from wijknetwerk.core import clock, registries, scope, telltale
from wijknetwerk.core.errors import Stale
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.networks.models import Network
from wijknetwerk.networks.services import facts

AFTER = NOW + timedelta(days=9)


def _waits(kind: str) -> list[int]:
    with scope.acting(SYSTEM):
        return [one.person_id for one in registries.waiting_kinds[kind].wanted()]


def _held(cast: Cast) -> Event:
    """A gathering for which Amina and two strangers signed up."""
    event = plan(cast, is_public=True)
    comes(cast, "amina", event)
    for name, phone, email in (
        ("Truus Vos", "0265550123", ""),
        ("Ahmed Kaya", "", "ahmed@voorbeeld.example"),
    ):
        guest = sign_ups.Guest(name, phone, email)
        by(cast, "dewi", sign_ups.note_guest, event=event.uuid, guest=guest)
    return event


def _fill_in(cast: Cast, event: Event, **more: Any) -> None:
    with scope.acting(SYSTEM):
        guests = [row.uuid for row in SignUp.objects.filter(membership=None)]
    members = [cast.members[name].uuid for name in ("amina", "bas")]
    came = attendance.Came(members, guests, (), [("Gerrit Kolk", "")], 7)
    by(cast, "dewi", attendance.fill_in, event=event.uuid, came=came, **more)


def test_the_paper_list_comes_back_in_and_is_counted(cast: Cast, as_system: None) -> None:
    event = _held(cast)
    with pytest.raises(NotOverYet):
        _fill_in(cast, event)
    with clock.frozen(AFTER):
        assert _waits("agenda.who_came") == [cast.dewi.pk]
        _fill_in(cast, event)
        _fill_in(cast, event)  # sent again it is the same
        assert Attendee.objects.count() == 5
        assert _waits("agenda.who_came") == []
        assert _waits("agenda.page_waits") == [cast.dewi.pk]
        counted = registries.network_facts["agenda"](cast.linde.pk)
    assert (counted["events_8_weeks"], counted["people_reached_8_weeks"]) == (1, 12)


def test_without_its_organiser_the_leaders_are_asked(cast: Cast) -> None:
    plan(cast, "bas", day=TODAY - timedelta(days=1))
    assert _waits("agenda.who_came") == [cast.bas.pk]
    with scope.acting(SYSTEM):
        after.ask_who_came(SYSTEM)
        cast.members["bas"].until_on = TODAY
        cast.members["bas"].save()
    assert _waits("agenda.who_came") == [cast.dewi.pk]


def test_somebodys_number_or_address_is_held_back_from_the_notes_of_a_table(
    cast: Cast, as_system: None, sign_in: SignIn
) -> None:
    """With an explanation, before it is stored. What may be a place's, one may say so."""
    event = _held(cast)
    said = "Mevrouw De Wit, Dorpsstraat 12, is erg alleen."
    with clock.frozen(AFTER):
        for text in ("Haar BSN is 111222333.", "Zij is geboren op 3 mei 1941."):
            for sure in (False, True):
                line = notes.Noted("Tafel 1", text, sure=sure)
                with pytest.raises(telltale.NeverStored):
                    by(cast, "dewi", notes.note, event=event.uuid, noted=line)
        with pytest.raises(telltale.HoldsPersonal):
            by(cast, "dewi", notes.note, event=event.uuid, noted=notes.Noted("Tafel 1", said))
        assert not TableNote.objects.exists()
        client, address = sign_in("dewi"), f"/n/de-linde/agenda/{event.uuid}/notities/"
        page = client.post(address, {"table": "Tafel 1", "said": said}).content.decode()
        assert "een adres" in page
        assert said in page, "what was typed is kept"
        assert 'type="checkbox" name="sure"' in page
        place = {"table": "Tafel 1", "said": "Een bankje bij Dorpsstraat 12", "sure": "on"}
        assert client.post(address, place).status_code == 302
        assert TableNote.objects.get().said == place["said"]


def test_what_is_said_is_taken_up_and_told_to_all_who_came(cast: Cast, as_system: None) -> None:
    event = _held(cast)
    with clock.frozen(AFTER):
        _fill_in(cast, event)
        due = TODAY + timedelta(days=30)
        amina = cast.members["amina"].uuid
        for noted in (
            notes.Noted("Tafel 1", "Samen koken", amina, "", due),
            notes.Noted("Tafel 2", "Het bankje is stuk", None, "Gerrit Kolk"),
        ):
            by(cast, "dewi", notes.note, event=event.uuid, noted=noted)
        taken = TableNote.objects.get(owner__isnull=False)
        assert taken.action is not None  # goals made an action of it
        draft = by(
            cast, "dewi", pages.write, event=event.uuid, opening="Fijn", follows="", read_at=None
        )
        with pytest.raises(Stale):
            by(cast, "ad", pages.write, event=event.uuid, opening="Ik", follows="", read_at=None)
        by(cast, "dewi", pages.publish, event=event.uuid)
        assert _waits("agenda.page_waits") == []
        (mail,) = OutgoingMail.objects.filter(purpose="agenda.page")
        assert mail.to_address == "ahmed@voorbeeld.example"
        assert [one.name for one in people.on_paper(event)] == ["Gerrit Kolk", "Truus Vos"]
        link = re.search(r"/agenda/gezegd/[\w-]{22}/", mail.body)
        assert link
        page = Client().get(link[0]).content.decode()
        assert "Amina Haddad pakt dit op, voor 12 december 2026." in page
        # Published again: the earlier version stays as it was, and nobody is mailed twice.
        by(cast, "dewi", notes.take_off, event=event.uuid, note=taken.uuid)
        by(cast, "dewi", pages.publish, event=event.uuid)
        assert OutgoingMail.objects.filter(purpose="agenda.page").count() == 1
        newest, first = read.versions_of(event)
        assert (newest.number, first.pk) == (2, draft.pk)
        told = [table.name for table in read.shown(event, first).tables]
        assert told == ["Tafel 1", "Tafel 2"]
        assert [table.name for table in read.shown(event, newest).tables] == ["Tafel 2"]
        assert "Samen koken" not in Client().get(link[0]).content.decode()
        with_names = Network.objects.filter(pk=cast.linde.pk)
        with_names.update(stopped_on=TODAY)  # from that day nobody reads of its people (rule N6)
        assert Client().get(link[0]).status_code == 404
        with_names.update(stopped_on=None)
        assert Client().get(link[0]).status_code == 200
        # Ninety days later the strangers are a number, and the link ends with its row.
        registries.retention["agenda.guests"].expire(before=event.ends_at + timedelta(days=1))
        assert Event.objects.get().unnamed == 10
        assert Client().get(link[0]).status_code == 404


def test_the_paper_is_a_pdf_and_every_look_is_noted(cast: Cast, sign_in: SignIn) -> None:
    event = plan(cast, is_public=True)
    comes(cast, "amina", event, brings=2)
    client, path = sign_in("dewi"), f"/n/de-linde/agenda/{event.uuid}/"
    assert client.get(f"{path}lijst.pdf").content.startswith(b"%PDF")
    with clock.frozen(AFTER), scope.acting(SYSTEM):
        page = {"network": cast.linde, "event": event, "opening": "Fijn", "number": 1}
        EventPage.objects.create(changed_at=NOW, published_at=NOW, **page)
    assert client.get(f"{path}gezegd/brieven.pdf").content.startswith(b"%PDF")


def test_pages_ask_the_same_number_of_queries_at_ten_times_the_rows(
    cast: Cast, sign_in: SignIn, count_queries: Any
) -> None:
    def plenty(times: int) -> None:
        for number in range(times):
            comes_to = plan(cast, title=f"Aan tafel {number}", is_public=True)
            comes(cast, "bas", comes_to)
            start(cast, title=f"Inloop {number}", is_public=True)

    event = plan(cast, is_public=True)
    plenty(1)
    with scope.acting(SYSTEM):
        facts.store_facts(cast.linde.pk)
    dewi, nobody = sign_in("amina"), Client()
    paths = ["agenda/", f"agenda/{event.uuid}/", "plekken/", "over/"]
    looks = [(client, f"/n/de-linde/{path}") for client in (dewi, nobody) for path in paths]
    few = [_count(client, path, count_queries) for client, path in looks]
    plenty(10)
    for name in ("els", "ben", "lena", "joost"):
        comes(cast, name, event)
    assert [_count(client, path, count_queries) for client, path in looks] == few
    assert max(few) <= 8


def _count(client: Client, path: str, count_queries: Any) -> int:
    with count_queries() as asked:
        assert client.get(path).status_code == 200, path
    number: int = asked.count
    return number


def test_a_short_list_for_at_the_door_is_one_sheet(cast: Cast) -> None:
    event = plan(cast, title="Weer aan tafel: wat is er gebeurd?", elsewhere="Lindelaan 12, Arnhem")
    coming = [people.Coming(uuid4(), None, "Mevrouw Ter Horst", "", "", more) for more in range(4)]
    with scope.acting(SYSTEM), translation.override("nl"):
        made = papers.list_pdf(event, coming)
    assert len(PdfReader(BytesIO(made)).pages) == 1
