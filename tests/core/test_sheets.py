"""Lists from and to a spreadsheet."""

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook

from wijknetwerk.core import sheets
from wijknetwerk.core.errors import InvalidInput

pytestmark = pytest.mark.once

ROWS = [["Café", "=1+1", "+31 26 555 01 23"], ["Eetclub; samen", 'zegt "hoi"', "twee\nregels"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_csv_is_read_in_any_usual_way(encoding: str, mark: str) -> None:
    text = f'\nNaam{mark}Wat\n"Café {mark} één"{mark} Soep \n\nLaatste\n'
    sheet = sheets.read(name="lijst.csv", content=text.encode(encoding))
    assert sheet.heading == ("Naam", "Wat")
    assert [(line.number, line.cells) for line in sheet.lines] == [
        (3, (f"Café {mark} één", "Soep")),
        (5, ("Laatste", "")),
    ]


def test_one_stray_quote_spoils_one_line() -> None:
    sheet = sheets.read(name="lijst.csv", content=b'Naam;Wat\n"Kapot;Soep\nGoed;Brood\n')
    assert [line.number for line in sheet.lines] == [2, 3]
    assert sheet.lines[1].cells == ("Goed", "Brood")


@pytest.mark.parametrize("packed", [True, False])
def test_what_is_written_is_text_and_reads_back_the_same(packed: bool) -> None:
    heading = ["Naam", "Wat", "Telefoon"]
    made = (
        sheets.write_xlsx("Wat is er al?", heading, ROWS)
        if packed
        else sheets.write_csv(heading, ROWS)
    )
    if packed:
        sheet = load_workbook(io.BytesIO(made)).active
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    else:
        assert ";'=1+1;'+31" in made.decode("utf-8-sig")
    back = sheets.read(name="x", content=made)
    assert [list(back.heading), *(list(line.cells) for line in back.lines)] == [heading, *ROWS]


def test_numbers_and_days_in_a_workbook_are_read_as_people_write_them() -> None:
    import datetime

    book = Workbook()
    book.create_sheet("leeg", 0)
    book.worksheets[1].append(["Naam", "Telefoon", "Gekeken"])
    book.worksheets[1].append(["Huis", 265550123.0, datetime.datetime(2026, 3, 1)])
    kept = io.BytesIO()
    book.save(kept)
    sheet = sheets.read(name="lijst.xlsx", content=kept.getvalue())
    assert sheet.lines[0].cells == ("Huis", "265550123", "2026-03-01")


def _archive(**parts: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return kept.getvalue()


def test_files_that_are_too_much_or_no_list_are_refused_with_a_sentence() -> None:
    bomb = _archive(xl__workbook=b"<a/>", xl__sharedStrings=b" " * (sheets.MOST_UNPACKED + 1))
    laughs = _archive(xl__workbook=b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a/>')
    long = ("Naam\n" + "x\n" * (sheets.MOST_ROWS + 1)).encode()
    many = b"x" * (sheets.MOST_BYTES + 1)
    for name, content in (
        ("a.xlsx", bomb),
        ("b.xlsx", laughs),
        ("c.xlsx", b"PK\x03\x04 broken"),
        ("d.xlsx", _archive(word__document=b"<a/>")),
        ("e.csv", long),
        ("f.csv", many),
        ("g.csv", b"a\x00b"),
        ("h.xls", b"\xd0\xcf\x11\xe0"),
    ):
        with pytest.raises(InvalidInput):
            sheets.read(name=name, content=content)


def test_a_small_file_with_very_much_in_it_is_refused_before_it_is_read() -> None:
    """A workbook of 140 KB took half a minute and 1.3 GB."""
    cells = b"<c/>" * (sheets.ALWAYS_FINE // 4)
    with pytest.raises(InvalidInput) as refused:
        sheets.read(name="a.xlsx", content=_archive(xl__workbook=b"<a/>", xl__worksheets=cells))
    assert refused.value.message == sheets._TOO_LARGE
    many = sheets.write_xlsx("A", ["Naam"], [["dezelfde", "dezelfde woorden " * 20]] * 5000)
    assert len(sheets.read(name="a.xlsx", content=many).lines) == 5000


def _workbook_with(change: Callable[[str], bytes]) -> bytes:
    """A workbook as a spreadsheet writes it, in which the XML of the sheet was changed."""
    whole, kept = (
        zipfile.ZipFile(io.BytesIO(sheets.write_xlsx("A", ["Naam"], [["x"]]))),
        io.BytesIO(),
    )
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in whole.namelist():
            part = whole.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = change(part.decode()[part.decode().index("<worksheet") :])
            archive.writestr(name, part)
    return kept.getvalue()


WORDS = '<!DOCTYPE worksheet [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: f"<!--{' ' * 70_000}-->{WORDS}{xml}".encode(),
        lambda xml: f"<!--{' ' * (1024 * 1024 - 8)}-->{WORDS}{xml}".encode(),
        lambda xml: f'<?xml version="1.0" encoding="UTF-16"?>{WORDS}{xml}'.encode("utf-16"),
        lambda xml: f"{WORDS}{xml}".encode("utf-16-le"),
    ],
    ids=["behind a remark", "on a border", "in UTF-16", "without its mark"],
)
def test_words_that_a_workbook_defines_are_found_wherever_they_stand(
    change: Callable[[str], bytes],
) -> None:
    assert sheets.read(name="a.xlsx", content=_workbook_with(str.encode)).heading == ("Naam",)
    with pytest.raises(InvalidInput):
        sheets.read(name="a.xlsx", content=_workbook_with(change))


def test_a_workbook_that_was_cut_or_bent_is_refused_with_a_sentence() -> None:
    whole = bytearray(_archive(xl__workbook=b"<a/>" * 500, xl__styles=b"<b/>" * 500))
    whole[50:60] = b"\xff" * 10
    for content in (bytes(whole), bytes(whole[:-30])):
        with pytest.raises(InvalidInput):
            sheets.read(name="a.xlsx", content=content)


def test_an_empty_file_is_an_empty_sheet() -> None:
    assert sheets.read(name="a.csv", content=b"") == sheets.Sheet((), ())
