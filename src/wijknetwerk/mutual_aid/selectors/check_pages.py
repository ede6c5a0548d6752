"""What a page about one check shows, as far as its reader may know; and, for the desk, what both
sides said of a request of which somebody was not content."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.together import together
from wijknetwerk.mutual_aid.access_checks import CheckHand
from wijknetwerk.mutual_aid.models import (
    OPEN_REQUESTS,
    TOGETHER,
    FollowUp,
    Going,
    HelpRequest,
    MatchState,
    Side,
    Wellbeing,
)
from wijknetwerk.mutual_aid.selectors import kinds, wellbeing
from wijknetwerk.mutual_aid.selectors.checks import WHOLE, side_row
from wijknetwerk.mutual_aid.selectors.neighbours import first_name_of, name_of, phone_of

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Said:
    """What one side answered."""

    name: str
    phone: str
    is_helper: bool
    going: str
    content: str
    need: str
    at: "datetime"
    is_unhappy: bool


@dataclass(frozen=True, slots=True)
class CheckPage:
    """A check for the desk, for its own side, or behind a link."""

    uuid: "UUID"
    is_desk: bool
    is_helper: bool
    name: str
    """Whole name, for the desk only."""
    phone: str
    call: str
    handy: str
    other: str
    """First name of the other side, which both know while they are together."""
    due_on: "date"
    tries: int
    asked_at: "datetime | None"
    is_over: bool
    takes_mark: bool
    said: Said | None
    """For the desk, once there is an answer."""
    needs: bool
    match_uuid: "UUID"


def check_page(hand: CheckHand) -> CheckPage:
    """What this hand may read of the check; one query more, for the mark."""
    row, desk, who = hand.check, hand.is_desk, hand.who
    request = row.match.request
    call, phone = "", phone_of(who) if desk else ""
    if desk and row.side == Side.ASKER and request.call_phone:
        call, phone = request.call_name.read(), request.call_phone.read()
    other = row.match.offer.helper if row.side == Side.ASKER else request.asker
    return CheckPage(
        uuid=row.uuid,
        is_desk=desk,
        is_helper=row.side == Side.HELPER,
        name=name_of(who) if desk else "",
        phone=phone,
        call=call,
        handy=who.handy.read() if desk else "",
        other=first_name_of(other) if desk or row.match.state in TOGETHER else "",
        due_on=row.due_on,
        tries=row.tries,
        asked_at=row.asked_at,
        is_over=row.answered_at is not None or row.match.state != MatchState.RUNNING,
        takes_mark=_takes_mark(row),
        said=_said(row) if desk and hand.may_read else None,
        needs=row.need_open,
        match_uuid=row.match.uuid,
    )


def _takes_mark(row: FollowUp) -> bool:
    """Who asks may say how well they are, once after the help began."""
    if row.side != Side.ASKER:
        return False
    after = Wellbeing.objects.filter(request=row.match.request_id, when=Wellbeing.When.AFTER)
    return not after.exists()


def _said(row: FollowUp) -> Said | None:
    if row.answered_at is None:
        return None
    who = side_row(row)
    return Said(
        name=name_of(who),
        phone=phone_of(who),
        is_helper=row.side == Side.HELPER,
        going=row.get_going_display(),
        content=row.get_content_display(),
        need=row.need.read(),
        at=row.answered_at,
        is_unhappy=Going.NO in (row.going, row.content),
    )


@dataclass(frozen=True, slots=True)
class UnhappyPage:
    """A request of which somebody was not content, for the desk."""

    request: HelpRequest
    name: str
    phone: str
    kind: str
    words: str
    is_open: bool
    answers: list[Said]
    """Who was not content first, then the newest."""
    earlier: list[Said]
    """What both said before, the newest first."""
    marks: "wellbeing.Pair"
    running: "list[tuple[UUID, str, str]]"
    """Who helps now: the match, name and number."""


def unhappy_page(actor: Actor, request: HelpRequest) -> UnhappyPage:
    """What both sides said, who helps now, and well-being before and after. One query. Who is
    one of them and keeps the desk too reads the own answers only."""
    rows = FollowUp.objects.filter(match__request=request, answered_at__isnull=False)
    helping = request.matches.filter(state__in=TOGETHER).select_related("offer__helper__person")
    answered, running, own_kinds, marks = together(
        rows.select_related(*WHOLE).order_by("-answered_at", "-pk"),
        helping,
        kinds.own_rows(request.network),
        wellbeing.marks(request),
    )
    hands = [CheckHand(actor, row) for row in answered]
    said = [_said(hand.check) for hand in hands if hand.may_read]
    answers = [one for one in said if one is not None]
    first = [one for one in answers if one.is_unhappy][:1]
    latest = {one.name: one for one in reversed(answers)}
    now = first + [one for one in latest.values() if one not in first]
    return UnhappyPage(
        request=request,
        name=name_of(request.asker),
        phone=phone_of(request.asker),
        kind=kinds.title_of(kinds.with_own(own_kinds), request.kind),
        words=request.words.read(),
        is_open=request.unhappy_at is not None and request.state in OPEN_REQUESTS,
        answers=now,
        earlier=[one for one in answers if one not in now],
        marks=wellbeing.pair(marks),
        running=[
            (row.uuid, name_of(row.offer.helper), phone_of(row.offer.helper)) for row in running
        ],
    )
