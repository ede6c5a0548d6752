"""Anchors: what the log held, written down outside the database (rule A3, decision 0010).

A file of JSON lines, only added to, that should lie on other storage than the database. Each line
tells of one chain: its head, and the hashes of the lines since its anchor before (shortened), so
that `verify` can name the very line that is wrong, also after somebody computed all hashes anew.
Each anchor holds the hash of the anchor before it.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

from wijknetwerk.core import clock
from wijknetwerk.core.models.log import LogEntry

SHORT = 16  # hex characters of a line's hash that are kept for each line
MOST_LINES = 500  # in one anchor

_HEADS = """
WITH RECURSIVE chains(chain) AS (
  SELECT min(chain) FROM core_logentry
  UNION ALL
  SELECT (SELECT min(l.chain) FROM core_logentry l WHERE l.chain > chains.chain)
  FROM chains WHERE chains.chain IS NOT NULL
)
SELECT chain, (SELECT max(seq) FROM core_logentry l WHERE l.chain = chains.chain)
FROM chains WHERE chain IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Anchor:
    """One line of the file. `restored_to` marks that a restore took the chain back to there."""

    at: str
    chain: str
    seq: int
    hash: str
    hashes: list[str] = field(default_factory=list)
    restored_to: int | None = None
    previous: str = ""


class AnchorFileBroken(Exception):
    """The anchor file itself was changed; says at which line."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def write() -> int:
    """Anchor every chain whose head moved; returns how many anchors were added.

    Safe with several workers at once, and after a crash. Call it within system scope.
    """
    with _open_locked() as file:
        known = _known(file)
        moved = [(chain, seq) for chain, seq in heads() if seq > known.heads.get(chain, 0)]
        made = [a for chain, seq in moved for a in _anchors(chain, known.heads.get(chain, 0), seq)]
        _append(file, known, made)
        return len(made)


def note_restore() -> int:
    """After a restore: say for each chain that went back how far; returns the lines it lost."""
    found = dict(heads())
    with _open_locked() as file:
        known = _known(file)
        behind = {c: s for c, s in known.heads.items() if s > found.get(c, 0)}
        at = _now()
        _append(file, known, [Anchor(at, c, 0, "", [], found.get(c, 0)) for c in sorted(behind)])
        return sum(seq - found.get(chain, 0) for chain, seq in behind.items())


def heads() -> Iterator[tuple[str, int]]:
    """Each chain with the place of its last line, by a walk over the index."""
    with connection.cursor() as cursor:
        cursor.execute(_HEADS)
        while rows := cursor.fetchmany(1000):
            yield from rows


def read(path: Path | None = None) -> Iterator[Anchor]:
    """All anchors in order, a line at a time. Raises AnchorFileBroken."""
    path = path or Path(settings.ANCHOR_FILE)
    if not path.exists():
        return
    previous = ""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith(b"\n"):
                return  # being written just now, or cut off by a crash: the writer removes it
            anchor = _parsed(line, number)
            if anchor.previous != previous:
                raise AnchorFileBroken(number)
            previous = _hash(line)
            yield anchor


@dataclass(slots=True)
class _Known:
    """What this process knows of the file, so that it reads only what is new each minute."""

    inode: int = 0
    size: int = 0
    last_hash: str = ""
    heads: dict[str, int] = field(default_factory=dict)


_cache: dict[str, _Known] = {}


def _known(file: IO[bytes]) -> _Known:
    state = os.fstat(file.fileno())
    name = str(settings.ANCHOR_FILE)
    known = _cache.get(name)
    if known is None or known.inode != state.st_ino or known.size > state.st_size:
        known = _cache[name] = _Known(inode=state.st_ino)
    file.seek(known.size)
    for line in file:
        if not line.endswith(b"\n"):
            file.truncate(known.size)
            break
        anchor = _parsed(line, 0)
        _remember(known, anchor, line)
    file.seek(0, os.SEEK_END)
    return known


def _remember(known: _Known, anchor: Anchor, line: bytes) -> None:
    back = anchor.restored_to
    known.heads[anchor.chain] = anchor.seq if back is None else back
    known.last_hash = _hash(line)
    known.size += len(line)


def _anchors(chain: str, after: int, until: int) -> Iterator[Anchor]:
    """The anchors for the lines of a chain after one place, up to and including another."""
    rows = LogEntry.objects.filter(chain=chain, seq__gt=after, seq__lte=until).order_by("seq")
    hashes: list[str] = []
    last = (after, "")
    for seq, full in rows.values_list("seq", "hash").iterator():
        hashes.append(full[:SHORT])
        last = (seq, full)
        if len(hashes) == MOST_LINES:
            yield Anchor(_now(), chain, seq, full, hashes)
            hashes = []
    if hashes:
        yield Anchor(_now(), chain, *last, hashes)


def _append(file: IO[bytes], known: _Known, anchors: Iterable[Anchor]) -> None:
    for anchor in anchors:
        values = {k: v for k, v in asdict(anchor).items() if v not in (None, [])}
        line = json.dumps(values | {"previous": known.last_hash}, sort_keys=True).encode() + b"\n"
        file.write(line)
        _remember(known, anchor, line)
    file.flush()
    os.fsync(file.fileno())


@contextmanager
def _open_locked() -> Iterator[IO[bytes]]:
    path = Path(settings.ANCHOR_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o640)
    with os.fdopen(handle, "rb+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _parsed(line: bytes, number: int) -> Anchor:
    try:
        return Anchor(**json.loads(line))
    except (ValueError, TypeError):
        raise AnchorFileBroken(number) from None


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def _now() -> str:
    return clock.now().isoformat(timespec="seconds")
