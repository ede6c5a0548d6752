"""Private files: encrypted in the file storage under a random name, served by the owning app.

    stored = files.store(name=upload.name, content=upload.read())      # in a service
    return files.answer(stored)                                        # in a view, after its gate

There is no address that gives a file by its name: the app that owns it decides who may have it.
"""

import io
import json
import secrets
import zipfile
from pathlib import PurePath
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import crypto, sounds
from wijknetwerk.core.errors import Damaged, InvalidInput
from wijknetwerk.core.models.file import PrivateFile

MOST_BYTES: Final = 10 * 1024 * 1024
FOLDER: Final = "private"
_OFFICE = "application/vnd.openxmlformats-officedocument."
SHEET = f"{_OFFICE}spreadsheetml.sheet"
LETTER = f"{_OFFICE}wordprocessingml.document"
_BY_FIRST_BYTES = ((b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_JPEG = b"\xff\xd8\xff"
_TEXTS = {
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".json": "application/json",
}
SOUNDS: Final = ("audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm")
_MAY_BE_SHOWN = ("application/pdf", "image/png", "image/jpeg", "image/webp", *SOUNDS)
_NO_POWERS = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


def store(*, name: str, content: bytes) -> PrivateFile:
    """Keep a file. Raises InvalidInput (too large, or not of a kind that we take), KeyMissing.

    The kind follows from the content, not from what the browser said. Belongs in the transaction
    of the service that calls it.
    """
    if len(content) > MOST_BYTES:
        raise InvalidInput(_("This file is too large. It may be 10 MB at most."))
    return _store(name, content, kind_of(name, content))


def store_sound(*, name: str, content: bytes) -> PrivateFile:
    """Keep a recording, without place, time and names (`sounds.py`). Raises InvalidInput for any
    other kind, or when it is too large."""
    if len(content) > MOST_BYTES:
        raise InvalidInput(_("This recording is too long. It may be 10 MB at most."))
    sound = sounds.checked(content)
    return _store(name, sound.content, sound.content_type)


def _store(name: str, content: bytes, kind: str) -> PrivateFile:
    stored = PrivateFile(content_type=kind, size=len(content), storage_name=new_name())
    stored.name = PurePath(name.replace("\\", "/")).name[:200]
    seal_into(stored, content)
    try:
        with transaction.atomic():
            stored.save(force_insert=True)
    except BaseException:
        default_storage.delete(stored.storage_name)
        raise
    return stored


def content_of(file: PrivateFile) -> bytes:
    """The content. Raises KeyMissing, Damaged (also when the file is gone from the storage)."""
    try:
        with default_storage.open(file.storage_name) as stored:
            sealed = stored.read()
    except OSError:
        raise Damaged from None
    return crypto.decrypt_bytes(sealed, bound_to=place_of(file))


def answer(file: PrivateFile, *, as_download: bool = True) -> HttpResponse:
    """The file as an answer; call it after the gate and after `log.look`.

    Only pictures and PDF can be shown in the browser, without any power; the rest is downloaded.
    """
    shown = not as_download and file.content_type in _MAY_BE_SHOWN
    response = HttpResponse(content_of(file), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(not shown, file.name.read()) or ""
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    response["Content-Security-Policy"] = _NO_POWERS
    return response


def remove(file: PrivateFile) -> None:
    """Erase a file: its row now, its content when the transaction is committed."""
    name = file.storage_name
    file.delete()
    transaction.on_commit(lambda: default_storage.delete(name))


def kind_of(name: str, content: bytes) -> str:
    """The content type of a file that we take. Raises InvalidInput for any other."""
    for first, kind in (*_BY_FIRST_BYTES, (_JPEG, "image/jpeg")):
        if content.startswith(first):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    found = _office(content) if content.startswith(b"PK\x03\x04") else _text(name, content)
    if not found:
        raise InvalidInput(
            _("We can't take this kind of file. Choose a PDF, a picture, a letter or a sheet.")
        )
    return found


def seal_into(file: PrivateFile, content: bytes) -> None:
    """Write the content into the storage under the name that the row has."""
    sealed = crypto.encrypt_bytes(content, bound_to=place_of(file))
    file.key_id = crypto.key_id_of_bytes(sealed)
    file.storage_name = default_storage.save(file.storage_name, ContentFile(sealed))


def place_of(file: PrivateFile) -> str:
    """What the content is bound to."""
    return crypto.place_of("core.privatefile", file.uuid, "content")


def new_name() -> str:
    """A random place in the storage."""
    name = secrets.token_hex(16)
    return f"{FOLDER}/{name[:2]}/{name}"


def _office(content: bytes) -> str:
    """A sheet or a letter of an office program, without macros; any other archive is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return ""
    if "[Content_Types].xml" not in names or any(name.endswith(".bin") for name in names):
        return ""
    if "xl/workbook.xml" in names:
        return SHEET
    return LETTER if "word/document.xml" in names else ""


def _text(name: str, content: bytes) -> str:
    kind = _TEXTS.get(PurePath(name).suffix.lower(), "")
    try:
        text = content.decode("utf-8-sig")
        if kind == "application/json":
            json.loads(text)
    except ValueError:
        return ""
    odd = any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text)
    calendar = kind != "text/calendar" or text.lstrip().startswith("BEGIN:VCALENDAR")
    return kind if calendar and not odd else ""
