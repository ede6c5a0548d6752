"""What stands in a backup's manifest."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import IO

from django.apps import apps

FORMAT = 1
NAME = "manifest.json"
DATABASE = "database"
FILES = "files/"
CHUNK = 1024 * 1024


class BackupError(Exception):
    """A backup or a restore can't be done; the message says why, in one sentence."""


@dataclass(slots=True)
class Manifest:
    """Version, time, what is in it with checksums, how many rows, and which keys it needs."""

    version: str
    engine: str
    started_at: str
    format: int = FORMAT
    parts: dict[str, str] = field(default_factory=dict)  # name: SHA-256
    rows: dict[str, int] = field(default_factory=dict)
    current_key: str = ""
    keys: dict[str, str] = field(default_factory=dict)  # id: fingerprint

    def as_json(self) -> bytes:
        """The file's content."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def parsed(cls, content: bytes) -> "Manifest":
        """Read it. Raises BackupError."""
        try:
            found = cls(**json.loads(content))
        except (ValueError, TypeError):
            raise BackupError("This is no backup of ours: its manifest can't be read.") from None
        if found.format != FORMAT:
            raise BackupError("This backup was made by a newer version of the platform.")
        return found


def count_rows() -> dict[str, int]:
    """How many rows each table of ours has. Needs system scope."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def chunks(file: IO[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    """The file in pieces, while its checksum is made."""
    while piece := file.read(CHUNK):
        digest.update(piece)
        yield piece
