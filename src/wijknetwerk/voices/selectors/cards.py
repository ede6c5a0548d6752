"""Stories and themes as pages show them. `access` decides which rows come here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.utils.translation import get_language

from wijknetwerk.core.actor import Actor
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Reach, Source, Story, StoryKind

FIRST_WORDS = 60


def title_of(story: Story) -> str:
    """Its title, or else its first words."""
    title: str = story.title.read()
    return title or first_words(story.words.read())


def first_words(text: str) -> str:
    """The beginning of a text, on one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= FIRST_WORDS:
        return line
    return f"{line[:FIRST_WORDS].rsplit(' ', 1)[0]} …"


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story in a list. `name` is only what the teller wants to stand with it."""

    uuid: UUID
    kind: str
    source: str
    told_on: date
    reach: str
    title: str
    own_title: bool
    words: str
    name: str
    mine: bool
    slug: str = ""
    network_name: str = ""
    here: bool = True
    """Whether the reader takes part in its network now."""
    changed_on: date | None = None
    """When the teller last corrected the words."""

    @property
    def kind_words(self) -> str:
        """What it is."""
        return _in_words(get_language(), StoryKind(self.kind))

    @property
    def source_words(self) -> str:
        """How it came to us."""
        return _in_words(get_language(), Source(self.source))

    @property
    def reach_words(self) -> str:
        """How far it may go."""
        return _in_words(get_language(), Reach(self.reach))


@lru_cache(maxsize=128, typed=True)
def _in_words(_language: str | None, choice: StoryKind | Source | Reach) -> str:
    """Remembered: a list of twenty says sixty of them."""
    return str(choice.label)


def card_of(actor: Actor, story: Story) -> StoryCard:
    """One of them. With `select_related("network")` it names its network too."""
    known = "network" in story._state.fields_cache
    return StoryCard(
        uuid=story.uuid,
        kind=story.kind,
        source=story.source,
        told_on=story.told_on,
        reach=story.reach,
        title=title_of(story),
        own_title=bool(story.title),
        words=story.words.read(),
        name=story.shown_name.read() if story.named else "",
        mine=access.is_tellers(actor, story),
        slug=story.network.slug if known else "",
        network_name=story.network.name if known else "",
        here=actor.standing_in(story.network_id) is not None,
        changed_on=story.words_changed_on,
    )


def cards(actor: Actor, rows: Iterable[Story]) -> list[StoryCard]:
    """All of them."""
    return [card_of(actor, story) for story in rows]
