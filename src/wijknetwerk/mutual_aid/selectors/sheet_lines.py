"""One line of a spreadsheet of a desk: what it says, and why it can't be kept."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.sheets import Line
from wijknetwerk.mutual_aid import sheet_columns as columns


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom a line may be about. `key` is 'm:' or 'n:' and an id, or 'l:' and the number of
    an earlier line, which then stands in `line`."""

    key: str
    name: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line as it would be kept; `wrong` says in one sentence why it can't be. `same` and
    `helpers` are who may be meant where that is a question, `chosen` and `helper_chosen` what
    somebody said of it."""

    number: int
    name: str
    phone: str = ""
    email: str = ""
    address: str = ""
    pc4: str = ""
    asks: str = ""
    offers: str = ""
    kind: str = ""
    room: int = 0
    since: date | None = None
    helper: str = ""
    began: date | None = None
    handy: str = ""
    wrong: str | Promise = ""
    same: tuple[Known, ...] = ()
    chosen: str = ""
    helpers: tuple[Known, ...] = ()
    helper_chosen: str = ""

    @property
    def who(self) -> str:
        """The key of who the line is about; of somebody new it is this line."""
        return self.chosen if self.chosen not in ("", "new") else f"l:{self.number}"

    @property
    def asks_who(self) -> bool:
        """Whether somebody must say first who this is."""
        return bool(self.same) and not self.chosen

    @property
    def waits_for_choice(self) -> bool:
        """Whether somebody must say first who this is, or who helps."""
        return self.asks_who or (bool(self.helpers) and not self.helper_chosen)


def entry_of(line: Line, matching: dict[int, str]) -> Entry:
    """A line, as far as it can be read by itself."""
    cells = {code: line.cells[place] for place, code in matching.items() if place < len(line.cells)}
    return Entry(
        number=line.number,
        name=" ".join(cells.get("name", "").split()),
        phone=columns.phone(cells.get("phone", "")) or "",
        email=columns.email(cells.get("email", "")) or "",
        address=cells.get("address", ""),
        pc4=columns.pc4(cells.get("pc4", "")) or "",
        asks=cells.get("asks", ""),
        offers=cells.get("offers", ""),
        kind=cells.get("kind", ""),
        room=columns.room(cells.get("room", "")) or 0,
        since=columns.day(cells.get("since", "")),
        helper=" ".join(cells.get("helper", "").split()),
        began=columns.day(cells.get("began", "")),
        handy=cells.get("handy", ""),
        wrong=_wrong(cells),
    )


def _wrong(cells: dict[str, str]) -> str | Promise:
    """Why a line can't be kept, the first reason; empty when it can."""
    phone, email = columns.phone(cells.get("phone", "")), columns.email(cells.get("email", ""))
    checks: tuple[tuple[bool, str | Promise], ...] = (
        (not cells.get("name", "").strip(), _("There is no name.")),
        (phone is None, _("This is no phone number.")),
        (email is None, _("This is no e-mail address.")),
        (
            not (phone or email or cells.get("address")),
            _("There is no number, e-mail address or address."),
        ),
        (columns.pc4(cells.get("pc4", "")) is None, _("This is no postcode.")),
        *_wrong_days(cells),
        (
            columns.room(cells.get("room", "")) is None,
            _("Choose for how many people at once: 1 to 9."),
        ),
        (
            len(cells.get("asks", "")) > columns.LONGEST,
            _("What is asked is too long: at most 2,000 signs."),
        ),
        (
            not (cells.get("asks") or cells.get("offers")),
            _("Nothing is asked and nothing offered."),
        ),
        (
            bool(cells.get("helper")) and not cells.get("asks"),
            _("It says who helps, and not what is asked."),
        ),
        (
            "yes" in cells and not columns.says_yes(cells["yes"]),
            _("This person did not say yes yet. Ask first."),
        ),
    )
    return next((sentence for is_so, sentence in checks if is_so), "")


def _wrong_days(cells: dict[str, str]) -> tuple[tuple[bool, str | Promise], ...]:
    said = {code: cells.get(code, "") for code in ("since", "began")}
    days = {code: columns.day(cell) for code, cell in said.items()}
    since, began = days["since"], days["began"]
    return (
        (any(said[code] and days[code] is None for code in said), _("This is no date.")),
        (
            any(day is not None and day > clock.today() for day in days.values()),
            _("The date lies in the future."),
        ),
        (
            since is not None and began is not None and began < since,
            _("The help began before it was asked."),
        ),
    )
