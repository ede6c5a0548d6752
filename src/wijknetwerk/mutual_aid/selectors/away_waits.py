"""What waits because somebody of the desk goes on holiday."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.mutual_aid.models import AwayState, DeskAway
from wijknetwerk.networks.rows import within

ASKED = "mutual_aid.away"
"""A colleague is asked to keep the desk."""
DECLINED = "mutual_aid.away_declined"
"""The colleague can't: somebody else is to be asked."""


def _rows(state: AwayState) -> "QuerySet[DeskAway]":
    today = clock.today()
    here = within(today, "who__") & within(today, "substitute__")
    return DeskAway.objects.filter(here, state=state, until_on__gt=today)


def for_substitute(row: DeskAway) -> Wanted:
    """The question, for who is asked."""
    return _wanted(row, row.substitute.person_id, row.who.person.name)


def for_who(row: DeskAway) -> Wanted:
    """The no, for who asked."""
    return _wanted(row, row.who.person_id, row.substitute.person.name)


def _wanted(row: DeskAway, person_id: int, who: str) -> Wanted:
    return Wanted(
        person_id=person_id,
        subject=row.uuid,
        network=row.network.uuid,
        place={"slug": row.network.slug, "uuid": str(row.uuid)},
        words={"who": who},
        due_on=row.from_on,
    )


_WHOLE = ("network", "who__person", "substitute__person")


def wanted_asked() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (for_substitute(row) for row in _rows(AwayState.ASKED).select_related(*_WHOLE))


def wanted_declined() -> Iterator[Wanted]:
    """Everything of this kind that should be open now."""
    return (for_who(row) for row in _rows(AwayState.DECLINED).select_related(*_WHOLE))


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these still wait for the colleague."""
    rows = _rows(AwayState.ASKED).filter(uuid__in=subjects)
    return set(rows.values_list("uuid", flat=True))


def still_declined(subjects: Collection[UUID]) -> Collection[UUID]:
    """After which of these nobody else was asked, and who asked has not said that they saw it."""
    rows = _rows(AwayState.DECLINED).filter(uuid__in=subjects)
    return set(rows.values_list("uuid", flat=True))
