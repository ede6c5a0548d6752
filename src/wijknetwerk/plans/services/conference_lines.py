"""Questions, what each brings, and notes by paragraph. Of two who write the same paragraph both
texts stay, side by side, until somebody made one of them (P8)."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.access_conferences import Seat
from wijknetwerk.plans.models import (
    AskedWhen,
    Conference,
    ConferenceLine,
    ConferenceView,
    LineKind,
)
from wijknetwerk.plans.models.conference_lines import FOUND_IN, WRITTEN_IN
from wijknetwerk.plans.services.conference_steps import NotNow, checked, keep_earlier, record

BETWEEN = "\n\n"


@transaction.atomic
def write(*, hand: Hand, conference: UUID, kind: str, text: str) -> ConferenceLine:
    """A new question or paragraph; or what one brings, which is one text a person."""
    with access.reach(hand.plan):
        seat = _writing(hand, conference, kind)
        row = seat.conference
        own = _own(seat) if kind == LineKind.BROUGHT else None
        if own is not None:
            _put(own, row, text, seat)
            return own
        line = ConferenceLine.of(
            row.plan,
            conference=row,
            kind=kind,
            of_resident=seat.decides,
            written_by_id=seat.hand.actor.own_id,
        )
        line.text = checked(text)
        line.save()
        record(seat.hand, "plans.conference_written", row, action=Action.CREATE, kind=kind)
        return line


@transaction.atomic
def change(
    *, hand: Hand, conference: UUID, line: UUID, text: str, read_version: int
) -> ConferenceLine:
    """Other words for a line. When somebody changed it after it was read, these words are kept
    beside the others', and the line says so (`line.beside`). What one brings, only oneself."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        row = seat.conference
        found = _line(seat, line)
        _require_open(row, found.kind)
        seat.require_writing()
        if found.kind == LineKind.BROUGHT and found.written_by_id != seat.hand.actor.own_id:
            raise NotAllowed
        words = checked(text)
        if words == found.text.read():
            return found
        if read_version != found.version:
            _keep_beside(found, words, seat)
        else:
            _put(found, row, words, seat)
        return found


@transaction.atomic
def take_out(*, hand: Hand, conference: UUID, line: UUID) -> None:
    """It is not needed; kept, and shown no more. What one brings, only oneself; the resident's
    question, only who decides for them."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        found = _line(seat, line)
        _require_open(seat.conference, found.kind)
        seat.require_writing()
        own = found.written_by_id == seat.hand.actor.own_id
        if not own and (found.kind == LineKind.BROUGHT or found.of_resident) and not seat.decides:
            raise NotAllowed
        if found.kind == LineKind.BROUGHT:
            keep_earlier(found, seat.conference, found.kind, found.text.read(), found.version)
            found.delete()
        else:
            found.gone_at = clock.now()
            found.save(update_fields=["gone_at"])
        record(seat.hand, "plans.conference_written", seat.conference, kind=found.kind)


@transaction.atomic
def say(
    *, hand: Hand, conference: UUID, moment: str, marks: dict[str, int], words: str
) -> ConferenceView:
    """How I find it, before or afterwards: mine alone, said again it replaces what I said."""
    with access.reach(hand.plan):
        seat = access_conferences.locked(hand, conference)
        if not seat.takes_part:
            raise NotAllowed
        row = seat.conference
        if moment not in AskedWhen.values or row.state not in FOUND_IN[moment]:
            raise NotNow
        me = seat.hand.actor.own_id
        mine = ConferenceView.objects.filter(conference=row, moment=moment, said_by=me).first()
        view: ConferenceView = mine or ConferenceView.of(
            row.plan, conference=row, moment=moment, said_by_id=me
        )
        view.put_marks(marks)
        view.words = words.strip()[:2000]
        view.save()
        record(seat.hand, "plans.conference_found", row, moment=moment)
        return view


def _writing(hand: Hand, conference: UUID, kind: str) -> Seat:
    seat = access_conferences.locked(hand, conference)
    if kind not in LineKind.values:
        raise NotFound
    _require_open(seat.conference, kind)
    seat.require_writing()
    return seat


def _require_open(row: Conference, kind: str) -> None:
    if row.state not in WRITTEN_IN[kind]:
        raise NotNow


def _line(seat: Seat, uuid: UUID) -> ConferenceLine:
    rows = ConferenceLine.objects.filter(conference=seat.conference, uuid=uuid, gone_at=None)
    found: ConferenceLine | None = rows.first()
    if found is None or not seat.takes_part:
        raise NotFound
    found.network = seat.hand.plan.network
    return found


def _own(seat: Seat) -> ConferenceLine | None:
    rows = ConferenceLine.objects.filter(
        conference=seat.conference, kind=LineKind.BROUGHT, written_by=seat.hand.actor.own_id
    )
    return rows.first()


def _put(line: ConferenceLine, row: Conference, text: str, seat: Seat) -> None:
    keep_earlier(line, row, line.kind, line.text.read(), line.version)
    if line.beside:
        line.version += 1
        keep_earlier(line, row, line.kind, line.beside.read(), line.version)
    line.text, line.beside = checked(text), ""
    line.version += 1
    line.written_by_id = seat.hand.actor.own_id
    line.save()
    record(seat.hand, "plans.conference_written", row, kind=line.kind)


def _keep_beside(line: ConferenceLine, words: str, seat: Seat) -> None:
    there = line.beside.read()
    line.beside = f"{there}{BETWEEN}{words}" if there and words not in there else words
    line.save(update_fields=["beside"])
    record(seat.hand, "plans.conference_written", seat.conference, kind=line.kind)
