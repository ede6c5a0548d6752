"""Private files: encrypted, of a known kind, given only with headers that take all power away."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from wijknetwerk.core import clock, file_upkeep, files, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import Damaged, InvalidInput
from wijknetwerk.core.models import PrivateFile

PDF = b"%PDF-1.7 verslag over mevrouw Bakker"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def archive(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name in names:
            made.writestr(name, "x")
    return held.getvalue()


def test_a_file_is_read_again_and_lies_encrypted_under_a_random_name(db: None) -> None:
    stored = files.store(name="Bakker.pdf", content=PDF)
    with default_storage.open(stored.storage_name) as lying:
        raw = lying.read()
    assert b"Bakker" not in raw
    assert b"PDF" not in raw
    assert "Bakker" not in stored.storage_name
    assert files.content_of(PrivateFile.objects.get(pk=stored.pk)) == PDF


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.txt", PNG, "image/png"),  # the content decides
        ("a.jpg", b"\xff\xd8\xff\xe0abc", "image/jpeg"),
        ("a.webp", b"RIFF1234WEBPVP8 ", "image/webp"),
        ("a.txt", "één regel\n".encode(), "text/plain"),
        ("a.csv", b"naam;rol\r\n", "text/csv"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar"),
        ("a.json", b'{"a": 1}', "application/json"),
        ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml"), files.SHEET),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml"), files.LETTER),
    ],
)
def test_kinds_that_we_take(name: str, content: bytes, kind: str) -> None:
    assert files.kind_of(name, content) == kind


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.svg", b"<svg onload='x'/>"),
        ("a.html", b"<p>"),
        ("a.exe", b"MZ\x90\0"),
        ("a.txt", b"a\0b"),
        ("a.json", b"{not json"),
        ("a.ics", b"geen agenda"),
        ("a.zip", archive("a.txt")),
        ("a.xlsm", archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a", b"text"),
        ("", b""),
    ],
)
def test_kinds_that_we_refuse(name: str, content: bytes) -> None:
    with pytest.raises(InvalidInput):
        files.kind_of(name, content)


def test_a_file_that_is_too_large_is_refused_and_leaves_nothing(db: None) -> None:
    with pytest.raises(InvalidInput, match="10 MB"):
        files.store(name="a.pdf", content=b"%PDF-" + b"x" * files.MOST_BYTES)
    assert not PrivateFile.objects.exists()


def test_an_answer_takes_every_power_away(db: None) -> None:
    stored = files.store(name='../../x "mevrouw" Bakker.pdf', content=PDF)
    answer = files.answer(stored)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert ".." not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_only_pictures_and_pdf_can_be_shown_in_the_browser(db: None) -> None:
    picture = files.store(name="a.png", content=PNG)
    text = files.store(name="a.txt", content=b"hallo")
    assert files.answer(picture, as_download=False)["Content-Disposition"].startswith("inline")
    assert files.answer(text, as_download=False)["Content-Disposition"].startswith("attachment")


def test_content_that_was_swapped_or_is_gone_cannot_be_read(db: None) -> None:
    first = files.store(name="a.pdf", content=PDF)
    second = files.store(name="b.pdf", content=PDF + b"2")
    PrivateFile.objects.filter(pk=first.pk).update(storage_name="gone")
    PrivateFile.objects.filter(pk=second.pk).update(storage_name=first.storage_name)
    for pk in (first.pk, second.pk):
        with pytest.raises(Damaged):
            files.content_of(PrivateFile.objects.get(pk=pk))


@pytest.mark.django_db(transaction=True)
def test_removing_a_file_removes_its_content() -> None:
    stored = files.store(name="a.pdf", content=PDF)
    name = stored.storage_name
    files.remove(stored)
    assert not default_storage.exists(name)
    assert not PrivateFile.objects.exists()


def test_content_without_a_row_goes_after_a_day(db: None) -> None:
    kept = files.store(name="a.pdf", content=PDF)
    orphan = default_storage.save(files.new_name(), ContentFile(b"x"))
    system = Actor.system("tests")
    with scope.acting(system):
        file_upkeep.remove_orphan_files(actor=system)
        assert default_storage.exists(orphan)
        later = default_storage.get_modified_time(orphan) + timedelta(days=2)
        with clock.frozen(later):
            file_upkeep.remove_orphan_files(actor=system)
    assert not default_storage.exists(orphan)
    assert default_storage.exists(kept.storage_name)
