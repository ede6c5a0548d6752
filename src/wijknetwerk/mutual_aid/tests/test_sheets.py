"""Reading in the spreadsheet of a desk: preview, each bad line named, two people of one name never
merged unasked, all at once or nothing, and not the same file twice."""

import io
from uuid import UUID

import pytest
from openpyxl import Workbook

from tests.cast import SYSTEM, Cast
from tests.fixtures import SignIn
from wijknetwerk.core import jobs, scope
from wijknetwerk.core.errors import DomainError, InvalidInput
from wijknetwerk.mutual_aid.models import HelpOffer, HelpRequest, Neighbour, SheetImport
from wijknetwerk.mutual_aid.selectors import sheet_in as reading
from wijknetwerk.mutual_aid.services import sheet_in, sheet_rows
from wijknetwerk.mutual_aid.tests.acting import outsider

pytestmark = pytest.mark.django_db
CSV = """Naam;Tel.;Postcode;Hulpvraag;Aanbod;Sinds;Toestemming;Kleur
Geert Mulder;0597-551234;9698 AB;Wie maait het gras?;;12-10-2026;ja;rood
Sien Bos;06 12345678;9699;;Boodschappen halen;;ja;
;0612345678;9698;Iets;;;ja;
Klaas Wit;geen;9698;Iets;;;ja;
Aaltje Vos;0612345679;12;Iets;;;ja;
Hinderk Prins;0612345670;9698;Iets;;31-31-2026;ja;
Trijn Kok;0612345671;9698;;;;ja;
Wim de Boer;0612345672;9698;Iets;;;nee;
Truus Bakker;0612345673;9698;Koffie drinken;;;ja;
"""


def begin(cast: Cast, content: str | bytes = CSV, name: str = "lijst.csv") -> SheetImport:
    actor = cast.actor("joost")
    content = content.encode("cp1252") if isinstance(content, str) else content
    with scope.acting(actor):
        return sheet_in.begin(actor=actor, network=cast.linde, name=name, content=content)


def read(cast: Cast, run: SheetImport, **more: object) -> SheetImport:
    actor = cast.actor("joost")
    said = {"chosen": {}, "said_how": "phone", **more}
    with scope.acting(actor):
        return sheet_in.read_in(actor=actor, network=cast.linde, run=run.uuid, **said)  # type: ignore[arg-type]


def preview(cast: Cast, run: SheetImport) -> reading.Preview:
    with scope.acting(cast.actor("joost")):
        found = SheetImport.objects.get(pk=run.pk)
        found.network = cast.linde
        return reading.preview_of(found)


def kept(cast: Cast) -> tuple[int, int, int]:
    with scope.acting(SYSTEM):
        rows = (Neighbour, HelpRequest, HelpOffer)
        return tuple(model.objects.filter(network=cast.linde).count() for model in rows)  # type: ignore[return-value]


def test_each_bad_line_is_named_with_its_number_and_why(cast: Cast) -> None:
    found = preview(cast, begin(cast))
    assert [one.name for one in found.good] == ["Geert Mulder", "Sien Bos"]
    assert [one.number for one in found.bad] == [4, 5, 6, 7, 8, 9]
    assert len({str(one.wrong) for one in found.bad}) == 6
    assert found.skipped == ["Kleur"]


def test_a_member_of_the_same_name_is_never_merged_unasked(cast: Cast) -> None:
    run = begin(cast)
    asking = preview(cast, run).asking
    assert [one.name for one in asking] == ["Truus Bakker"]
    known = f"m:{cast.members['bakker'].uuid}"
    assert [one.key for one in asking[0].same] == [known]
    read(cast, run)
    assert kept(cast) == (2, 1, 1), "who was not chosen is not read in"


@pytest.mark.parametrize("chosen", ["new", "same"])
def test_somebody_says_whether_it_is_the_same_person(cast: Cast, chosen: str) -> None:
    run = begin(cast)
    key = "new" if chosen == "new" else f"m:{cast.members['bakker'].uuid}"
    read(cast, run, chosen={"10": key})
    with scope.acting(SYSTEM):
        rows = Neighbour.objects.filter(network=cast.linde, person=cast.bakker)
        assert rows.exists() == (chosen == "same")
    assert kept(cast) == (3, 2, 1)


def test_two_lines_of_one_name_are_two_people_after_somebody_looked(cast: Cast) -> None:
    twice = "Naam;Telefoon;Vraag\nJan Smit;0612345601;Gras\nJan Smit;0612345602;Koffie\n"
    run = begin(cast, twice)
    (later,) = preview(cast, run).asking
    assert (later.number, [one.key for one in later.same]) == (3, ["l:2"])
    read(cast, run, chosen={"3": "new"})
    assert kept(cast) == (2, 2, 0)


def test_two_lines_that_are_one_person_become_one(cast: Cast) -> None:
    """By name or by number; what the first line leaves empty the second fills in."""
    run = begin(cast, "Naam;Telefoon;Postcode;Vraag\nJ. Smit;0612345601;;Gras\n"
                      "Jan Smit;06-12345601;9698;Koffie\nJan Smit;0612345602;;Post\n")  # fmt: skip
    assert [one.number for one in preview(cast, run).asking] == [3, 4]
    read(cast, run, chosen={"3": "l:2"})
    assert kept(cast) == (1, 2, 0), "of line 4 nobody said who it is"
    with scope.acting(SYSTEM):
        row = Neighbour.objects.get(network=cast.linde)
        assert (row.name.read(), row.phone.read(), row.pc4) == ("J. Smit", "0612345601", "9698")


def test_what_is_not_offered_can_not_be_chosen(cast: Cast) -> None:
    other = outsider(cast, "Iemand Anders", "0612349999")
    run = begin(cast, "Naam;Telefoon;Vraag\nGeert Mulder;0597551234;Gras\n")
    read(cast, run, chosen={"2": f"n:{other.uuid}"})
    with scope.acting(SYSTEM):
        assert not HelpRequest.objects.filter(asker=other).exists()


def test_own_words_kind_and_day_are_kept(cast: Cast) -> None:
    read(cast, begin(cast))
    with scope.acting(SYSTEM):
        row = HelpRequest.objects.get(network=cast.linde)
        assert (row.words.read(), row.kind, row.via) == (
            "Wie maait het gras?",
            "garden.mowing",
            "sheet",
        )
        assert (row.noted_at.date().isoformat(), row.asker.pc4) == ("2026-10-12", "9698")
        assert (row.asker.phone.read(), row.said_how) == ("0597551234", "phone")


def test_without_how_they_said_yes_nothing_is_read_in(cast: Cast) -> None:
    run = begin(cast)
    for how in ("", "self"):
        with pytest.raises(InvalidInput):
            read(cast, run, said_how=how)
    assert kept(cast) == (0, 0, 0)


def test_the_content_goes_and_the_same_file_is_known_again(cast: Cast) -> None:
    run = begin(cast)
    read(cast, run)
    with scope.acting(SYSTEM):
        assert not SheetImport.objects.get(pk=run.pk).content
    with pytest.raises(sheet_in.TheSameFile):
        begin(cast)


def test_a_fault_in_the_middle_keeps_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    run = begin(cast)
    real = sheet_rows.offers.note

    def breaks(**_said: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(sheet_rows.offers, "note", breaks)
    with pytest.raises(RuntimeError):
        read(cast, run)
    monkeypatch.setattr(sheet_rows.offers, "note", real)
    assert kept(cast) == (0, 0, 0)
    read(cast, run)
    assert kept(cast) == (2, 1, 1)


def test_a_long_excel_file_is_read_by_the_worker(cast: Cast) -> None:
    book = Workbook()
    rows = book.active
    assert rows is not None
    rows.append(["Naam", "Telefoonnummer", "Vraag"])
    for number in range(250):
        rows.append([f"Buur {number}", f"06{number:08d}", "Boodschappen"])
    file = io.BytesIO()
    book.save(file)
    run = begin(cast, file.getvalue(), "balie.xlsx")
    assert read(cast, run).state == "running"
    assert kept(cast) == (0, 0, 0)
    jobs.run_waiting()
    assert kept(cast) == (250, 250, 0)


def test_only_the_desk_gives_and_sees_a_file(cast: Cast, sign_in: SignIn) -> None:
    run = begin(cast)
    path = f"/n/de-linde/hulp/lijsten/inlezen/{run.uuid}/"
    assert sign_in("joost").get(path).status_code == 200
    assert sign_in("amina").get(path).status_code == 403
    assert sign_in("farid").get(path).status_code == 404
    actor = cast.actor("amina")
    with scope.acting(actor), pytest.raises(DomainError):
        sheet_in.begin(actor=actor, network=cast.linde, name="x.csv", content=b"a")
    assert isinstance(run.uuid, UUID)


def test_given_twice_before_it_is_read_in_it_is_read_in_once(cast: Cast) -> None:
    first, second = begin(cast), begin(cast)
    read(cast, first)
    with pytest.raises(DomainError) as twice:
        read(cast, second, chosen={"2": "new", "3": "new"})
    assert twice.value.code == "the_same_file"


@pytest.mark.parametrize("cells", [f";{'x' * 2001};", ";Iets;1-1-0001"])
def test_a_line_that_no_desk_would_keep_is_named_and_the_others_come_in(
    cast: Cast, cells: str
) -> None:
    content = f"Naam;Tel;Hulpvraag;Sinds\nKo Bos;0612345678{cells}\nSien Wit;0612345679;Iets;\n"
    run = begin(cast, content)
    assert [line.number for line in preview(cast, run).bad] == [2]
    assert read(cast, run).kept == 1
