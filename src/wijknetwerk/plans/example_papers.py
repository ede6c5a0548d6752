"""A letter of one page for the example: a small PDF that every reader opens."""

from collections.abc import Iterable

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def letter(lines: Iterable[str]) -> bytes:
    """These lines below each other on A4."""
    shown = b"T* ".join(b"(%s) Tj " % _escaped(line) for line in lines)
    drawn = b"BT /F1 14 Tf 22 TL 70 760 Td %sET" % shown
    return _put_together(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        _FONT,
    )


def _escaped(line: str) -> bytes:
    plain = line.encode("cp1252")
    return plain.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _put_together(*things: bytes) -> bytes:
    made, starts = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    count = len(things) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(made))
    )
