"""One calm mail about what waits: at most one a day, only when there is news, nobody named.

The mail and the mark that it was written stand in one transaction, with the mark that the job is
done. So a worker that dies in the middle leaves all or nothing, and no day has two.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, outbox, tokens
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.core.models import OutgoingMail
from wijknetwerk.core.registries import resting, standings_of, waiting_kinds
from wijknetwerk.notices.models import DigestChoice, DigestSent, Rhythm, Waiting
from wijknetwerk.notices.services import waiting

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

PURPOSE = "notices.digest"
STOP = "notices.stop_digest"
STOP_LASTS = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of thing that waits in a network: how many, and since when the oldest."""

    words: str
    number: int
    since: date
    late: bool


@dataclass(frozen=True, slots=True)
class Group:
    """What waits in one network; an empty name is the platform itself."""

    network: str
    lines: Sequence[Line]


def ask_all() -> int:
    """Ask a job for everybody for whom something waits and who reads mail; how many."""
    people = (
        Waiting.objects.filter(
            done_at=None, away_at=None, person__email__isnull=False, person__is_active=True
        )
        .order_by("person_id")
        .values_list("person_id", flat=True)
        .distinct()
    )
    for person_id in people:
        enqueue(write_digest, key=str(person_id), person_id=person_id)
    return len(people)


@job("notices.write_digest", title=_("Write the mail about what waits"))
def write_digest(*, actor: Actor, person_id: int) -> None:
    """The worker's job: write one person's mail of today, if it is their day and there is news."""
    write(person_id)


def write(person_id: int) -> bool:
    """Whether a mail was put into the outbox. Nothing happens twice on a day.

    What is no longer true is closed and left out, as is what waits in a network that rests or
    that the person left.
    """
    person = _reader(person_id)
    if person is None or not _is_their_day(person_id):
        return False
    rows = _still_true(list(_open_rows(person_id)))
    if not rows or not _is_news(person_id, rows):
        return False
    try:
        with transaction.atomic():
            DigestSent.objects.create(person_id=person_id, on=clock.today())
            _queue(person, rows)
    except IntegrityError:
        return False
    return True


def take_back(*, person_id: int, person_uuid: UUID) -> None:
    """Somebody left a network: a mail that was written before and waits still is written anew."""
    unsent = OutgoingMail.objects.filter(purpose=PURPOSE, person_uuid=person_uuid, sent_at=None)
    if unsent.delete()[0]:
        DigestSent.objects.filter(person_id=person_id, on=clock.today()).delete()
        enqueue(write_digest, key=str(person_id), person_id=person_id)


def _reader(person_id: int) -> "Person | None":
    rows = get_user_model().objects.filter(pk=person_id, is_active=True, email__isnull=False)
    found: Person | None = rows.first()
    return found


def _is_their_day(person_id: int) -> bool:
    """By their choice; a working day for who chose nothing."""
    chosen = DigestChoice.objects.filter(person_id=person_id).first()
    today = clock.today()
    if chosen is None or chosen.rhythm == Rhythm.DAILY:
        return clock.is_working_day(today)
    return chosen.rhythm == Rhythm.WEEKLY and today.weekday() == chosen.weekday


def _open_rows(person_id: int) -> Iterable[Waiting]:
    """What waits in the networks in which the person takes part now, and in none; oldest first."""
    quiet = resting()
    here = {one.network_uuid for one in standings_of(person_id)} - quiet
    rows = Waiting.objects.filter(person_id=person_id, done_at=None, away_at=None)
    for row in rows.order_by("-duty", "opened_at", "pk"):
        if row.network_uuid is None or row.network_uuid in here:
            yield row


def _still_true(rows: list[Waiting]) -> list[Waiting]:
    """Those that still wait, asked of each kind in one query; the others are closed."""
    kinds = dict(waiting_kinds.items())
    left: list[Waiting] = []
    for code in dict.fromkeys(row.kind for row in rows):
        mine = [row for row in rows if row.kind == code]
        true = (
            set(kinds[code].still_true({row.subject for row in mine})) if code in kinds else set()
        )
        left += [row for row in mine if row.subject in true]
        gone = [row.pk for row in mine if row.subject not in true]
        if gone:
            waiting.close(Waiting.objects.filter(pk__in=gone, done_at=None))
    return sorted(left, key=lambda row: (not row.duty, row.opened_at, row.pk))


def _is_news(person_id: int, rows: Sequence[Waiting]) -> bool:
    """Something came since the last mail, or a duty became late. A first mail is always news."""
    last = DigestSent.objects.filter(person_id=person_id).order_by("-on").first()
    if last is None:
        return True
    return any(_came_since(row, last.created_at, last.on) for row in rows)


def _came_since(row: Waiting, moment: datetime, day: date) -> bool:
    late = row.due_on is not None and day <= row.due_on < clock.today()
    return row.opened_at > moment or (row.duty and late)


def _queue(person: "Person", rows: Sequence[Waiting]) -> None:
    secret = tokens.issue_link(purpose=STOP, subject=person.uuid, network=None, lasts=STOP_LASTS)
    names = {one.network_uuid: one.network_name for one in standings_of(person.pk)}
    with translation.override(person.language):
        groups = _groups(rows, names)
    outbox.queue(
        purpose=PURPOSE,
        to=person.email or "",
        template="notices/mail/digest.txt",
        context={
            "groups": groups,
            "number": len(rows),
            "link": f"{settings.SITE_URL}{address('front:today')}",
            "stop": f"{settings.SITE_URL}{address('notices:digest_stop', secret=secret)}",
        },
        language=person.language,
        person=person.uuid,
    )


def _groups(rows: Sequence[Waiting], names: dict[UUID, str]) -> list[Group]:
    """By network, in the order of their oldest thing; equal things are one line."""
    found: dict[UUID | None, list[Waiting]] = {}
    for row in rows:
        found.setdefault(row.network_uuid, []).append(row)
    return [
        Group(names.get(network, "") if network else "", _lines(mine))
        for network, mine in found.items()
    ]


def _lines(rows: Sequence[Waiting]) -> list[Line]:
    kinds = dict(waiting_kinds.items())
    today = clock.today()
    told: dict[str, dict[str, Any]] = {}
    numbers = Counter(row.kind for row in rows)
    for row in rows:
        since = row.opened_at.astimezone(clock.AMSTERDAM).date()
        late = row.duty and row.due_on is not None and row.due_on < today
        line = told.setdefault(row.kind, {"since": since, "late": late})
        line["late"] = line["late"] or late
    return [
        Line(str(kinds[code].outside), numbers[code], line["since"], line["late"])
        for code, line in told.items()
    ]
