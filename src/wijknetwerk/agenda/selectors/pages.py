"""The notes of the tables and the page afterwards, as they are read."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.agenda.models import Event, EventPage, TableNote


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One line of a table."""

    uuid: UUID
    table: str
    said: str
    who: str
    by_on: date | None
    action: UUID | None


@dataclass(frozen=True, slots=True)
class TableOf:
    """A table with its lines."""

    name: str
    lines: list[NoteRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageShown:
    """A version of the page as people read it."""

    number: int
    opening: str
    follows: str
    published_at: datetime | None
    tables: list[TableOf]


def notes_of(event: Event) -> list[NoteRow]:
    """The lines that stand now, in the order in which they were noted. One query."""
    rows = TableNote.objects.filter(event=event, removed_at=None).order_by("pk")
    return [_note(row) for row in _named(rows)]


def tables_of(event: Event) -> list[TableOf]:
    """The same, by table."""
    found: dict[str, TableOf] = {}
    for note in notes_of(event):
        found.setdefault(note.table, TableOf(note.table)).lines.append(note)
    return list(found.values())


def draft_of(event: Event, *, lock: bool = False) -> EventPage | None:
    """The version that is being written, or None."""
    rows = EventPage.objects.filter(event=event, published_at=None)
    return (rows.select_for_update(of=("self",)) if lock else rows).first()


def newest(event: Event) -> EventPage | None:
    """The version that was published last, or None."""
    rows = EventPage.objects.filter(event=event, published_at__isnull=False)
    return rows.order_by("-number").first()


def versions_of(event: Event) -> list[EventPage]:
    """All that were published, the newest first."""
    rows = EventPage.objects.filter(event=event, published_at__isnull=False)
    return list(rows.order_by("-number"))


def shown(event: Event, page: EventPage) -> PageShown:
    """A published version with today's names of who takes things up; the draft with its notes as
    they are now. One query."""
    if page.published_at is None:
        tables = tables_of(event)
    else:
        rows = _named(TableNote.objects.filter(event=event))
        who = {str(row.uuid): _note(row) for row in rows}
        tables = [
            TableOf(told["table"], [_line(one, told["table"], who) for one in told["lines"]])
            for told in page.tables
        ]
    return PageShown(page.number, page.opening, page.follows, page.published_at, tables)


def _named(rows: Any) -> Any:
    own = ("uuid", "table", "said", "taker", "by_on", "action", "owner_id")
    return rows.values_list(*own, *name_fields("owner__person"), named=True)


def _note(row: Any) -> NoteRow:
    who = name_in(row, "owner__person") if row.owner_id else row.taker
    return NoteRow(row.uuid, row.table, row.said, who, row.by_on, row.action)


def _line(told: dict[str, Any], table: str, who: dict[str, NoteRow]) -> NoteRow:
    note = who.get(told["note"])
    by_on = date.fromisoformat(told["by"]) if told["by"] else None
    return NoteRow(UUID(told["note"]), table, told["said"], note.who if note else "", by_on, None)
