"""Who is waited for: a look at a text, a text that came back, and news that it is published."""

from collections.abc import Collection, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Wanted
from wijknetwerk.library import access
from wijknetwerk.library.models import Revision, State
from wijknetwerk.networks.people import members_now

if TYPE_CHECKING:
    from django.db.models import QuerySet

TO_LOOK_AT = "library.to_look_at"
CAME_BACK = "library.came_back"
PUBLISHED = "library.published"
GOOD_TO_KNOW_FOR = timedelta(days=14)


def kind_for(kind: str, revision: Revision) -> str:
    """The platform's own pages have addresses of their own, so kinds of their own."""
    return kind if revision.network_id else f"{kind}.platform"


def of_look(revision: Revision) -> Iterator[Wanted]:
    """The look of somebody who publishes here; of the writer when there is nobody else."""
    people = access.publishers(revision.network)
    for person_id in sorted(one for one in people if one is not None):
        if person_id != revision.written_by_id or len(people) == 1:
            yield _wanted(person_id, revision)


def of_writer(revision: Revision) -> Iterator[Wanted]:
    """Something for who wrote it, as long as they take part."""
    writer = revision.written_by_id
    if writer is not None and _takes_part(writer, revision):
        yield _wanted(writer, revision)


def _takes_part(person_id: int, revision: Revision) -> bool:
    if revision.network_id is None:
        return True
    return any(one.person_id == person_id for one in members_now(revision.network_id))


def _wanted(person_id: int, revision: Revision) -> Wanted:
    network = revision.network
    place = {"uuid": str(revision.page.uuid)}
    if network is not None:
        place["slug"] = network.slug
    return Wanted(
        person_id=person_id,
        subject=revision.uuid,
        network=network.uuid if network else None,
        place=place,
        words={"title": revision.title},
    )


def _rows(kind: str) -> "QuerySet[Revision]":
    rows = Revision.objects.select_related("page", "network").order_by("pk")
    if kind == TO_LOOK_AT:
        return rows.filter(state=State.REVIEW)
    if kind == CAME_BACK:
        return rows.filter(state=State.DRAFT).exclude(sent_back_why="")
    since = clock.now() - GOOD_TO_KNOW_FOR
    return rows.filter(state=State.PUBLISHED, published_at__gt=since, own_look=False, digest="")


def wanted(kind: str, *, platform: bool) -> Iterator[Wanted]:
    """Everything of a kind that should wait now."""
    for row in _rows(kind).filter(network__isnull=platform):
        if kind == TO_LOOK_AT:
            yield from of_look(row)
        elif kind == CAME_BACK or row.published_by_id != row.written_by_id:
            yield from of_writer(row)


def still_true(kind: str, subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these versions are still so."""
    return set(_rows(kind).filter(uuid__in=subjects).values_list("uuid", flat=True))
