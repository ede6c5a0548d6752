"""Reading lists in: shown first, then all of it at once or nothing."""

import io
from typing import Any
from uuid import UUID

import pytest

from tests.cast import SYSTEM, TODAY, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import registries, scope, sheets
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models import PrivateFile
from wijknetwerk.directory.models import ListImport, Service
from wijknetwerk.directory.selectors import imports
from wijknetwerk.directory.services import importing, rows
from wijknetwerk.directory.tests.listed import do, put

HERE = "/n/de-linde/wat-is-er-al/inlezen/"
LIST = """Activiteit;Omschrijving;Locatie;Telefoonnummer;Wanneer;Laatst nagekeken
Soepgroep De Linde;Soep;Buurthuis;026 555 01 23;donderdag;1-3-2026
Wandelclub;Samen een ommetje;Kerk;bel maar;woensdag;
Taalcafé;Nederlands oefenen;Bibliotheek;265550144;dinsdag en vrijdag;31-12-2025
;zonder naam;;;;
Taalcafe;Nog een keer;;;;
=1+1;Een formule;;;maandag;
"""


def _begin(cast: Cast, content: bytes, name: str = "lijst.csv") -> ListImport:
    found: ListImport = do(cast, "dewi", importing.begin, name=name, content=content)
    return found


def _preview(run: ListImport) -> imports.Preview:
    with scope.acting(SYSTEM):
        return imports.preview_of(ListImport.objects.select_related("network").get(pk=run.pk))


@pytest.mark.parametrize("kind", ["csv", "cp1252", "xlsx"])
def test_columns_are_matched_and_each_bad_line_is_named(cast: Cast, kind: str) -> None:
    put(cast)
    content = LIST.encode("cp1252" if kind == "cp1252" else "utf-8")
    if kind == "xlsx":
        sheet = sheets.read(name="x.csv", content=content)
        lines = [line.cells for line in sheet.lines]
        content = sheets.write_xlsx("Lijst", sheet.heading, lines)
    found = _preview(_begin(cast, content))
    assert [code for _place, _head, code in found.headings] == [
        "name", "description", "place", "phone", "schedule", "assured_date",
    ]  # fmt: skip
    assert [(line.entry.number, line.entry.title) for line in found.known] == [
        (2, "Soepgroep De Linde"), (6, "Taalcafe")
    ]  # fmt: skip
    assert [(one.number, one.bad) for one in found.bad] == [
        (3, "Dit is geen telefoonnummer: bel maar"),
        (5, "In deze regel staat geen naam."),
    ]
    fresh = [line.entry for line in found.fresh]
    assert [one.title for one in fresh] == ["Taalcafé", "=1+1"]
    said = fresh[0].said
    assert said is not None
    assert (said.kind, said.phone, said.places[0].byday) == (
        "learn.language", "0265550144", "TU,FR"
    )  # fmt: skip


def test_good_lines_come_at_once_and_what_looks_known_only_where_somebody_said_so(
    cast: Cast,
) -> None:
    put(cast)
    run = _begin(cast, LIST.encode())
    do(cast, "dewi", importing.add_all, run=run.uuid, anyway=[6])
    do(cast, "dewi", importing.add_all, run=run.uuid, anyway=[2])  # again: nothing happens
    with scope.acting(SYSTEM):
        names = set(Service.objects.values_list("name", flat=True))
        assert names == {"Soepgroep De Linde", "Taalcafé", "Taalcafe", "=1+1"}
        run.refresh_from_db()
        assert (run.state, run.added, run.left_out, run.file) == ("done", 3, 3, None)
        assert not PrivateFile.objects.exists()
        taal = Service.objects.get(name="Taalcafé")
        assert (taal.owner, taal.checked_by, str(taal.assured_date)) == (
            cast.members["dewi"], None, "2025-12-31"
        )  # fmt: skip
        assert taal.versions.get().by == cast.members["dewi"]


def test_a_long_list_is_read_by_the_worker_and_all_or_nothing(cast: Cast) -> None:
    text = "naam;telefoon\n" + "".join(f"Club {n} aan {n};02655{n:05}\n" for n in range(600))
    run = _begin(cast, text.encode())
    do(cast, "dewi", importing.add_all, run=run.uuid, checked=True)
    with scope.acting(SYSTEM):
        assert not Service.objects.exists()
        importing.read_in(actor=SYSTEM, run=run.pk, checked=True)
        importing.read_in(actor=SYSTEM, run=run.pk, checked=True)
        run.refresh_from_db()
        assert (run.state, run.looked_at) == ("done", 600)
        assert Service.objects.count() == run.added > 0
        assert Service.objects.filter(assured_date=TODAY).count() == run.added


def test_who_lost_the_role_reads_nothing_in_and_files_without_a_word_go(cast: Cast) -> None:
    text = "naam\n" + "".join(f"Club {n}\n" for n in range(300))
    run = _begin(cast, text.encode())
    do(cast, "dewi", importing.add_all, run=run.uuid)
    with scope.acting(SYSTEM):
        member = cast.members["dewi"]
        type(member).objects.filter(pk=member.pk).update(until_on=TODAY)
        importing.read_in(actor=SYSTEM, run=run.pk)
        run.refresh_from_db()
        assert (run.state, Service.objects.count()) == ("stopped", 0)
    left = do(cast, "joost", importing.begin, name="a.csv", content=b"naam\nSoep\n")
    with scope.acting(SYSTEM):
        keeping = registries.retention["directory.files"]
        assert keeping.expire(before=left.created_at) == 0
        assert keeping.expire(before=left.created_at + keeping.keep) == 1
        assert not PrivateFile.objects.exists()


def test_what_can_not_be_read_says_why(cast: Cast) -> None:
    for name, content in (
        ("a.json", b"{broken"),
        ("b.json", b'{"a": 1}'),
        ("c.csv", b"naam\n"),
        ("d.xlsx", b"PK\x03\x04broken"),
    ):
        with pytest.raises(InvalidInput):
            _begin(cast, content, name)


def test_on_the_screen_from_file_to_list(cast: Cast, sign_in: SignIn) -> None:
    client = sign_in("joost")
    upload: Any = io.BytesIO(b"wie;waar\nEetclub;Hof\n")
    upload.name = "lijst.csv"
    answer = client.post(HERE, {"file": upload, "pasted": "", "source": "de gemeente"})
    page = client.get(answer["Location"]).content.decode()
    assert "Zeg in welke kolom de naam staat." in page
    here = answer["Location"]
    client.post(f"{here}kolommen/", {"col-0": "name", "col-1": "place"})
    assert "Eén ding toevoegen" in client.get(here).content.decode()
    client.post(f"{here}toevoegen/", {})
    assert "Er is één ding toegevoegd." in client.get(here).content.decode()
    with scope.acting(SYSTEM):
        made = Service.objects.get()
        assert (made.source, made.kind) == ("de gemeente", "food.together")
        assert rows.now_said(made).places[0].name == "Hof"
        assert isinstance(made.uuid, UUID)
