"""The ledger of erasures (rule K2): who was erased, so that a restore doesn't bring them back.

A file of JSON lines outside the database and outside the backups, only added to. It holds the ids
of people and the time, nothing else.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from wijknetwerk.core import clock, log, registries
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Erasure


def erase(*, actor: Actor, person_uuid: UUID) -> list[Erasure]:
    """Let every app erase what it keeps about this person, and note it in the ledger.

    Higher apps first, because they need what lower ones still know, such as the name to look for
    in a note. All or nothing: inside the caller's transaction.
    """
    done = _in_every_app(actor, person_uuid)
    note(person_uuid)
    return done


def _in_every_app(actor: Actor, person_uuid: UUID) -> list[Erasure]:
    apps = reversed(list(registries.personal_data))
    return [done for app in apps for done in app.erase(actor=actor, person_uuid=person_uuid)]


def note(person_uuid: UUID) -> None:
    """Note, when the transaction of the erasure commits, that this person was erased."""
    at = clock.now()
    transaction.on_commit(lambda: _append(person_uuid, at))


def noted_since(since: datetime) -> Iterator[UUID]:
    """Whoever was erased at that instant or later, each once."""
    path = Path(settings.ERASURES_FILE)
    if not path.exists():
        return
    seen: set[UUID] = set()
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.endswith("\n"):  # a crash may have cut off the last one
                entry = json.loads(line)
                person = UUID(entry["person"])
                if datetime.fromisoformat(entry["at"]) >= since and person not in seen:
                    seen.add(person)
                    yield person


def replay(*, actor: Actor, since: datetime) -> int:
    """Erase once more everybody who was erased since then; needs system scope. Returns how many."""
    count = 0
    for person_uuid in noted_since(since):
        with transaction.atomic():
            _in_every_app(actor, person_uuid)
            log.record(actor, "core.erasure_replayed", None, client=person_uuid)
        count += 1
    return count


def _append(person_uuid: UUID, at: datetime) -> None:
    path = Path(settings.ERASURES_FILE)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "rb+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        content_ends = file.seek(0, os.SEEK_END)
        if content_ends and os.pread(file.fileno(), 1, content_ends - 1) != b"\n":
            file.write(b"\n")  # after a line that a crash cut off
        file.write(json.dumps({"person": str(person_uuid), "at": at.isoformat()}).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
