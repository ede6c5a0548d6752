"""What a spreadsheet of a desk would bring: line by line what is good, what is bad and why, and who
has the same name as somebody known or as another line."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.sheets import Line, Sheet
from wijknetwerk.core.stems import fold
from wijknetwerk.mutual_aid import sheet_columns as columns
from wijknetwerk.mutual_aid.models import Neighbour, SheetImport
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who has the same name or number. `key` is 'm:' or 'n:' and an id."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line as it would be kept; `wrong` says in one sentence why it can't be."""

    number: int
    name: str
    phone: str = ""
    email: str = ""
    address: str = ""
    pc4: str = ""
    asks: str = ""
    offers: str = ""
    since: date | None = None
    handy: str = ""
    wrong: str | Promise = ""
    same: tuple[Known, ...] = ()
    chosen: str = ""

    @property
    def waits_for_choice(self) -> bool:
        """Whether somebody must say first who this is."""
        return bool(self.same) and not self.chosen


@dataclass(frozen=True, slots=True)
class Preview:
    """All lines, sorted out."""

    heading: tuple[str, ...]
    good: list[Entry]
    asking: list[Entry]
    """Lines of which somebody must say whether it is the same person."""
    bad: list[Entry]
    skipped: list[str]
    """Columns that are not read."""


def as_kept(sheet: Sheet) -> str:
    """A sheet as text, for the encrypted column."""
    lines = [[line.number, *line.cells] for line in sheet.lines]
    return json.dumps([list(sheet.heading), *lines])


def sheet_of(run: SheetImport) -> Sheet:
    """The sheet again."""
    heading, *lines = json.loads(run.content.read())
    return Sheet(tuple(heading), tuple(Line(line[0], tuple(line[1:])) for line in lines))


def preview_of(run: SheetImport) -> Preview:
    """What would come of it; three statements, however many lines."""
    sheet = sheet_of(run)
    matching = {int(place): code for place, code in run.matching.items()}
    known = _known(run.network)
    entries = [_entry(line, matching) for line in sheet.lines]
    names: dict[str, int] = defaultdict(int)
    for entry in entries:
        names[fold(entry.name)] += 1
    entries = [_with_same(entry, known, names, run.chosen) for entry in entries]
    fine = [entry for entry in entries if not entry.wrong]
    skipped = [head for place, head in enumerate(sheet.heading) if place not in matching and head]
    return Preview(
        sheet.heading,
        [entry for entry in fine if not entry.waits_for_choice],
        [entry for entry in fine if entry.waits_for_choice],
        [entry for entry in entries if entry.wrong],
        skipped,
    )


def _entry(line: Line, matching: dict[int, str]) -> Entry:
    cells = {code: line.cells[place] for place, code in matching.items() if place < len(line.cells)}
    name = " ".join(cells.get("name", "").split())
    phone, email = columns.phone(cells.get("phone", "")), columns.email(cells.get("email", ""))
    pc4 = columns.pc4(cells.get("pc4", ""))
    since = columns.day(cells.get("since", ""))
    return Entry(
        number=line.number,
        name=name,
        phone=phone or "",
        email=email or "",
        address=cells.get("address", ""),
        pc4=pc4 or "",
        asks=cells.get("asks", ""),
        offers=cells.get("offers", ""),
        since=since,
        handy=cells.get("handy", ""),
        wrong=_wrong(cells, name, phone, email, pc4, since),
    )


def _wrong(
    cells: dict[str, str],
    name: str,
    phone: str | None,
    email: str | None,
    pc4: str | None,
    since: date | None,
) -> str | Promise:
    """Why a line can't be kept, the first reason; empty when it can."""
    reached = bool(phone or email or cells.get("address"))
    future = since is not None and since > clock.today()
    checks: tuple[tuple[bool, str | Promise], ...] = (
        (not name, _("There is no name.")),
        (phone is None, _("This is no phone number.")),
        (email is None, _("This is no e-mail address.")),
        (not reached, _("There is no number, e-mail address or address.")),
        (pc4 is None, _("This is no postcode.")),
        (bool(cells.get("since")) and since is None, _("This is no date.")),
        (future, _("The date lies in the future.")),
        (
            not (cells.get("asks") or cells.get("offers")),
            _("Nothing is asked and nothing offered."),
        ),
        (
            "yes" in cells and not columns.says_yes(cells["yes"]),
            _("This person did not say yes yet. Ask first."),
        ),
    )
    return next((sentence for is_so, sentence in checks if is_so), "")


def _known(network: "Network") -> dict[str, list[Known]]:
    """Everybody of this network who is known, by folded name and by the end of the number."""
    found: dict[str, list[Known]] = defaultdict(list)
    rows = Neighbour.objects.filter(network=network).select_related("person")
    persons = set()
    for row in rows.order_by("pk"):
        one = Known(f"n:{row.uuid}", name_of(row))
        persons.add(row.person_id)
        found[fold(one.name)].append(one)
        if number := _end(phone_of(row)):
            found[number].append(one)
    for member in members_now(network.pk):
        if member.person_id not in persons:
            found[fold(member.name)].append(Known(f"m:{member.uuid}", member.name))
    return found


def _end(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[-9:] if len(digits) >= 9 else ""


def _with_same(
    entry: Entry, known: dict[str, list[Known]], names: dict[str, int], chosen: dict[str, str]
) -> Entry:
    """The line with who may be the same; two lines of one name are two people unless somebody
    chose otherwise, and somebody is asked (never merged unasked)."""
    same = {one.key: one for one in (*known[fold(entry.name)], *known.get(_end(entry.phone), ()))}
    if not same and names[fold(entry.name)] > 1:
        same = {"twin": Known("new", entry.name)}
    keys = {"new", *same}
    choice = chosen.get(str(entry.number), "")
    values = {slot: getattr(entry, slot) for slot in Entry.__slots__}
    values |= {"same": tuple(same.values()), "chosen": choice if choice in keys else ""}
    return Entry(**values)
