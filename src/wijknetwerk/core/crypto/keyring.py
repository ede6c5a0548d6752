"""The key ring: a small file outside the database, never in a backup.

    {"current": "4f9a01c2", "rotating": false, "keys": {"4f9a01c2": {"key": "<base64, 32 bytes>"}}}

WIJKNETWERK_KEYS may hold the same JSON. Old keys stay in the ring to read what was written with
them; `retired` says that nothing in the database needs this one any more.
"""

import base64
import binascii
import hashlib
import json
import os
import re
import secrets
import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from wijknetwerk.core.errors import KeyMissing

ENVIRONMENT = "WIJKNETWERK_KEYS"
KEY_BYTES = 32
_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys by id. `repr` shows ids only."""

    current: str
    keys: dict[str, bytes]
    retired: frozenset[str] = frozenset()
    rotating: bool = False

    def __repr__(self) -> str:
        return f"KeyRing(current={self.current}, ids={sorted(self.keys)})"

    def key(self, key_id: str) -> bytes:
        """The key of that id. Raises KeyMissing."""
        try:
            return self.keys[key_id]
        except KeyError:
            raise KeyMissing from None

    def with_new_key(self) -> "KeyRing":
        """The ring with one more key, which is the current one; a rotation begins."""
        key_id = secrets.token_hex(4)
        keys = {**self.keys, key_id: secrets.token_bytes(KEY_BYTES)}
        return replace(self, current=key_id, keys=keys, rotating=True)

    def with_others_retired(self) -> "KeyRing":
        """The ring after a rotation: only the current key is still needed."""
        return replace(self, retired=frozenset(self.keys) - {self.current}, rotating=False)


def load() -> KeyRing:
    """The ring in force; a ring that was changed on disk is read again. Raises KeyMissing.

    Only the demo and the tests make a ring by themselves.
    """
    if given := os.environ.get(ENVIRONMENT):
        return _parsed(given, ENVIRONMENT)
    path: Path = settings.KEY_FILE
    try:
        seen = path.stat()  # for each text that is read: one look at the disk and no more
    except OSError:
        if not (settings.DEMO or settings.TESTING):
            raise KeyMissing from None
        create(path)
        seen = path.stat()
    return _read(str(path), seen.st_mtime_ns, seen.st_ino)


def is_from_environment() -> bool:
    """Whether the ring comes from the environment, where we can't write."""
    return bool(os.environ.get(ENVIRONMENT))


def create(path: Path) -> None:
    """Make a ring with one new key, unless there is one: two processes may try at once."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = _written_beside(path, KeyRing("", {}).with_new_key().with_others_retired())
    try:
        os.link(made, path)  # fails where the file exists, so no ring is ever overwritten
    except FileExistsError:
        pass
    finally:
        made.unlink()


def save(ring: KeyRing) -> None:
    """Replace the ring's file, whole or not at all. The old keys must still be in it."""
    path = Path(settings.KEY_FILE)
    _written_beside(path, ring).replace(path)
    _sync_folder(path.parent)


def fingerprint() -> str:
    """How to recognise the current key without showing it: 'ab12-cd34-ef56-7890'."""
    ring = load()
    return fingerprints()[ring.current]


def fingerprints() -> dict[str, str]:
    """The fingerprint of each key by its id."""
    return {key_id: _fingerprint(key) for key_id, key in load().keys.items()}


def check(path: Path) -> None:
    """Refuse to start without a ring. Raises ImproperlyConfigured; needs no settings."""
    if given := os.environ.get(ENVIRONMENT):
        _parsed(given, ENVIRONMENT)
        return
    if not path.is_file():
        raise ImproperlyConfigured(
            "The key ring is missing: put it at WIJKNETWERK_KEY_FILE or in WIJKNETWERK_KEYS, or"
            " make the first one with `python -m wijknetwerk.core.crypto FILE`."
        )
    _parsed(path.read_text(encoding="utf-8"), str(path))


def _fingerprint(key: bytes) -> str:
    digest = hashlib.sha256(b"wijknetwerk fingerprint of a key:" + key).hexdigest()[:16]
    return "-".join(digest[at : at + 4] for at in range(0, 16, 4))


@lru_cache(maxsize=4)
def _read(path: str, _changed: int, _inode: int) -> KeyRing:
    try:
        text = Path(path).read_text(encoding="utf-8")
    except OSError:
        raise KeyMissing from None
    return _parsed(text, path)


@lru_cache(maxsize=4)
def _parsed(text: str, origin: str) -> KeyRing:
    try:
        found = json.loads(text)
        keys = {
            key_id: base64.b64decode(entry["key"], validate=True)
            for key_id, entry in found["keys"].items()
        }
        retired = frozenset(key_id for key_id, e in found["keys"].items() if e.get("retired"))
        ring = KeyRing(found["current"], keys, retired, bool(found.get("rotating")))
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error):
        raise ImproperlyConfigured(f"The key ring in {origin} can't be read.") from None
    wrong = [k for k, v in keys.items() if len(v) != KEY_BYTES or not _ID.fullmatch(k)]
    if wrong or ring.current not in keys:
        raise ImproperlyConfigured(
            f"The key ring in {origin} is not right: each key has 256 bits, and one is current."
        )
    return ring


def _written_beside(path: Path, ring: KeyRing) -> Path:
    entries = {
        key_id: {"key": base64.b64encode(key).decode(), "retired": key_id in ring.retired}
        for key_id, key in ring.keys.items()
    }
    content = {"current": ring.current, "rotating": ring.rotating, "keys": entries}
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".keyring-")  # mode 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    return Path(name)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
