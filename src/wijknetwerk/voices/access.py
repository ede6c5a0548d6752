"""Who may see and change what people told (rule W3). Every place that shows a story asks here.

A story shows only as far as its teller said: to the teller and who wrote it down; to the members
now; to everybody, where the network's page is public. A network that stopped shows none.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.voices.errors import ThemeOver
from wijknetwerk.voices.models import Reach, Story, Theme, ThemeState

SHARED = (Reach.NETWORK, Reach.EVERYBODY)
FOR_EVERYBODY = Q(
    withdrawn_at=None,
    reach=Reach.EVERYBODY,
    network__visibility="public",
    network__stopped_on=None,
)


def seen_by(actor: Actor) -> Q:
    """The condition that this actor may see a story, in whatever network."""
    if actor.noting_for is not None:
        return Q(pk__in=[])
    seen = FOR_EVERYBODY
    if actor.is_person:
        here = Q(network_id__in=actor.network_ids, withdrawn_at=None)
        seen |= here & Q(reach__in=SHARED, network__stopped_on=None)
        seen |= here & Q(noted_by_id=actor.person_id)
        seen |= Q(person_id=actor.person_id, withdrawn_at=None)
    return seen


def shared_here(me: Any) -> Q:
    """What stands in lists of a network for this member of it: `shared_stories` as a condition in
    which nothing is read of an actor, for a kept statement."""
    own = Q(noted_by=me) | Q(person=me)
    return Q(withdrawn_at=None, reach__in=SHARED) & (Q(network__stopped_on=None) | own)


def visible_stories(actor: Actor) -> QuerySet[Story]:
    """What this actor may see now, within the scope in force."""
    return Story.objects.filter(seen_by(actor))


def shared_stories(actor: Actor) -> QuerySet[Story]:
    """The same, without what is for the teller alone: what stands in lists, themes and search."""
    return visible_stories(actor).filter(reach__in=SHARED)


def stories_for_everybody() -> QuerySet[Story]:
    """What strangers may read, of the networks in scope."""
    return Story.objects.filter(FOR_EVERYBODY)


def story_for(actor: Actor, network: Any, uuid: UUID) -> Story:
    """A story that the actor may see in this network. NotFound otherwise."""
    found = visible_stories(actor).filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return found


@contextmanager
def story_at(actor: Actor, slug: str, uuid: UUID) -> Iterator[Story]:
    """The same for its page, for members in one query with its network; for strangers with the
    rows of a public network in scope."""
    if not any(one.slug == slug for one in actor.standings):
        with access.public_network_for(slug) as network:
            yield story_for(actor, network, uuid)
        return
    rows = visible_stories(actor).filter(network__slug=slug, uuid=uuid)
    found = rows.select_related("network").first()
    if found is None or not access.allows(actor, Act.SEE, found.network):
        raise NotFound
    yield found


def is_tellers(actor: Actor, story: Story) -> bool:
    """Whether the actor told this."""
    return actor.is_person and story.person_id == actor.person_id


def wrote_down(actor: Actor, story: Story) -> bool:
    """Whether the actor wrote it down for somebody else, and still takes part."""
    here = actor.standing_in(story.network_id) is not None
    return here and actor.is_person and story.noted_by_id == actor.person_id


def may_steer(actor: Actor, story: Story) -> bool:
    """Whether the actor says how far it goes: who told it; at their word who wrote it down."""
    if not actor.is_person or story.withdrawn_at is not None:
        return False
    return is_tellers(actor, story) or wrote_down(actor, story)


@contextmanager
def own_story(actor: Actor, uuid: UUID) -> Iterator[Story]:
    """A story that the actor told, also in a network that they left, or wrote down for somebody;
    with its network in scope. NotFound for everybody else."""
    found = Story.objects.filter(uuid=uuid, withdrawn_at=None).select_related("network").first()
    if found is None or not may_steer(actor, found):
        raise NotFound
    with scope.including(found.network_id, found.network.uuid):
        yield found


def looks_after_voices(actor: Actor, network: Any) -> bool:
    """Whether the actor makes themes and answers questions: who leads, and the desk."""
    return access.allows(actor, Act.SEE_CONTACTS, network)


def require_looking_after(actor: Actor, network: Any) -> None:
    """NotFound for strangers, NotAllowed for members who don't look after voices."""
    access.require(actor, Act.SEE, network)
    if not looks_after_voices(actor, network):
        raise NotAllowed


def theme_for(actor: Actor, network: Any, uuid: UUID) -> Theme:
    """A theme of the network, for members; for strangers when everybody reads a story in it."""
    found = Theme.objects.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    if actor.standing_in(network.pk) is None:
        public = stories_for_everybody().filter(places__theme=found)
        if found.state == ThemeState.MERGED or not public.exists():
            raise NotFound
    found.network = network
    return found


@contextmanager
def theme_at(actor: Actor, slug: str, uuid: UUID) -> Iterator[Theme]:
    """The same for its page, for members in one query with its network and who made it."""
    if not any(one.slug == slug for one in actor.standings):
        with access.public_network_for(slug) as network:
            yield theme_for(actor, network, uuid)
        return
    rows = Theme.objects.filter(network__slug=slug, uuid=uuid)
    found = rows.select_related("network", "made_by", "merged_into").first()
    if found is None or not access.allows(actor, Act.SEE, found.network):
        raise NotFound
    yield found


def visible_themes(actor: Actor) -> QuerySet[Theme]:
    """Themes of the actor's networks; of others those in which everybody reads a story."""
    here = Q(network_id__in=actor.network_ids) if actor.is_person else Q(pk__in=[])
    public = Q(places__story__in=stories_for_everybody().values("pk"))
    rows = Theme.objects.filter(here | public, network__stopped_on=None)
    return rows.exclude(state=ThemeState.MERGED).distinct()


def theme_to_change(actor: Actor, network: Any, uuid: UUID) -> Theme:
    """A theme that still gathers, for who looks after voices."""
    require_looking_after(actor, network)
    found = theme_for(actor, network, uuid)
    if found.state != ThemeState.OPEN:
        raise ThemeOver
    return found
