"""What stands at the desk: who waits and how long, and for each the one thing that comes next.

Everything is read for one page: the same number of queries with ten as with thousands of requests.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from wijknetwerk.core import clock, phone_numbers
from wijknetwerk.core.actor import Actor
from wijknetwerk.mutual_aid.selectors import desk_found, desk_rows
from wijknetwerk.mutual_aid.selectors.check_waits import CALL_AFTER
from wijknetwerk.mutual_aid.selectors.desk_helpers import Helper, helpers_with_room
from wijknetwerk.mutual_aid.selectors.desk_rows import SECTIONS, DeskRow
from wijknetwerk.mutual_aid.selectors.neighbours import name_read, phone_read
from wijknetwerk.networks.areas.folding import fold
from wijknetwerk.networks.selectors.paging import Paged, paged_by

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

SIZE = 40
MOST_SEARCHED = 2000
LATELY = timedelta(days=14)
ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader wants to see: everything stands in the address."""

    state: str = ""
    kind: str = ""
    pc4: str = ""
    urgent: bool = False
    mine: bool = False
    q: str = ""
    page: str = ""

    @property
    def narrows(self) -> bool:
        """Whether the filters leave something out, besides the state."""
        return bool(self.kind or self.pc4 or self.urgent or self.mine or self.q)

    def narrowed(self, actor: Actor) -> dict[str, Any]:
        """The filters that are set, with their value."""
        mine = actor.own_id if self.mine else None
        named = {"kind": self.kind, "pc4": self.pc4, "urgent": self.urgent, "mine": mine}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many requests stand in each section, in the whole network."""

    unhappy: int = 0
    new: int = 0
    waiting: int = 0
    busy: int = 0
    helped: int = 0

    @property
    def to_do(self) -> int:
        """All that ask something of the desk, or wait for an answer."""
        return self.unhappy + self.new + self.waiting + self.busy


@dataclass(frozen=True, slots=True)
class Screen:
    """The whole screen of the desk."""

    found: Paged[DeskRow]
    counts: Counts
    checks: int
    helpers: list[Helper]
    with_room: int


def screen(actor: Actor, network: "Network", asked: Asked) -> Screen:
    """Requests (unhappy first, then new, then who waits the longest), the figures beside the
    filters, and helpers with room. Two queries; three where no request is found."""
    today, now = clock.today(), clock.now()
    days = {"today": today, "silent_since": today - CALL_AFTER, "lately": now - LATELY}
    section = asked.state if asked.state in SECTIONS else ALL if asked.q else ""
    narrowed = asked.narrowed(actor)

    def read(start: int, size: int = SIZE) -> list[Any]:
        return desk_found.ask(network.pk, section, narrowed, start, size, **days)

    if asked.q:
        fits = _fitting(read(0, MOST_SEARCHED), asked.q)
        found = paged_by(lambda start: fits[start : start + SIZE], asked.page, SIZE, len(fits))
    else:
        found = paged_by(read, asked.page, SIZE)
    figures = found.rows or desk_found.ask_figures(network.pk, **days)
    helpers, with_room = helpers_with_room(network)
    return Screen(
        found=found.map(lambda row: desk_rows.shown(row, now)),
        counts=Counts(**((figures[0].counts if figures else None) or {})),
        checks=figures[0].checks if figures else 0,
        helpers=helpers,
        with_room=with_room,
    )


def _fitting(rows: list[Any], q: str) -> list[Any]:
    """Names and words are under lock: they are looked through here, not by the database."""
    words, number = fold(q).split()[:5], phone_numbers.typed_number(q)
    return [row for row in rows if _fits(row, words, number)]


def _fits(row: Any, words: list[str], number: str) -> bool:
    if number:
        phones = phone_read(row, "asker"), desk_rows.words(row, "call_phone")
        return phone_numbers.fits(number, *phones)
    own = (desk_rows.words(row, name) for name in ("call_name", "words"))
    text = fold(f"{name_read(row, 'asker')} {' '.join(own)}")
    return all(word in text for word in words)
