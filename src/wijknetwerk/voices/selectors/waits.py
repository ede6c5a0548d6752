"""Questions that wait for an answer."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import QuerySet

from wijknetwerk.core.registries import Wanted
from wijknetwerk.networks.selectors.leading import leads_of
from wijknetwerk.voices.access import SHARED
from wijknetwerk.voices.models import Story, StoryKind

ASKED = "voices.asked"


def may_be_answered(story: Story) -> bool:
    """A question that members may read."""
    shared = story.withdrawn_at is None and story.reach in SHARED
    return shared and story.kind == StoryKind.QUESTION


def asks(story: Story) -> bool:
    """Whether it still has no answer."""
    return may_be_answered(story) and story.answered_at is None


def wanted_for(story: Story, person_id: int) -> Wanted:
    """The row of Vandaag. It says nothing of the question: that is a teller's own words."""
    return Wanted(
        person_id=person_id,
        subject=story.uuid,
        network=story.network.uuid,
        place={"slug": story.network.slug, "uuid": str(story.uuid)},
    )


def open_questions() -> QuerySet[Story]:
    """Questions without an answer that members may read."""
    rows = Story.objects.filter(kind=StoryKind.QUESTION, withdrawn_at=None, reach__in=SHARED)
    found = rows.filter(answered_at=None, network__stopped_on=None)
    return found.select_related("network").order_by("pk")


def still_asked(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these still wait; one query."""
    return list(open_questions().filter(uuid__in=subjects).values_list("uuid", flat=True))


def all_asked() -> Iterable[Wanted]:
    """Everything that should wait now, to rebuild and compare."""
    leads: dict[int, list[int]] = {}
    for story in open_questions():
        if story.network_id not in leads:
            leads[story.network_id] = leads_of(story.network)
        for person_id in leads[story.network_id]:
            if person_id != story.person_id:
                yield wanted_for(story, person_id)
