"""The chain of hashes that shows any change, gap, move or addition (rule A3)."""

import hashlib
import json
from datetime import UTC
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import CharField, QuerySet

from wijknetwerk.core.models.log import LogEntry
from wijknetwerk.core.statements import Slot, Statement

PLATFORM = "platform"


def name_of(entry: LogEntry) -> str:
    """The chain of a line: of its client, else of its network, else of the platform."""
    if entry.client_uuid:
        return f"c:{entry.client_uuid}"
    return f"n:{entry.network_uuid}" if entry.network_uuid else PLATFORM


def digest(entry: LogEntry) -> str:
    """SHA-256, in hex, over every field of the line but its own hash, in a fixed form."""
    return hashlib.sha256(_canonical(entry).encode()).hexdigest()


def append(entry: LogEntry) -> None:
    """Put the line at the end of its chain; inside a transaction, one writer a chain at a time."""
    entry.chain = name_of(entry)
    entry.detail = json.loads(json.dumps(entry.detail, cls=DjangoJSONEncoder))
    seq, previous = _head(entry.chain)
    entry.seq = seq + 1
    entry.previous_hash = previous
    entry.hash = digest(entry)
    entry.save(force_insert=True)


def _head(chain: str) -> tuple[int, str]:
    """The last line's place and hash; holds the chain's lock until the transaction ends.

    SQLite needs no lock of its own: every transaction of ours begins IMMEDIATE.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq, hash FROM wn_log_head(%s)", [chain])
            seq, previous = cursor.fetchone()
        return seq or 0, previous or ""
    last = _LAST.ask(network_id=None, chain=chain)
    return last[0] if last else (0, "")


_LAST = Statement(
    lambda: (
        QuerySet(LogEntry)
        .filter(chain=Slot("chain", CharField()))
        .order_by("-seq")
        .values_list("seq", "hash", named=True)[:1]
    )
)


def _canonical(entry: LogEntry) -> str:
    """Every field with something in it, as the database will give it back.

    Empty fields are left out, so that a field which is added later (it must be empty by default)
    doesn't change the hash of the lines before it.
    """
    values: dict[str, Any] = {}
    for field in entry._meta.concrete_fields:
        value = field.to_python(getattr(entry, field.attname))
        if field.attname != "hash" and value not in (None, ""):
            values[field.attname] = value
    values["occurred_at"] = entry.occurred_at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(values, sort_keys=True, cls=DjangoJSONEncoder, ensure_ascii=False)
