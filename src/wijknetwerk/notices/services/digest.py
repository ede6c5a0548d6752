"""One calm mail about what waits: at most one a day, only when there is news, nobody named.

The mail and the mark that it was written stand in one transaction, with the mark that the job is
done. So a worker that dies in the middle leaves all or nothing, and no day has two.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q, QuerySet
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
    """Ask a job for everybody for whom something waits and who gets a mail today; how many."""
    waits = Waiting.objects.filter(done_at=None, away_at=None).values("person_id")
    people = _readers().filter(pk__in=waits).order_by("pk").values_list("pk", flat=True)
    for person_id in people:
        enqueue(write_digest, key=str(person_id), person_id=person_id)
    return len(people)


@job("notices.write_digest", title=_("Write the mail about what waits"))
def write_digest(*, actor: Actor, person_id: int) -> None:
    """The worker's job: write one person's mail of today, if it is their day and there is news."""
    write(person_id)


@transaction.atomic
def write(person_id: int) -> bool:
    """Whether a mail was put into the outbox. Nothing happens twice on a day.

    What is no longer true is closed and left out, as is what waits in a network that rests or
    that the person left.
    """
    person = _lock(_readers(), person_id)
    if person is None:
        return False
    names = _networks_of(person_id)
    rows = _still_true(_open_rows(person_id, names))
    if not rows or not _is_news(person_id, rows):
        return False
    DigestSent.objects.create(person_id=person_id, on=clock.today())
    _queue(person, rows, names)
    return True


def take_back(*, person_id: int, person_uuid: UUID) -> None:
    """Somebody leaves a network: a mail that was written before and waits still is written anew.

    In the transaction that ends the membership, and before what waits there is closed.
    """
    _lock(get_user_model().objects.all(), person_id)
    unsent = OutgoingMail.objects.filter(purpose=PURPOSE, person_uuid=person_uuid, sent_at=None)
    if unsent.delete()[0]:
        DigestSent.objects.filter(person_id=person_id, on=clock.today()).delete()
        enqueue(write_digest, key=str(person_id), person_id=person_id)


def _readers() -> "QuerySet[Person]":
    """Who reads mail and whose day it is, by their choice; a working day for who chose nothing."""
    today, choices = clock.today(), DigestChoice.objects.all()
    weekly = choices.filter(rhythm=Rhythm.WEEKLY, weekday=today.weekday())
    theirs = Q(pk__in=weekly.values("person_id"))
    if clock.is_working_day(today):
        theirs |= ~Q(pk__in=choices.exclude(rhythm=Rhythm.DAILY).values("person_id"))
    rows: QuerySet[Person] = get_user_model().objects.filter(
        theirs, is_active=True, email__isnull=False
    )
    return rows


def _lock(people: "QuerySet[Person]", person_id: int) -> "Person | None":
    """One of these, locked: who writes a mail and who takes it back wait for each other."""
    return people.select_for_update(no_key=True).filter(pk=person_id).first()


def _networks_of(person_id: int) -> dict[UUID, str]:
    """The networks in which the person takes part now and that don't rest, with their names."""
    quiet = resting()
    return {
        one.network_uuid: one.network_name
        for one in standings_of(person_id)
        if one.network_uuid not in quiet
    }


def _open_rows(person_id: int, networks: Collection[UUID]) -> list[Waiting]:
    """What waits in these networks, and in none; oldest first."""
    here = Q(network_uuid=None) | Q(network_uuid__in=list(networks))
    rows = Waiting.objects.filter(here, person_id=person_id, done_at=None, away_at=None)
    return list(rows.order_by("-duty", "opened_at", "pk"))


def _still_true(rows: Sequence[Waiting]) -> list[Waiting]:
    """Those that still wait, asked of each kind in one query; the others are closed.

    Rows of a kind that this version of the code doesn't know are passed by.
    """
    asked: dict[str, set[UUID]] = {}
    for row in rows:
        asked.setdefault(row.kind, set()).add(row.subject)
    true = {
        code: set(kind.still_true(subjects))
        for code, subjects in asked.items()
        if (kind := waiting_kinds.get(code)) is not None
    }
    known = [row for row in rows if row.kind in true]
    gone = [row.pk for row in known if row.subject not in true[row.kind]]
    waiting.close(Waiting.objects.filter(pk__in=gone, done_at=None))
    return [row for row in known if row.subject in true[row.kind]]


def _is_news(person_id: int, rows: Sequence[Waiting]) -> bool:
    """Something came since the last mail, or a duty became late; and that mail was not of today.
    A first mail is always news."""
    last = DigestSent.objects.filter(person_id=person_id).order_by("-on").first()
    if last is None:
        return True
    if last.on == clock.today():
        return False
    return any(_came_since(row, last.created_at, last.on) for row in rows)


def _came_since(row: Waiting, moment: datetime, day: date) -> bool:
    became_late = _is_late(row) and row.due_on is not None and day <= row.due_on
    return row.opened_at > moment or became_late


def _queue(person: "Person", rows: Sequence[Waiting], names: Mapping[UUID, str]) -> None:
    secret = tokens.issue_link(purpose=STOP, subject=person.uuid, network=None, lasts=STOP_LASTS)
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


def _groups(rows: Sequence[Waiting], names: Mapping[UUID, str]) -> list[Group]:
    """By network, in the order of their oldest thing; equal things are one line."""
    found: dict[UUID | None, list[Waiting]] = {}
    for row in rows:
        found.setdefault(row.network_uuid, []).append(row)
    return [
        Group(names.get(network, "") if network else "", _lines(mine))
        for network, mine in found.items()
    ]


def _lines(rows: Sequence[Waiting]) -> list[Line]:
    """One for each kind; the first of its rows is the oldest."""
    found: dict[str, list[Waiting]] = {}
    for row in rows:
        found.setdefault(row.kind, []).append(row)
    return [
        Line(
            words=str(waiting_kinds[code].outside),
            number=len(mine),
            since=clock.local_day(mine[0].opened_at),
            late=any(_is_late(row) for row in mine),
        )
        for code, mine in found.items()
    ]


def _is_late(row: Waiting) -> bool:
    return row.duty and row.due_on is not None and row.due_on < clock.today()
