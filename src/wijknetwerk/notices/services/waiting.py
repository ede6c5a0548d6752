"""Opening and closing what waits for people.

Called by the service that causes it, in its transaction and within its scope. Access was decided
there; nothing here asks again, and nothing is logged here: the cause is on record.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Wanted, waiting_kinds
from wijknetwerk.notices.models import Waiting


def wait(*, actor: Actor, kind: str, wanted: Wanted) -> None:
    """Let a thing wait for a person; once, however often it is called while it is open.

    KeyError for a kind that nobody registered. One INSERT; nothing happens when it is open
    already, also when it was put away.
    """
    wait_all(actor=actor, kind=kind, wanted=[wanted])


def wait_all(*, actor: Actor, kind: str, wanted: Iterable[Wanted]) -> None:
    """The same for many; one INSERT for five hundred."""
    rows = [row_for(kind, one) for one in wanted]
    Waiting.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


def only_for(*, actor: Actor, kind: str, subject: UUID, wanted: Iterable[Wanted]) -> None:
    """Let a thing wait for these people and for nobody else. For who it waited already, it waits
    since then."""
    now = list(wanted)
    open_rows = Waiting.objects.filter(kind=kind, subject=subject, done_at=None)
    close(open_rows.exclude(person__in=[one.person_id for one in now]))
    wait_all(actor=actor, kind=kind, wanted=now)


def row_for(kind: str, wanted: Wanted) -> Waiting:
    """The row that this waiting thing would have; not stored."""
    return Waiting(
        kind=kind,
        duty=waiting_kinds[kind].duty,
        person_id=wanted.person_id,
        subject=wanted.subject,
        network_uuid=wanted.network,
        place=dict(wanted.place),
        words=dict(wanted.words),
        due_on=wanted.due_on,
        opened_at=clock.now(),
    )


def done(
    *, kind: str, subject: UUID, person_id: int | None = None, at: datetime | None = None
) -> None:
    """It waits no longer: for this person, or else for anybody. `at`: as of a moment that says
    nothing, where the time itself would tell too much."""
    rows = Waiting.objects.filter(kind=kind, subject=subject, done_at=None)
    if person_id is not None:
        rows = rows.filter(person_id=person_id)
    close(rows, at=at)


def done_all(*, kind: str, subjects: Collection[UUID]) -> None:
    """These wait no longer for anybody; one statement."""
    close(Waiting.objects.filter(kind=kind, subject__in=subjects, done_at=None))


def all_done(*, kinds: Iterable[str], subject: UUID) -> None:
    """What waits because of a thing, of these kinds, waits for nobody any more: one statement."""
    close(Waiting.objects.filter(kind__in=list(kinds), subject=subject, done_at=None))


def left(*, person_id: int, network: UUID) -> None:
    """Somebody takes part no longer: nothing of that network waits for them (rule N2)."""
    close(Waiting.objects.filter(person_id=person_id, network_uuid=network, done_at=None))


def gone(*, network: UUID) -> None:
    """A network stopped: nothing of it waits for anybody."""
    close(Waiting.objects.filter(network_uuid=network, done_at=None))


def close(rows: "QuerySet[Waiting]", *, at: datetime | None = None) -> int:
    """Close open rows, and forget what they named; how many."""
    return rows.update(done_at=at or clock.now(), words={})
