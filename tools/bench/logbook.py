"""`verify-log` over a million lines: half in one chain of a busy network, half over plans."""

import random
import time
from datetime import timedelta
from uuid import UUID

from django.db import connection

from tools.bench.seed import SYSTEM
from tools.bench.table import Line
from wijknetwerk.core import clock, scope
from wijknetwerk.core.log import anchors, chain
from wijknetwerk.core.log.verify import verify
from wijknetwerk.core.models import LogEntry

LINES = 1_000_000
CHAINS = 2_000
WITHIN = 60.0
BATCH = 2_000
EVENTS = ("plans.read", "plans.messages_read", "plans.agreement_read", "plans.written")


def lines() -> list[Line]:
    """Made as the log makes them, anchored, and checked from the first to the last."""
    with scope.acting(SYSTEM):
        fill(LINES)
        anchors.write()
        begun, used = time.monotonic(), time.process_time()
        report = verify()
        seconds, busy = time.monotonic() - begun, time.process_time() - used
    whole = report.wrong is None and report.lines >= LINES
    return [
        Line(
            f"verify-log over {report.lines:,} lines in {report.chains:,} chains",
            f"{seconds:.0f} s, {busy:.0f} s of them processor time",
            f"{WITHIN:.0f} s",
            whole and seconds < WITHIN,
        )
    ]


def fill(count: int, *, client: UUID | None = None) -> None:
    """Lines of four kinds: half about no one person, half over many people, or all about one."""
    chance = random.Random(count)  # noqa: S311
    people = [UUID(int=chance.getrandbits(128), version=4) for _each in range(CHAINS)]
    network = UUID(int=chance.getrandbits(128), version=4)
    ends: dict[str, tuple[int, str]] = _ends(client)
    at = clock.now() - timedelta(days=365)
    made = []
    for number in range(count):
        person = chance.choice(people)
        entry = LogEntry(
            event=EVENTS[number % len(EVENTS)],
            action="R",
            outcome=0,
            occurred_at=at + timedelta(seconds=number),
            actor_kind="person",
            user_uuid=chance.choice(people),
            network_uuid=network,
            client_uuid=client or (person if number % 2 else None),
            role_codes="professional",
            purpose_code="plan_care",
            consent_uuid=person,
            checks="circle:role,relation,consent,place",
            object_type="plans.residentplan",
            object_uuid=str(person),
            lifecycle="access",
            source="wijknetwerk",
            detail={"part": "words"},
        )
        _append(entry, ends)
        made.append(entry)
        if len(made) == BATCH:
            _store(made)
            made = []
    if made:
        _store(made)


def _ends(client: UUID | None) -> dict[str, tuple[int, str]]:
    """Where the one chain that may be there already ends."""
    if client is None:
        return {}
    name = f"c:{client}"
    last = LogEntry.objects.filter(chain=name).order_by("-seq").first()
    return {name: (last.seq, last.hash)} if last else {}


def _append(entry: LogEntry, ends: dict[str, tuple[int, str]]) -> None:
    """As `chain.append` does it, with the ends of the chains in memory."""
    entry.chain = chain.name_of(entry)
    seq, previous = ends.get(entry.chain, (0, ""))
    entry.seq, entry.previous_hash = seq + 1, previous
    entry.hash = chain.digest(entry)
    ends[entry.chain] = (entry.seq, entry.hash)


def _store(rows: list[LogEntry]) -> None:
    """In one statement for many; models would take longer than the checking does."""
    fields = LogEntry._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join(["%s"] * len(fields))
    prepared = [
        [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO core_logentry ({columns}) VALUES ({places})", prepared)  # noqa: S608
