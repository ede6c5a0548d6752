"""What is shown of a conference, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class ConferenceRow:
    """One in the list."""

    uuid: UUID
    starts_at: datetime
    state: str | Promise
    asks: bool
    late: bool
    noted: bool
    """The reader notes the resident's yes to it."""


@dataclass(frozen=True, slots=True)
class GuestShown:
    """Somebody of the circle, and what the resident said."""

    uuid: UUID
    name: str
    role: str | Promise
    party: str
    state: str
    is_chair: bool
    was_there: bool


@dataclass(frozen=True, slots=True)
class LineShown:
    """A question, what one brings, or a paragraph."""

    uuid: UUID
    text: str
    beside: str
    who: str
    of_resident: bool
    is_own: bool
    version: int


@dataclass(frozen=True, slots=True)
class AgreedShown:
    """Who does what before which day, read back at the end."""

    what: str
    who: str
    due_on: date


@dataclass(frozen=True, slots=True)
class ConferencePage:
    """One conference, as far as this seat sees it."""

    uuid: UUID
    state: str
    state_words: str | Promise
    why: str
    starts_at: datetime
    ends_at: datetime
    where: str
    chair: str
    guests: Sequence[GuestShown]
    others: Sequence[tuple[UUID, str]]
    """Who of the circle could be asked too."""
    questions: Sequence[LineShown]
    brought: Sequence[LineShown]
    notes: Sequence[LineShown]
    agreed: Sequence[AgreedShown]
    report: str
    report_version: int
    report_by: date | None
    found: frozenset[str]
    """The moments at which this reader may say how they find it."""
    kinds: frozenset[str]
    """The kinds of lines that this reader may write now."""
    acts: frozenset[str]
    agrees: bool
    """Whether this reader may write down what is agreed here."""
    takes_part: bool
    decides: bool
    unread: bool
    late: bool
    """Not with the resident yet, though its day went by."""
    on_paper: bool
    """It was sent, and the resident gets no mail: somebody brings the letter."""
