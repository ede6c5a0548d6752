"""What pages about concerns show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.functional import Promise

from wijknetwerk.core import clock
from wijknetwerk.mutual_aid.access_concerns import ConcernHand
from wijknetwerk.mutual_aid.models import Concern, ConcernAct, ConcernState, concern_after
from wijknetwerk.mutual_aid.selectors import concern_keepers, settled

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class Guide:
    """What everybody reads before telling: who hears it, and who follows the meldcode."""

    hearer: str
    hearers: list[tuple[UUID, str]]
    meldcode_name: str
    meldcode_phone: str


@dataclass(frozen=True, slots=True)
class ConcernPage:
    """One concern, for the one who hears it."""

    uuid: UUID
    state: str
    state_words: str | Promise
    about: str
    words: str
    told_at: datetime
    teller: str
    teller_phone: str
    speak_by: date
    days_left: int
    spoken_on: date | None
    spoken_note: str
    reply: str | Promise
    reply_words: str
    possible: frozenset[str]
    meldcode_name: str
    meldcode_phone: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A line in the own list of who hears concerns: days, and no words."""

    uuid: UUID
    told_at: datetime
    speak_by: date
    spoken_on: date | None
    state: str
    state_words: str | Promise
    late: bool


@dataclass(frozen=True, slots=True)
class OwnTold:
    """What somebody told, with the answer."""

    uuid: UUID
    about: str
    words: str
    told_at: datetime
    reply: str | Promise
    reply_words: str
    unread: bool
    gone_on: date | None


@dataclass(frozen=True, slots=True)
class Talked:
    """What was talked about with the reader."""

    on: date | None
    by: str
    note: str


def guide(network: "Network", known: concern_keepers.Keepers) -> Guide:
    """Who hears concerns here, by name."""
    first = concern_keepers.keeper_of(network, known=known)
    rows = [*known.all, *(row for row in known.away.values())]
    hearers = list({row.pk: (row.uuid, row.person.name) for row in rows}.values())
    return Guide(
        hearer=first.person.name if first else "",
        hearers=hearers,
        meldcode_name=known.settled.meldcode_name,
        meldcode_phone=known.settled.meldcode_phone,
    )


def concern_page(hand: ConcernHand) -> ConcernPage:
    """What the one who hears it reads, and what comes next."""
    row = hand.concern
    found = settled.of(row.network)
    possible = {act.value for act in ConcernAct if concern_after(row.state, act) is not None}
    return ConcernPage(
        uuid=row.uuid,
        state=row.state,
        state_words=row.get_state_display(),
        about=row.about.read(),
        words=row.words.read(),
        told_at=row.told_at,
        teller=row.teller.name if row.teller else row.teller_name.read(),
        teller_phone=row.teller.phone if row.teller else row.teller_phone.read(),
        speak_by=row.speak_by,
        days_left=(row.speak_by - clock.today()).days,
        spoken_on=row.spoken_on,
        spoken_note=row.spoken_note.read(),
        reply=row.get_reply_display(),
        reply_words=row.reply_words.read(),
        possible=frozenset(possible),
        meldcode_name=found.meldcode_name,
        meldcode_phone=found.meldcode_phone,
    )


def kept(rows: list[Concern]) -> list[Kept]:
    """The own list of who hears concerns; what is closed stands last."""
    lines = [
        Kept(
            uuid=row.uuid,
            told_at=row.told_at,
            speak_by=row.speak_by,
            spoken_on=row.spoken_on,
            state=row.state,
            state_words=row.get_state_display(),
            late=row.spoken_on is None and (row.speak_by - clock.today()).days <= 7,
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: line.state == ConcernState.CLOSED)


def own_told(rows: list[Concern]) -> list[OwnTold]:
    """The own words, and the answer."""
    return [
        OwnTold(
            uuid=row.uuid,
            about=row.about.read(),
            words=row.words.read(),
            told_at=row.told_at,
            reply=row.get_reply_display(),
            reply_words=row.reply_words.read(),
            unread=bool(row.reply) and row.reply_read_at is None,
            gone_on=row.speak_by if row.spoken_on is None else None,
        )
        for row in rows
    ]


def talked(rows: list[Concern]) -> list[Talked]:
    """What was talked about with the reader: never who told it."""
    return [
        Talked(row.spoken_on, row.spoken_by.name if row.spoken_by else "", row.spoken_note.read())
        for row in rows
    ]
