"""Restoring a backup."""

import hashlib
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from wijknetwerk.core import crypto, erasures, log, rls, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.backup import engine
from wijknetwerk.core.backup.manifest import (
    DATABASE,
    FILES,
    NAME,
    BackupError,
    Manifest,
    chunks,
    count_rows,
)
from wijknetwerk.core.errors import KeyMissing
from wijknetwerk.core.log import anchors
from wijknetwerk.core.models import LogEntry

MARGIN = timedelta(minutes=5)  # clocks of two machines, and an erasure while the backup ran


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    rows: int
    files: int
    erased_again: int
    log_lines_lost: int


def examine(archive: Path) -> Manifest:
    """Read the manifest and check every part against its checksum. Raises BackupError."""
    with tempfile.TemporaryDirectory(dir=archive.parent, prefix=".restore-") as name:
        return _unpack(archive, Path(name))


def keys_missing(manifest: Manifest) -> list[str]:
    """Fingerprints of keys that the backup may need and that this server doesn't have."""
    try:
        here = crypto.fingerprints()
    except KeyMissing:
        here = {}
    return [mark for key_id, mark in manifest.keys.items() if here.get(key_id) != mark]


def is_empty() -> bool:
    """Whether nobody has used this database yet."""
    tables = connection.introspection.table_names()
    people = get_user_model()._meta.db_table
    if people not in tables or LogEntry._meta.db_table not in tables:
        return True
    with scope.acting(Actor.system("command.restore")):
        return not (get_user_model().objects.exists() or LogEntry.objects.exists())


def restore(archive: Path, *, actor: Actor) -> Restored:
    """Put the backup in the place of this database and these files. Raises BackupError.

    The platform must be stopped. Whoever was erased after the backup is erased again; the anchors
    note which lines of the log are lost; the policies are built anew. Everybody is signed out,
    because the backup holds sessions that were ended since.
    """
    with _unpacked(archive) as (manifest, folder):
        if manifest.engine != connection.vendor:
            raise BackupError(
                f"This backup is of {manifest.engine} and this database is {connection.vendor}."
            )
        with engine.replaced_by(folder / DATABASE):
            call_command("migrate", verbosity=0, interactive=False)
            rls.apply(connection.alias)
            _check_rows(manifest, actor)
        names = [part for part in manifest.parts if part.startswith(FILES)]
        for part in names:
            _put_back(part.removeprefix(FILES), folder / part)
    with scope.acting(actor):
        lost = anchors.note_restore()
        since = datetime.fromisoformat(manifest.started_at)
        again = erasures.replay(actor=actor, since=since - MARGIN)
        Session.objects.all().delete()
        log.record(actor, "core.backup_restored", None, of=manifest.started_at, lines_lost=lost)
        anchors.write()
    return Restored(sum(manifest.rows.values()), len(names), again, lost)


@contextmanager
def _unpacked(archive: Path) -> Iterator[tuple[Manifest, Path]]:
    with tempfile.TemporaryDirectory(dir=archive.parent, prefix=".restore-") as name:
        yield _unpack(archive, Path(name)), Path(name)


def _unpack(archive: Path, folder: Path) -> Manifest:
    found: dict[str, str] = {}
    content = b""
    try:
        with tarfile.open(archive, "r:gz") as packed:
            for entry in packed:
                source = packed.extractfile(entry)
                if source is None:
                    raise BackupError(f"{entry.name} does not belong in a backup.")
                if entry.name == NAME:
                    content = source.read()
                    continue
                target = _inside(folder, entry.name)
                digest = hashlib.sha256()
                with target.open("wb") as out:
                    out.writelines(chunks(source, digest))
                found[entry.name] = digest.hexdigest()
    except (tarfile.TarError, OSError, EOFError) as error:
        raise BackupError(f"{archive} can't be read: it is no backup, or damaged.") from error
    manifest = Manifest.parsed(content)
    for part in sorted(manifest.parts.keys() | found.keys()):
        if manifest.parts.get(part) != found.get(part):
            raise BackupError(f"The backup is damaged: {part} is not what was written.")
    return manifest


def _inside(folder: Path, name: str) -> Path:
    target = (folder / name).resolve()
    ours = name == DATABASE or name.startswith(FILES)
    if not ours or not target.is_relative_to(folder.resolve()):
        raise BackupError(f"{name} does not belong in a backup.")
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _check_rows(manifest: Manifest, actor: Actor) -> None:
    with scope.acting(actor):
        now = count_rows()
    for label, count in manifest.rows.items():
        if label in now and now[label] != count:
            raise BackupError(f"{label} has {now[label]} rows, and the backup has {count}.")


def _put_back(name: str, source: Path) -> None:
    if default_storage.exists(name):
        default_storage.delete(name)
    with source.open("rb") as content:
        if default_storage.save(name, File(content)) != name:
            raise BackupError(f"{name} could not be put back.")
