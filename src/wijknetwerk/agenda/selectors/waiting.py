"""What waits for who sees to an event: filling in who came, and publishing the page afterwards."""

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijknetwerk.agenda.models import Attendee, Event, EventPage, Kind, TableNote
from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.rows import within
from wijknetwerk.networks.selectors.leading import leads_of, leads_of_all

ASKED_FOR = timedelta(days=21)  # so long after an event it is still asked
WITHIN = timedelta(days=7)
TOLD_FOR = timedelta(days=30)  # so long a page that is there is told to who came
COUNTED = (Kind.GATHERING, Kind.LEARNING)  # a weekly walk-in asks nobody for a list each time


def to_count() -> QuerySet[Event]:
    """Events that are over and of which nobody filled in who came."""
    return _over().filter(counted_at=None)


def to_publish() -> QuerySet[Event]:
    """Events with something to tell of which no page is published."""
    pages = EventPage.objects.filter(event=OuterRef("pk"))
    notes = TableNote.objects.filter(event=OuterRef("pk"), removed_at=None)
    told = Q(counted_at__isnull=False) | Exists(notes)
    return _over().filter(told).exclude(Exists(pages.filter(published_at__isnull=False)))


def still_to_count(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these still wait; one query."""
    return set(to_count().filter(uuid__in=subjects).values_list("uuid", flat=True))


def still_to_publish(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these still wait; one query."""
    return set(to_publish().filter(uuid__in=subjects).values_list("uuid", flat=True))


def wanted_to_count() -> Iterator[Wanted]:
    """For each event whose list is empty, who sees to it. Two queries."""
    yield from _wanted(to_count())


def wanted_to_publish() -> Iterator[Wanted]:
    """For each event whose page is not published, who sees to it. Two queries."""
    yield from _wanted(to_publish())


def _wanted(events: Iterable[Event]) -> Iterator[Wanted]:
    rows = list(events)
    leads = leads_of_all({row.network_id for row in rows if not _organisers(row)})
    for row in rows:
        yield from _wanted_of(row, _organisers(row) or leads.get(row.network_id, []))


def wanted_of(event: Event) -> Iterator[Wanted]:
    """What an event lets wait: for its organiser, or without one for who leads the network."""
    yield from _wanted_of(event, seeing_to(event))


def _wanted_of(event: Event, people: Iterable[int]) -> Iterator[Wanted]:
    for person_id in people:
        yield Wanted(
            person_id=person_id,
            subject=event.uuid,
            network=event.network.uuid,
            place={"slug": event.network.slug, "uuid": str(event.uuid)},
            words={"title": event.title},
            due_on=clock.local_day(event.ends_at + WITHIN),
        )


def seeing_to(event: Event) -> list[int]:
    """The people who see to an event today."""
    return _organisers(event) or leads_of(event.network)


def _organisers(event: Event) -> list[int]:
    organiser = event.organiser
    here = organiser is not None and organiser.holds_on(clock.today())
    return [organiser.person_id] if organiser is not None and here else []


def page_told(subjects: Collection[UUID]) -> Collection[UUID]:
    """Of which of these events the page was published so lately that it is still told."""
    rows = EventPage.objects.filter(
        event__uuid__in=subjects, published_at__gt=clock.now() - TOLD_FOR
    )
    return set(rows.values_list("event__uuid", flat=True))


def wanted_of_pages() -> Iterator[Wanted]:
    """First pages that were published lately, for the members who came."""
    rows = EventPage.objects.filter(
        number=1, published_at__gt=clock.now() - TOLD_FOR, network__stopped_on=None
    )
    for page in rows.select_related("event__network"):
        yield from wanted_of_page(page.event)


def wanted_of_page(event: Event) -> Iterator[Wanted]:
    """That there is a page to read, for each member who came and still takes part."""
    came = Attendee.objects.filter(within(clock.today(), "membership__"), event=event)
    for person_id in came.order_by("pk").values_list("membership__person_id", flat=True):
        yield Wanted(
            person_id=person_id,
            subject=event.uuid,
            network=event.network.uuid,
            place={"slug": event.network.slug, "uuid": str(event.uuid)},
            words={"title": event.title},
        )


def too_late() -> list[UUID]:
    """Events of which it was asked long enough; nothing waits for them any more."""
    now = clock.now()
    rows = Event.objects.filter(
        kind__in=COUNTED,
        ends_at__lte=now - ASKED_FOR,
        ends_at__gt=now - ASKED_FOR - timedelta(days=7),
    )
    return list(rows.values_list("uuid", flat=True))


def _over() -> QuerySet[Event]:
    now = clock.now()
    return Event.objects.filter(
        kind__in=COUNTED,
        cancelled_at=None,
        ends_at__lte=now,
        ends_at__gt=now - ASKED_FOR,
        network__stopped_on=None,
    ).select_related("network", "organiser")
