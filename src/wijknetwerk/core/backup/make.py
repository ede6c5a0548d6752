"""Making a backup."""

import hashlib
import os
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection

from wijknetwerk import __version__
from wijknetwerk.core import clock, crypto, log, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.backup import engine
from wijknetwerk.core.backup.manifest import DATABASE, FILES, NAME, BackupError, Manifest, chunks
from wijknetwerk.core.crypto import keyring


def make(target: Path, *, actor: Actor) -> Manifest:
    """Write the archive, whole or not at all, readable by its owner only. Raises BackupError."""
    if target.exists():
        raise BackupError(f"{target} is there already; choose another name.")
    _refuse_keys_among_files()
    manifest = Manifest(
        version=__version__,
        engine=connection.vendor,
        started_at=clock.now().isoformat(),
        current_key=keyring.load().current,
        keys=crypto.fingerprints(),
    )
    with scope.acting(actor):
        log.record(actor, "core.backup_made", None)
    try:
        _write(target, manifest, actor)
    except OSError as error:
        raise BackupError(f"The backup could not be written: {error.strerror or error}.") from error
    return manifest


def _write(target: Path, manifest: Manifest, actor: Actor) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as name:
        work = Path(name)
        manifest.rows = engine.dump(work / DATABASE, actor)
        made = work / "archive"
        made.touch(mode=0o600)
        with tarfile.open(made, "w:gz", compresslevel=5) as archive:
            _add(archive, manifest, DATABASE, work / DATABASE)
            for stored in _files():
                copy = work / "file"
                with default_storage.open(stored) as source, copy.open("wb") as out:
                    out.writelines(source.chunks())
                _add(archive, manifest, FILES + stored, copy)
            (work / NAME).write_bytes(manifest.as_json())
            archive.add(work / NAME, NAME)
        with made.open("rb") as file:
            os.fsync(file.fileno())
        made.replace(target)


def _add(archive: tarfile.TarFile, manifest: Manifest, name: str, path: Path) -> None:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for _piece in chunks(file, digest):
            pass
        file.seek(0)
        entry = tarfile.TarInfo(name)
        entry.size = path.stat().st_size
        entry.mode = 0o600
        archive.addfile(entry, file)
    manifest.parts[name] = digest.hexdigest()


def _files(folder: str = "") -> Iterator[str]:
    """Every file in the storage, by name."""
    if folder == "" and not default_storage.exists(""):
        return
    folders, names = default_storage.listdir(folder)
    for name in sorted(names):
        yield f"{folder}/{name}".lstrip("/")
    for name in sorted(folders):
        yield from _files(f"{folder}/{name}".lstrip("/"))


def _refuse_keys_among_files() -> None:
    storage = default_storage
    root = Path(storage.path("")) if isinstance(storage, FileSystemStorage) else None
    if root and Path(settings.KEY_FILE).resolve().is_relative_to(root.resolve()):
        raise BackupError("The key ring lies among the files; put it elsewhere first.")
