"""Lists of stories, one story, and one's own."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Linked
from wijknetwerk.networks.selectors.paging import Paged, counting, paged_by
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Story, StoryKind, Theme, ThemeState
from wijknetwerk.voices.selectors import waits
from wijknetwerk.voices.selectors.cards import StoryCard, card_of, cards
from wijknetwerk.voices.selectors.statements import SIZE, first_stories

KINDS = tuple(StoryKind.values)


def stories_of(actor: Actor, network: Any, *, kind: str, page: str) -> Paged[StoryCard]:
    """What members may read in this network, the newest first."""
    me = actor.person_id if actor.noting_for is None and actor.standing_in(network.pk) else None
    kind = kind if kind in KINDS else ""

    def read(start: int) -> list[Story]:
        if start == 0 and me is not None:
            return first_stories(network.pk, kind, me)
        rows = access.shared_stories(actor).filter(network=network)
        rows = counting(rows.filter(kind=kind) if kind else rows)
        return list(rows.order_by("-told_on", "-pk")[start : start + SIZE])

    return paged_by(read, page, SIZE).map(lambda row: card_of(actor, row))


def newest(actor: Actor, network: Any, most: int = 3) -> list[StoryCard]:
    """The last few."""
    rows = access.shared_stories(actor).filter(network=network).order_by("-told_on", "-pk")
    return cards(actor, rows[:most])


def own_stories(actor: Actor) -> tuple[list[StoryCard], list[StoryCard]]:
    """What the actor told, in whatever network; and what they wrote down for others, where they
    take part now. Two queries."""
    told = Story.objects.filter(person_id=actor.own_id, withdrawn_at=None)
    noted = Story.objects.filter(
        noted_by_id=actor.own_id, withdrawn_at=None, network_id__in=actor.network_ids
    ).exclude(person_id=actor.own_id)
    rows = [list(one.select_related("network").order_by("-pk")[:100]) for one in (told, noted)]
    return cards(actor, rows[0]), cards(actor, rows[1])


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One story, with what the reader may do."""

    story: Story
    card: StoryCard
    photo_words: str
    answer: str
    themes: list[tuple[UUID, str]]
    may_steer: bool
    may_answer: bool
    noted_for: bool


def story_page(actor: Actor, story: Story) -> StoryPage:
    """Its themes are shown as far as the reader may see them. Two queries."""
    member = actor.standing_in(story.network_id) is not None
    themes = Theme.objects.filter(places__story=story).exclude(state=ThemeState.MERGED)
    looks_after = member and access.looks_after_voices(actor, story.network)
    return StoryPage(
        story=story,
        card=card_of(actor, story),
        photo_words=story.photo_words.read(),
        answer=story.answer.read(),
        themes=list(themes.values_list("uuid", "title")) if story.reach in access.SHARED else [],
        may_steer=access.may_steer(actor, story),
        may_answer=looks_after and waits.asks(story),
        noted_for=access.wrote_down(actor, story),
    )


def resolve_stories(actor: Actor, uuids: Any) -> dict[UUID, Linked]:
    """The link of each story that the actor may see."""
    rows = access.visible_stories(actor).filter(uuid__in=uuids).select_related("network")
    return {
        card.uuid: Linked(card.title, address(card.slug, card.uuid)) for card in cards(actor, rows)
    }


def resolve_themes(actor: Actor, uuids: Any) -> dict[UUID, Linked]:
    """The link of each theme that the actor may see; one query."""
    themes = access.visible_themes(actor).filter(uuid__in=uuids).select_related("network")
    return {
        theme.uuid: Linked(theme.title, theme_address(theme.network.slug, theme.uuid))
        for theme in themes
    }


def address(slug: str, uuid: UUID) -> str:
    """The page of a story."""
    return _reverse("voices:story", slug, uuid)


def theme_address(slug: str, uuid: UUID) -> str:
    """The page of a theme."""
    return _reverse("voices:theme", slug, uuid)


def _reverse(name: str, slug: str, uuid: UUID) -> str:
    return reverse(name, args=[slug, uuid])
