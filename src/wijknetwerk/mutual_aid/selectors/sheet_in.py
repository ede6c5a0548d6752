"""What a spreadsheet of a desk would bring: line by line what is good, what is bad and why, who has
the same name or number as somebody known or as another line, and who helps whom already."""

import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, phone_numbers
from wijknetwerk.core.sheets import Line, Sheet
from wijknetwerk.core.stems import fold
from wijknetwerk.mutual_aid.models import HelpOffer, Neighbour, SheetImport
from wijknetwerk.mutual_aid.selectors.neighbours import name_of, phone_of
from wijknetwerk.mutual_aid.selectors.offers import running, with_room
from wijknetwerk.mutual_aid.selectors.sheet_lines import Entry, Known, entry_of
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Preview:
    """All lines, sorted out."""

    heading: tuple[str, ...]
    good: list[Entry]
    asking: list[Entry]
    """Lines of which somebody must say whether it is the same person, or who helps."""
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
    """What would come of it; as many statements, however many lines."""
    sheet = sheet_of(run)
    matching = {int(place): code for place, code in run.matching.items()}
    known = _known(run.network)
    entries = _who_is_who([entry_of(line, matching) for line in sheet.lines], known, run.chosen)
    if any(entry.helper for entry in entries):
        entries = _Pairs(run, entries, known).told()
    fine = [entry for entry in entries if not entry.wrong]
    skipped = [head for place, head in enumerate(sheet.heading) if place not in matching and head]
    return Preview(
        sheet.heading,
        [entry for entry in fine if not entry.waits_for_choice],
        [entry for entry in fine if entry.waits_for_choice],
        [entry for entry in entries if entry.wrong],
        skipped,
    )


def _known(network: "Network") -> dict[str, list[Known]]:
    """Everybody of this network who is known, by folded name and by the end of the number."""
    found: dict[str, list[Known]] = defaultdict(list)
    rows = Neighbour.objects.filter(network=network).select_related("person")
    persons = set()
    for row in rows.order_by("pk"):
        one = Known(f"n:{row.uuid}", name_of(row))
        persons.add(row.person_id)
        found[fold(one.name)].append(one)
        if number := phone_numbers.whole_number(phone_of(row)):
            found[number].append(one)
    for member in members_now(network.pk):
        if member.person_id not in persons:
            found[fold(member.name)].append(Known(f"m:{member.uuid}", member.name))
    return found


def _who_is_who(
    entries: list[Entry], known: dict[str, list[Known]], chosen: dict[str, str]
) -> list[Entry]:
    """The lines with who may be the same: somebody known, or an earlier line, by name or number.
    Nobody is merged unasked; a line that was chosen to be an earlier one is that person."""
    made: list[Entry] = []
    earlier: dict[str, list[Known]] = defaultdict(list)
    who: dict[str, str] = {}
    for entry in entries:
        ends = [fold(entry.name), *filter(None, [phone_numbers.whole_number(entry.phone)])]
        like = [one for end in ends for one in (*known.get(end, ()), *earlier[end])]
        same = tuple({one.key: one for one in like}.values())
        choice = chosen.get(str(entry.number), "")
        if choice.startswith("l:"):
            # An earlier line that isn't read in itself can't be who this is.
            choice = who.get(choice, "") if choice in {one.key for one in same} else ""
        elif choice != "new" and choice not in {one.key for one in same}:
            choice = ""
        made.append(now := replace(entry, same=same, chosen=choice if same else ""))
        if now.wrong:
            continue
        for end in ends:
            earlier[end].append(Known(f"l:{now.number}", now.name, now.number))
        if not now.asks_who:
            who[f"l:{now.number}"] = now.who
    return made


@dataclass
class _Pairs:
    """Who helps whom, line after line: a helper by name, never guessed where two have that name,
    and never beyond the room of what this helper offers (rule H2)."""

    run: SheetImport
    entries: list[Entry]
    known: dict[str, list[Known]]
    lines: dict[str, list[Entry]] = field(init=False)
    left: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lines = defaultdict(list)
        for entry in self.entries:
            if not entry.wrong:
                self.lines[fold(entry.name)].append(entry)
        for entry in self.entries:
            if entry.offers and not entry.wrong:
                self.left[entry.who] = self.left.get(entry.who, 0) + (entry.room or 1)
        rows = with_room(HelpOffer.objects.filter(network=self.run.network), clock.today())
        free = rows.annotate(free=F("room") - running()).values_list("helper__uuid", "free")
        for uuid, places in free:
            self.left[f"n:{uuid}"] = self.left.get(f"n:{uuid}", 0) + places

    def told(self) -> list[Entry]:
        """The lines, each with its helper."""
        return [self._one(entry) if entry.helper else entry for entry in self.entries]

    def _one(self, entry: Entry) -> Entry:
        if entry.wrong:
            return entry
        named = self.lines[fold(entry.helper)]
        people = {one.who: Known(one.who, one.name, one.number) for one in named}
        here = set(people) - {entry.who}
        for one in self.known.get(fold(entry.helper), ()):
            people.setdefault(one.key, one)
        people.pop(entry.who, None)
        if not people:
            return replace(entry, wrong=_NOBODY % {"name": entry.helper})
        if any(one.asks_who for one in named):
            return replace(entry, wrong=_FIRST % {"name": entry.helper})
        sure = len(people) == 1 and bool(here)
        choice = next(iter(people)) if sure else self.run.chosen.get(f"h{entry.number}", "")
        entry = replace(
            entry,
            helpers=() if sure else tuple(people.values()),
            helper_chosen=choice if choice in people else "",
        )
        if entry.helper_chosen and not entry.waits_for_choice:
            return self._placed(entry)
        return entry

    def _placed(self, entry: Entry) -> Entry:
        key = entry.helper_chosen
        free = self.left.get(key, 1)  # who offered nothing yet helps with this one
        self.left[key] = free - 1
        return entry if free > 0 else replace(entry, wrong=_FULL % {"name": entry.helper})


_NOBODY: Promise = _("%(name)s stands on no line of this list, and is not known here.")
_FIRST: Promise = _("Choose below who %(name)s is. Then this line can be read in.")
_FULL: Promise = _(
    "%(name)s helps as many people already as was said. Write in a column for how many at once."
)
