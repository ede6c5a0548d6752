"""The chain of hashes that shows any change, gap, move or addition (rule A3)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import CharField, QuerySet, TextField, UUIDField
from django.db.models.functions import Cast

from wijknetwerk.core.models.log import LogEntry
from wijknetwerk.core.statements import Slot, Statement

PLATFORM = "platform"


def name_of(entry: LogEntry) -> str:
    """The chain of a line: of its client, else of its network, else of the platform."""
    return _name(entry.client_uuid, entry.network_uuid)


def _name(client: UUID | str | None, network: UUID | str | None) -> str:
    if client:
        return f"c:{client}"
    return f"n:{network}" if network else PLATFORM


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


@dataclass(frozen=True, slots=True)
class StoredLine:
    """A line as the database has it, without the cost of a model: `verify` reads them all."""

    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The chain that it belongs to by what it says."""
        return _name(self.values["client_uuid"], self.values["network_uuid"])

    @property
    def digest(self) -> str:
        """The same as `digest` of its model."""
        return hashlib.sha256(_text_of(self.values).encode()).hexdigest()


def stored_lines() -> Iterator[StoredLine]:
    """Every line, chain by chain, in order. Needs system scope."""
    names = [field.attname for field in _FIELDS]
    # An id as text: millions of them made into objects, and those into text, would double it.
    columns = [
        Cast(one.attname, TextField()) if isinstance(one, UUIDField) else one.attname
        for one in _FIELDS
    ]
    ids = [place for place, one in enumerate(_FIELDS) if isinstance(one, UUIDField)]
    rows = LogEntry.objects.order_by("chain", "seq").values_list(*columns)
    for row in rows.iterator(chunk_size=1000):
        line = list(row)
        for place in ids:
            text = line[place]
            if text and len(text) == 32:
                parts = text[:8], text[8:12], text[12:16], text[16:20], text[20:]
                line[place] = "-".join(parts)
        yield StoredLine(dict(zip(names, line, strict=True)))


def _canonical(entry: LogEntry) -> str:
    """Every field of a line, as the database will give it back."""
    made = {field.attname: getattr(entry, field.attname) for field in _FIELDS}
    for field in _FIELDS:
        value = field.to_python(made[field.attname])
        made[field.attname] = str(value) if isinstance(value, UUID) else value
    return _text_of(made)


def _text_of(line: Mapping[str, Any]) -> str:
    """Empty fields are left out, so that a field which is added later (it must be empty by default)
    doesn't change the hash of the lines before it."""
    values = {name: value for name, value in line.items() if value is not None and value != ""}
    values.pop("hash", None)
    at = values["occurred_at"].astimezone(UTC)
    values["occurred_at"] = at.isoformat(timespec="microseconds")
    return _ENCODER.encode(values)


_ENCODER = DjangoJSONEncoder(sort_keys=True, ensure_ascii=False)
_FIELDS = tuple(LogEntry._meta.concrete_fields)
