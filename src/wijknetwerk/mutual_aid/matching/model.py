"""What goes in and what comes out: all that a suggestion may use (rule H4), and what it says."""

from dataclasses import dataclass, field
from enum import StrEnum

Place = tuple[float, float]
"""Metres east and north (RD) of the middle of a postcode area."""

Value = int | str | tuple[str, ...] | None


class Rhythm(StrEnum):
    """How often help is asked or offered."""

    ONCE = "once"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    NOW_AND_THEN = "now_and_then"
    OPEN = ""
    """Nobody said."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One open request. `kind` is 'first.second'; `parts` a mask of 21 parts of the week, 0 for any
    time; `place` None for just the neighbourhood; `languages` of which the helper speaks at least
    one, empty for any; `wants` all of which the helper must have said yes to. `first` and `last`
    are the days on which help is asked, as ordinals; without a last one, see `periods.OPEN_END`."""

    key: int
    kind: str
    asker: int
    parts: int = 0
    place: Place | None = None
    languages: frozenset[str] = frozenset()
    wants: frozenset[str] = frozenset()
    waiting_days: int = 0
    urgent: bool = False
    rhythm: Rhythm = Rhythm.ONCE
    first: int = 0
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """One open offer. A kind of the first level serves all kinds below it. `reach` in metres, None
    for the whole neighbourhood; `room` is how many more may come, `running` how many run now.
    `first` and `last` are the days on which it stands, `away` a pause: its first day and the day of
    return; None for no limit."""

    key: int
    kinds: frozenset[str]
    helper: int
    parts: int = 0
    place: Place | None = None
    reach: int | None = None
    languages: frozenset[str] = frozenset()
    can: frozenset[str] = frozenset()
    room: int = 1
    running: int = 0
    rhythm: Rhythm = Rhythm.NOW_AND_THEN
    first: int | None = None
    last: int | None = None
    away: tuple[int, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What was between these two before. `good`: they knew each other and it went well. Not good,
    without `ask`: never again; with `ask`: never for that request (it was tried already)."""

    asker: int
    helper: int
    good: bool
    ask: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a helper is suggested (`for_it`), or what speaks against it. Words are made elsewhere."""

    code: str
    for_it: bool
    value: Value = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A helper for a request. `cost` compares the suggestions of one request, and is never shown:
    no scores about people."""

    ask: int
    offer: int
    cost: int
    reasons: tuple[Reason, ...] = ()


class Why(StrEnum):
    """Why somebody is not served: the first condition that left nobody, in this order."""

    NO_KIND = "no_kind"  # nobody offers this
    TRIED = "tried"  # only the asker, or helpers with whom it was tried before
    NO_WISH = "no_wish"  # nobody of them can do what matters to the asker
    NO_LANGUAGE = "no_language"
    NO_TIME = "no_time"  # nobody has time in common
    NO_PERIOD = "no_period"  # nobody can on the days on which it is asked
    NO_RHYTHM = "no_rhythm"  # it is asked again and again, and they offered once
    TOO_FAR = "too_far"
    FULL = "full"  # whoever fits has no room now
    TAKEN = "taken"  # whoever fits and has room helps somebody else in this plan


@dataclass(frozen=True, slots=True)
class Unserved:
    """A request that nobody is suggested for. `count`: helpers that all conditions before `why`
    left over; `nearest`: metres to the nearest of them, when it is too far."""

    ask: int
    why: Why
    count: int = 0
    nearest: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All requests and offers together: the most served, and among those plans the best total."""

    pairs: list[Suggestion] = field(default_factory=list)
    unserved: list[Unserved] = field(default_factory=list)
    rounds: int = 0
    """How often the plan was made anew with more candidates, until nobody more could be served."""


class Stopped(Exception):
    """Somebody stopped it; there is no plan."""
