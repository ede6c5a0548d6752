"""Themes as members see them, and as everybody does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.selectors.statements import NETWORK
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Story, Theme, ThemeChange, ThemeState
from wijknetwerk.voices.selectors.cards import StoryCard, cards
from wijknetwerk.voices.selectors.tellers import (
    many_words,
    teller_of,
    tellers_by_theme,
    tellers_in,
    told_in_themes,
)

MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ThemeCard:
    """A theme in a list."""

    uuid: UUID
    title: str
    about: str
    over: bool
    stories: int
    tellers: str
    brought: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history."""

    deed: str
    name: str
    done_at: datetime
    before: str


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme with what of it this reader may read."""

    theme: Theme
    made_by: str
    made_on: date
    tellers: str
    stories: list[StoryCard]
    more: int
    history: list[Change]
    merged_into: Theme | None


def _here(actor: Actor, network: Any) -> QuerySet[Story]:
    """What counts in themes for this reader: of strangers only what everybody may read."""
    if actor.standing_in(network.pk) is None:
        return access.stories_for_everybody().filter(network=network)
    return access.shared_stories(actor).filter(network=network)


def themes_of(actor: Actor, network: Any, *, most: int | None = None) -> list[ThemeCard]:
    """Themes by the number of stories in them, closed ones last. Two queries."""
    rows = _here(actor, network)
    counted = _counted(network, rows)
    if actor.standing_in(network.pk) is None:
        counted = counted.filter(here__gt=0)
    themes = list(counted[:most])
    return theme_cards(themes, told_in_themes(rows) if themes else ())


def public_themes() -> QuerySet[Theme]:
    """Themes in which everybody reads a story, for a kept statement."""
    found: QuerySet[Theme] = _counted(NETWORK, _public()).filter(here__gt=0)
    return found


def public_tellers() -> QuerySet[Story, Any]:
    """What says who told what everybody reads in them, for a kept statement."""
    return told_in_themes(_public())


def _public() -> QuerySet[Story]:
    return access.stories_for_everybody().filter(network=NETWORK)


def theme_cards(themes: Sequence[Any], told: Iterable[Any]) -> list[ThemeCard]:
    """Themes by the number of stories in them, closed ones last; `told` says by whom."""
    tellers = tellers_by_theme(told)
    largest = sorted(themes, key=lambda one: (one.state == ThemeState.OPEN, one.here), reverse=True)
    return [
        ThemeCard(
            uuid=theme.uuid,
            title=theme.title,
            about=theme.about,
            over=theme.state != ThemeState.OPEN,
            stories=theme.here,
            tellers=many_words(tellers.get(theme.pk, 0)),
            brought=theme.brought,
        )
        for theme in largest
    ]


@dataclass(frozen=True, slots=True)
class Brief:
    """A theme on the first page."""

    uuid: UUID
    title: str
    stories: int
    tellers: str


def open_in_brief(actor: Actor, network: Any) -> list[Brief]:
    """Themes that gather stories and have one that this reader may read; the largest first. One
    query."""
    rows = _here(actor, network).filter(places__theme__state=ThemeState.OPEN)
    told = rows.values_list(
        "places__theme__uuid", "places__theme__title", "person_id", "talk", "pk"
    )
    found: dict[tuple[UUID, str], list[tuple[str, object]]] = {}
    for uuid, title, person_id, talk, pk in told:
        found.setdefault((uuid, title), []).append(teller_of(person_id, talk, pk))
    cards = [
        Brief(uuid, title, len(tellers), many_words(len(set(tellers))))
        for (uuid, title), tellers in found.items()
    ]
    return sorted(cards, key=lambda card: (-card.stories, card.title))


def _counted(network: Any, rows: QuerySet[Story]) -> Any:
    here = Count("places", filter=Q(places__story__in=rows.values("pk")))
    themes = Theme.objects.filter(network=network).annotate(here=here)
    return themes.exclude(state=ThemeState.MERGED).order_by("state", "title")


def theme_page(actor: Actor, theme: Theme) -> ThemePage:
    """One theme; four queries."""
    rows = list(_here(actor, theme.network).filter(places__theme=theme).order_by("-told_on", "-pk"))
    member = actor.standing_in(theme.network_id) is not None
    changes = ThemeChange.objects.filter(theme=theme).select_related("by") if member else []
    history = [_change(row) for row in sorted(changes, key=lambda row: row.pk, reverse=True)]
    into = theme.merged_into if theme.merged_into_id else None
    maker = theme.made_by if member else None
    return ThemePage(
        theme=theme,
        made_by=maker.name if maker else "",
        made_on=theme.made_on,
        tellers=many_words(tellers_in(rows)),
        stories=cards(actor, rows[:MOST_SHOWN]),
        more=max(0, len(rows) - MOST_SHOWN),
        history=history,
        merged_into=into,
    )


def _change(row: ThemeChange) -> Change:
    name = row.by.name if row.by else ""
    return Change(row.get_deed_display(), name, row.done_at, row.before)


@dataclass(frozen=True, slots=True)
class Choosable:
    """A story to choose for a theme."""

    uuid: UUID
    title: str
    own_title: bool
    words: str
    inside: bool


def choosable(actor: Actor, network: Any, theme: Theme | None, most: int = 200) -> list[Choosable]:
    """The newest stories that members may read; those in this theme first. Two queries."""
    inside: set[int] = set()
    if theme is not None:
        inside = set(theme.places.values_list("story_id", flat=True))
    rows = access.shared_stories(actor).filter(network=network).order_by("-told_on", "-pk")
    found = [*rows.filter(pk__in=inside), *rows.exclude(pk__in=inside)[:most]]
    by_row = zip(found, cards(actor, found), strict=True)
    return [
        Choosable(one.uuid, one.title, one.own_title, one.words, row.pk in inside)
        for row, one in by_row
    ]


def open_themes(network: Any, besides: Theme) -> list[tuple[UUID, str]]:
    """Other themes that still gather, to choose from."""
    rows = Theme.objects.filter(network=network, state=ThemeState.OPEN).exclude(pk=besides.pk)
    return list(rows.order_by("title").values_list("uuid", "title"))
