"""What a file says, line by line, before anything of it is on the list."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

from django.utils.translation import gettext as _

from wijknetwerk.core import files, sheets
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.directory import columns, hsds_in
from wijknetwerk.directory.alike import Alike, Known, Looks
from wijknetwerk.directory.columns import Entry
from wijknetwerk.directory.models import ListImport, ShownTo
from wijknetwerk.directory.selectors.known import index_of

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

FIRST_SHOWN = 20
IN_JOB_FROM = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be used, with what it may be the same as: on the list, or in the file."""

    entry: Entry
    alike: list[Alike] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Preview:
    """All of a file: how its columns are matched, and what is good, known already, or bad."""

    headings: list[tuple[int, str, str]]
    """Number, heading, and the field that it is."""
    has_name: bool
    fresh: list[Line]
    known: list[Line]
    bad: list[Entry]

    @property
    def first(self) -> list[Line]:
        """Some lines, to see whether the columns are right."""
        return self.fresh[:FIRST_SHOWN]


def shown_to(network: "Network") -> str:
    """Who may read what comes in: everybody where the network is public."""
    return (ShownTo.EVERYBODY if network.visibility == "public" else ShownTo.MEMBERS).value


def preview_of(run: ListImport) -> Preview:
    """Read the file and hold each line against the list. Nothing is stored."""
    headings, entries = entries_of(run)
    lines = list(compared(run.network, entries))
    return Preview(
        headings=headings,
        has_name=run.is_hsds or "name" in run.matching.values(),
        fresh=[line for line in lines if not line.entry.bad and not line.alike],
        known=[line for line in lines if not line.entry.bad and line.alike],
        bad=[line.entry for line in lines if line.entry.bad],
    )


def entries_of(run: ListImport) -> tuple[list[tuple[int, str, str]], list[Entry]]:
    """The columns, and what each line says by how they are matched. InvalidInput when the file
    can't be read any more."""
    if run.file is None:
        raise InvalidInput
    content = files.content_of(run.file)
    usual = shown_to(run.network)
    if run.is_hsds:
        told = enumerate(hsds_in.records_in(content), 1)
        return [], [hsds_in.entry_of(number, record, usual) for number, record in told]
    sheet = _as_read(content)
    fields = {int(place): code for place, code in run.matching.items()}
    headings = [(place, head, fields.get(place, "")) for place, head in enumerate(sheet.heading)]
    if "name" not in fields.values():
        return headings, []
    return headings, [_entry(line, fields, usual) for line in sheet.lines]


def as_kept(sheet: sheets.Sheet) -> bytes:
    """A sheet as it is kept until it is dealt with: its texts only, whatever the file held."""
    lines = [[line.number, line.cells] for line in sheet.lines]
    return json.dumps({"heading": sheet.heading, "lines": lines}, ensure_ascii=False).encode()


def _as_read(content: bytes) -> sheets.Sheet:
    told = json.loads(content)
    lines = (sheets.Line(number, tuple(cells)) for number, cells in told["lines"])
    return sheets.Sheet(tuple(told["heading"]), tuple(lines))


def _entry(line: sheets.Line, fields: dict[int, str], usual: str) -> Entry:
    cells = {code: line.cells[place] for place, code in fields.items() if place < len(line.cells)}
    return columns.entry_of(line.number, cells, usual)


def compared(
    network: "Network", entries: Iterable[Entry], tell: Callable[[int], None] | None = None
) -> Iterator[Line]:
    """Each line with what it may be the same as, lines before it too. `tell` hears how far."""
    index = index_of(network)
    for place, entry in enumerate(entries, 1):
        if tell is not None:
            tell(place)
        if entry.said is None:
            yield Line(entry)
            continue
        told = entry.said.looks
        looks = Looks(told.name, told.phone, told.place, entry.external)
        yield Line(entry, index.like(looks))
        here = _("%(name)s (line %(number)s of the file)") % {
            "name": entry.title,
            "number": entry.number,
        }
        index.add(Known(uuid4(), here, looks, 0))


def fields() -> list[tuple[str, str]]:
    """What a column can be, for a choice."""
    return [(code, str(name)) for code, (name, _others) in columns.COLUMNS.items()]
