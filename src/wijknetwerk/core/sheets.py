"""Lists from and to a spreadsheet: CSV and XLSX, to a heading and rows of texts.

    sheet = sheets.read(name=upload.name, content=upload.read())   # InvalidInput with a sentence
    for line in sheet.lines: line.number, line.cells    # the number as the reader sees it
    sheets.write_csv(heading, rows)                     # bytes, safe against formulas
    sheets.write_xlsx(title, heading, rows)

The encoding (UTF-8, UTF-16 with its mark, Windows) and the delimiter (; , tab) of CSV are found.
Nothing is computed: a formula in a file is the value that was last shown, or the text itself.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import IO, Any, Final

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.errors import InvalidInput

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_UNPACKED: Final = 60 * 1024 * 1024
MOST_PARSED: Final = 20 * 1024 * 1024
"""Without pictures. A list of 5,000 long lines has a third of it; reading it takes 25 times as much
memory, and a second for each 2 MB."""
MOST_PACKED: Final = 50
"""How many times smaller a file may be than what is in it. Lists of people are 5 to 20 times."""
ALWAYS_FINE: Final = 2 * 1024 * 1024
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 60
MOST_LETTERS: Final = 5_000  # of one cell; the rest is cut off

_DELIMITERS = (";", ",", "\t")
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TOO_LARGE = _("This file is too large. It may be 5 MB at most.")
_TOO_LONG = _("This list is too long. It may have 5,000 lines at most.")
_NOT_READABLE = _("We can't read this file. Save it as XLSX or CSV, and try again.")


@dataclass(frozen=True, slots=True)
class Line:
    """One row, with its number in the file; as many cells as the heading has, or more."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands in a file: the first row with anything in it, and the rows below it."""

    heading: tuple[str, ...]
    lines: tuple[Line, ...]


def read(*, name: str, content: bytes) -> Sheet:
    """Read CSV or XLSX, whichever the content is. Raises InvalidInput with what to do.

    Empty rows are left out; they keep their number.
    """
    if len(content) > MOST_BYTES:
        raise InvalidInput(_TOO_LARGE)
    packed = content.startswith(b"PK\x03\x04")
    if not packed and name.lower().endswith((".xls", ".ods", ".numbers")):
        raise InvalidInput(_NOT_READABLE)
    return _sheet(_xlsx_rows(content) if packed else csv_rows(decoded(content)))


def decoded(content: bytes) -> str:
    """The text of a file in whichever of the usual encodings. Raises InvalidInput for no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if b"\x00" in content:
        raise InvalidInput(_NOT_READABLE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Cells of each row, with the number of its first line.

    A cell may go over several lines when it stands in quotes. Where the quotes are wrong, each line
    is read alone, so that one stray quote spoils one line only.
    """
    clean = text.removeprefix("\ufeff").replace("\x00", "")
    mark = delimiter_of(clean)
    rows, number = [], 1
    reader = csv.reader(io.StringIO(clean, newline=""), delimiter=mark, strict=True)
    try:
        for row in reader:
            rows.append((number, row))
            number = reader.line_num + 1
    except csv.Error:
        lines = enumerate(clean.splitlines(), 1)
        rows = [(place, _alone(line, mark)) for place, line in lines]
    yield from rows


def delimiter_of(text: str) -> str:
    """The mark that the first line with text has most of; a semicolon when it has none."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS, key=first.count)


def write_csv(heading: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A file that spreadsheets here open at once: semicolons, UTF-8 with its mark.

    What a spreadsheet would take for a formula gets an apostrophe, which `read` takes away again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    for row in (heading, *rows):
        writer.writerow([_harmless(_text(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def write_xlsx(title: str, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A workbook with one sheet. Each cell is a text, never a formula."""
    from openpyxl import Workbook  # a tenth of the time in which a process starts

    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    sheet.freeze_panes = "A2"
    for row in (heading, *rows):
        sheet.append([_plain_cell(sheet, _text(cell)) for cell in row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _plain_cell(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell


def _sheet(rows: Iterable[tuple[int, list[str]]]) -> Sheet:
    heading: tuple[str, ...] = ()
    lines: list[Line] = []
    for number, row in rows:
        cells = tuple(_read_cell(cell) for cell in row[:MOST_COLUMNS])
        if not any(cells):
            continue
        if not heading:
            heading = _without_empty_end(cells)
        elif len(lines) == MOST_ROWS:
            raise InvalidInput(_TOO_LONG)
        else:
            missing = ("",) * (len(heading) - len(cells))
            lines.append(Line(number, cells + missing))
    return Sheet(heading, tuple(lines))


def _without_empty_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max(place for place, cell in enumerate(cells) if cell)
    return cells[: last + 1]


def _read_cell(cell: str) -> str:
    text = _NO_TEXT.sub("", cell[:MOST_LETTERS]).strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(_STARTS_FORMULA) else text


def _alone(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return line.split(mark)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise InvalidInput(_NOT_READABLE) from None


def _xlsx_rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet with anything in it."""
    from openpyxl import load_workbook

    _check_archive(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            found = False
            sheet.reset_dimensions()  # what a file says of its own size can be wrong
            for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                if number > 4 * MOST_ROWS:
                    raise InvalidInput(_TOO_LONG)
                cells = [_text(value) for value in row[:MOST_COLUMNS]]
                found = found or any(cells)
                yield number, cells
            if found:
                return
    except InvalidInput:
        raise
    except Exception:  # a library that reads what strangers send fails in any way
        raise InvalidInput(_NOT_READABLE) from None


def _check_archive(content: bytes) -> None:
    """Refuse what unpacks to very much, is no workbook, or defines words of its own in XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > MOST_UNPACKED or len(parts) > 1_000:
                raise InvalidInput(_TOO_LARGE)
            parsed = sum(part.file_size for part in parts if not _is_media(part.filename))
            if parsed > max(ALWAYS_FINE, min(MOST_PARSED, MOST_PACKED * len(content))):
                raise InvalidInput(_TOO_LARGE)
            if "xl/workbook.xml" not in archive.namelist():
                raise InvalidInput(_NOT_READABLE)
            for part in parts:
                if not _is_media(part.filename):
                    with archive.open(part) as opened:
                        _check_part(opened)
    except _BROKEN:
        raise InvalidInput(_NOT_READABLE) from None


def _is_media(name: str) -> bool:
    """Whether it is a picture: never parsed."""
    return name.startswith("xl/media/")


def _check_part(opened: IO[bytes]) -> None:
    """All of it is looked at, whatever it is called: a long remark may stand before the words that
    it defines. XML in UTF-16 would hide them, and no spreadsheet writes that."""
    before = opened.read(2)
    if before in _UTF_16:
        raise InvalidInput(_NOT_READABLE)
    while chunk := opened.read(1024 * 1024):
        before += chunk
        if b"<!DOCTYPE" in before:
            raise InvalidInput(_NOT_READABLE)
        before = before[-8:]


def _text(value: object) -> str:
    """A value as people read it: no '.0' behind a whole number, days as 2026-11-12."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        whole = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    return _NO_TEXT.sub("", str(value))


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS_FORMULA) else text
