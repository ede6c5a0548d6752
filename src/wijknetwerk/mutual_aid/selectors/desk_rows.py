"""A row of the desk: who asks, how long it waits, and the one thing that comes next."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from wijknetwerk.core import crypto
from wijknetwerk.mutual_aid.kinds import shipped
from wijknetwerk.mutual_aid.models import HelpRequest, MatchState, ReachedBy
from wijknetwerk.mutual_aid.selectors import kinds as kinds_of
from wijknetwerk.mutual_aid.selectors.neighbours import name_read, phone_read, sealed_in

UNHAPPY, NEW, WAITING, BUSY, HELPED = "unhappy", "new", "waiting", "busy", "helped"
SECTIONS = (UNHAPPY, NEW, WAITING, BUSY, HELPED)
TALK, APPROVE, ASK, CALL_HELPER, CALL_ASKER, WAIT, FIND, MEET, LOOK = (
    "talk",
    "approve",
    "ask",
    "call_helper",
    "call_asker",
    "wait",
    "find",
    "meet",
    "look",
)
SHORT = 110
LONG_WAIT = 14  # days


@dataclass(frozen=True, slots=True)
class Next:
    """The one thing that comes next: which act, with whom, at which number."""

    act: str
    match: UUID | None = None
    helper: str = ""
    phone: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A request at the desk."""

    uuid: UUID
    section: str
    who: str
    words: str
    kind: str
    days: int
    urgent: bool
    long: bool
    lapsed: bool
    next: Next


def shown(row: Any, now: datetime) -> DeskRow:
    """A row that `desk_found` read, as the desk sees it."""
    section = SECTIONS[row.place]
    days = max((now - row.waits_since).days, 0)
    return DeskRow(
        uuid=row.uuid,
        section=section,
        who=name_read(row, "asker"),
        words=shortened(words(row, "words")),
        kind=row.own_kind or kinds_of.title_of(shipped(), row.kind),
        days=days,
        urgent=row.urgent,
        long=section in (UNHAPPY, NEW, WAITING) and days > LONG_WAIT,
        lapsed=row.lapsed and section == WAITING,
        next=_next(row, section, row.step),
    )


def words(row: Any, name: str) -> str:
    """A text of the request that is under lock."""
    place = crypto.place_of(HelpRequest._meta.label_lower, row.uuid, name)
    token: str = getattr(row, name).token
    return crypto.decrypt(token, bound_to=place) if token else ""


def _next(row: Any, section: str, step: dict[str, Any] | None) -> Next:
    number = words(row, "call_phone") or phone_read(row, "asker")
    if section == UNHAPPY:
        return Next(TALK, phone=number)
    if row.told_approved_at is None and (step is None or step["state"] == MatchState.SUGGESTED):
        return Next(APPROVE, phone=number)
    if step is None:
        return Next(FIND)
    return _with_helper(step, number)


def _with_helper(step: dict[str, Any], number: str) -> Next:
    """What comes next with a helper; `number` is that of the asker."""
    helper, of_helper = _helper_of(step)
    uuid, state = UUID(step["uuid"]), step["state"]
    if state == MatchState.WILLING:
        return Next(CALL_ASKER, uuid, helper, number, _day(step["lapse_on"]))
    if state == MatchState.ASKED:
        by_phone = step["how"] == ReachedBy.PHONE
        act, phone = (CALL_HELPER, of_helper) if by_phone else (WAIT, "")
        return Next(act, uuid, helper, phone, _day(step["lapse_on"]))
    if state == MatchState.SUGGESTED:
        return Next(ASK, uuid, helper)
    if state == MatchState.AGREED:
        return Next(MEET, uuid, helper, number, _day(step["meet_on"]))
    return Next(LOOK, uuid, helper)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _helper_of(step: dict[str, Any]) -> tuple[str, str]:
    """The first name and the number: of a member from their person, of others from the row."""
    if step["number"] is not None:
        return step["given"] or step["family"], step["number"]
    uuid = UUID(step["helper"])
    name = sealed_in(uuid, "name", step["name"] or "")
    return name.split(" ", 1)[0], sealed_in(uuid, "phone", step["phone"] or "")


def shortened(text: str, most: int = SHORT) -> str:
    """The first line of what somebody said, cut between two words."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return f"{line[:most].rsplit(' ', 1)[0].rstrip(',.;:')} …"
