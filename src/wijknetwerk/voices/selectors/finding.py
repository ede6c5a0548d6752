"""Stories and themes as searching knows them: the only place with readable words."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries.search import Audience, Here, SearchText, Stands
from wijknetwerk.voices.access import SHARED
from wijknetwerk.voices.models import Reach, Story, Theme, ThemeState
from wijknetwerk.voices.selectors.cards import title_of

STORY, THEME = "voices.story", "voices.theme"


def text_of_story(story: Story) -> SearchText | None:
    """None for what fewer than all members may read, also when its teller lets it go further
    after the network stopped. Never the name of who told it."""
    if story.withdrawn_at is not None or story.reach not in SHARED or story.network.stopped_on:
        return None
    public = story.reach == Reach.EVERYBODY
    return SearchText(
        kind=STORY,
        uuid=story.uuid,
        network_id=story.network_id,
        title=title_of(story),
        body=story.words.read(),
        audience=Audience.EVERYBODY if public else Audience.MEMBERS,
    )


def text_of_theme(theme: Theme) -> SearchText | None:
    """For members: whether strangers may see it depends on its stories of the moment."""
    if theme.state == ThemeState.MERGED:
        return None
    return SearchText(
        kind=THEME,
        uuid=theme.uuid,
        network_id=theme.network_id,
        title=theme.title,
        body=theme.about,
        audience=Audience.MEMBERS,
    )


def _story_url(actor: Actor, here: Here) -> str | None:
    """Who notes down for somebody else reads no stories meanwhile (`access.seen_by`)."""
    if actor.noting_for is not None:
        return None
    return address("voices:story", here.slug, here.uuid)


STORY_STANDS = Stands(
    lambda: QuerySet(Story).filter(withdrawn_at=None, reach__in=SHARED, network__stopped_on=None),
    _story_url,
    for_all=Q(reach=Reach.EVERYBODY),
)
THEME_STANDS = Stands(
    lambda: QuerySet(Theme).filter(network__stopped_on=None).exclude(state=ThemeState.MERGED),
    lambda _actor, here: address("voices:theme", here.slug, here.uuid),
)


def stories(network_id: int | None) -> Iterable[SearchText]:
    """All that can be found now."""
    rows = Story.objects.filter(withdrawn_at=None, reach__in=SHARED)
    if network_id is not None:
        rows = rows.filter(network=network_id)
    going_on = rows.filter(network__stopped_on=None).select_related("network")
    for story in going_on.iterator():
        if (text := text_of_story(story)) is not None:
            yield text


def themes(network_id: int | None) -> Iterable[SearchText]:
    """The same for themes."""
    rows = Theme.objects.exclude(state=ThemeState.MERGED).filter(network__stopped_on=None)
    for theme in rows if network_id is None else rows.filter(network=network_id):
        if (text := text_of_theme(theme)) is not None:
            yield text
