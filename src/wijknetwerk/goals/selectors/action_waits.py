"""What waits for whom because of actions (design 4)."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.goals.models import RUNNING, Action, ActionAsk, AskState
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import leads_of

DUE = "goals.action_due"
GIVEN = "goals.action_given"
VACANT = "goals.action_vacant"
ASKED = "goals.action_asked"
SOON = timedelta(days=7)
TOLD_FOR = timedelta(days=30)


def _running() -> QuerySet[Action]:
    return Action.objects.filter(state__in=RUNNING)


def _owned() -> QuerySet[Action]:
    return _running().filter(within(clock.today(), "owner__"))


def due() -> QuerySet[Action]:
    """Actions whose day is near or past, with somebody who does them."""
    return _owned().filter(by_on__lte=clock.today() + SOON)


def given() -> QuerySet[Action]:
    """Actions that somebody else noted for their owner lately, and whose day is not near."""
    since = clock.now() - TOLD_FOR
    later = _owned().filter(by_on__gt=clock.today() + SOON)
    return later.filter(owner_agreed=False, created_at__gte=since)


def vacant() -> QuerySet[Action]:
    """Actions that go on without somebody who does them."""
    today = clock.today()
    over = Q(owner__until_on__lte=today)
    return _running().filter(Q(owner=None) | over)


def asked() -> QuerySet[ActionAsk]:
    """Questions to take an action over that wait for a member of today."""
    rows = ActionAsk.objects.filter(state=AskState.ASKED, action__state__in=RUNNING)
    return rows.filter(within(clock.today(), "membership__"))


def for_owner(action: Action, person_id: int) -> Wanted:
    """What waits for who does it."""
    return Wanted(
        person_id=person_id,
        subject=action.uuid,
        network=action.network.uuid,
        place={"slug": action.network.slug, "uuid": str(action.uuid)},
        words={"what": action.what},
        due_on=action.by_on,
    )


def for_leaders(action: Action) -> list[Wanted]:
    """That nobody does it, for who leads its team or the network. One or two queries."""
    return [
        Wanted(
            person_id=person_id,
            subject=action.uuid,
            network=action.network.uuid,
            place={"slug": action.network.slug, "uuid": str(action.uuid)},
            words={"what": action.what},
        )
        for person_id in leads_of(action.network, action.team)
    ]


def for_asked(ask: ActionAsk) -> Wanted:
    """The question, for who is asked."""
    return Wanted(
        person_id=ask.membership.person_id,
        subject=ask.uuid,
        network=ask.network.uuid,
        place={"slug": ask.network.slug, "uuid": str(ask.uuid)},
        words={"who": ask.asked_by.person.name, "what": ask.action.what},
    )


_WITH = ("network", "owner", "team")


def wanted_due() -> Iterator[Wanted]:
    """All that is due soon, over all networks."""
    for row in due().select_related(*_WITH).order_by("pk"):
        yield for_owner(row, _person(row))


def wanted_given() -> Iterator[Wanted]:
    """All that was noted for somebody else lately."""
    for row in given().select_related(*_WITH).order_by("pk"):
        yield for_owner(row, _person(row))


def wanted_vacant() -> Iterator[Wanted]:
    """All vacancies, for who leads."""
    for row in vacant().select_related(*_WITH).order_by("pk"):
        yield from for_leaders(row)


def wanted_asked() -> Iterator[Wanted]:
    """All questions that wait."""
    rows = asked().select_related("network", "action", "asked_by__person", "membership")
    for row in rows.order_by("pk"):
        yield for_asked(row)


def _person(row: Action) -> int:
    if row.owner is None:
        raise RuntimeError("An action that waits for its owner has one.")
    return row.owner.person_id


def still_due(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these actions still wait for their owner."""
    return _which(due(), subjects)


def still_given(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these are still news."""
    return _which(given(), subjects)


def still_vacant(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these still have nobody."""
    return _which(vacant(), subjects)


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these questions still wait."""
    return _which(asked(), subjects)


def _which(rows: QuerySet[Action] | QuerySet[ActionAsk], subjects: Collection[UUID]) -> set[UUID]:
    return set(rows.filter(uuid__in=subjects).values_list("uuid", flat=True))
