"""Themes: made by people from stories, renamed, merged, closed; what was before stays readable."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.services import facts
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Theme, ThemeChange, ThemeDeed, ThemeState, ThemeStory
from wijknetwerk.voices.services import finding


@transaction.atomic
def make(*, actor: Actor, network: Any, title: str, about: str, stories: Collection[UUID]) -> Theme:
    """Make a theme from stories that the actor may read."""
    access.require_looking_after(actor, network)
    if not title.strip():
        raise InvalidInput(_("Give the theme a name."))
    theme = Theme.objects.create(
        network=network,
        title=title.strip(),
        about=about.strip(),
        made_by_id=actor.own_id,
        made_on=clock.today(),
    )
    _put(actor, theme, stories)
    _note(actor, theme, ThemeDeed.MADE, action=Action.CREATE)
    return theme


@transaction.atomic
def change(*, actor: Actor, network: Any, theme: UUID, title: str, about: str) -> Theme:
    """Say it in other words; those before stay in the history."""
    found = _locked(access.theme_to_change(actor, network, theme))
    if not title.strip():
        raise InvalidInput(_("Give the theme a name."))
    before = (found.title, found.about)
    found.title, found.about = title.strip(), about.strip()
    if before == (found.title, found.about):
        return found
    found.save(update_fields=["title", "about"])
    _note(actor, found, ThemeDeed.CHANGED, before=before)
    return found


@transaction.atomic
def sort(
    *,
    actor: Actor,
    network: Any,
    theme: UUID,
    shown: Collection[UUID],
    chosen: Collection[UUID],
) -> Theme:
    """Put in what was chosen and take out what was shown and not chosen; the rest stays, so that
    what somebody else put in meanwhile is not lost."""
    found = _locked(access.theme_to_change(actor, network, theme))
    out = set(shown) - set(chosen)
    ThemeStory.objects.filter(network=network, theme=found, story__uuid__in=out).delete()
    _put(actor, found, chosen)
    _note(actor, found, ThemeDeed.SORTED)
    return found


@transaction.atomic
def merge(*, actor: Actor, network: Any, theme: UUID, into: UUID) -> Theme:
    """Let a theme go into another: its stories move, its page leads there."""
    both = [access.theme_to_change(actor, network, uuid) for uuid in (theme, into)]
    if theme == into:
        raise InvalidInput(_("Choose another theme."))
    by_key = {one.pk: _locked(one) for one in sorted(both, key=lambda one: one.pk)}
    old, new = (by_key[one.pk] for one in both)
    there = ThemeStory.objects.filter(network=network, theme=new).values("story_id")
    places = ThemeStory.objects.filter(network=network, theme=old)
    places.filter(story_id__in=list(there.values_list("story_id", flat=True))).delete()
    places.update(theme=new)
    old.state, old.merged_into = ThemeState.MERGED, new
    old.save(update_fields=["state", "merged_into"])
    _note(actor, new, ThemeDeed.MERGED, before=(old.title, old.about))
    finding.keep_theme(old)
    return new


@transaction.atomic
def close(*, actor: Actor, network: Any, theme: UUID, brought: str) -> Theme:
    """Close a theme, with what came of it. It stays readable."""
    found = _locked(access.theme_to_change(actor, network, theme))
    found.state, found.brought = ThemeState.CLOSED, brought.strip()
    found.save(update_fields=["state", "brought"])
    _note(actor, found, ThemeDeed.CLOSED)
    return found


@transaction.atomic
def reopen(*, actor: Actor, network: Any, theme: UUID) -> Theme:
    """Let a closed theme gather stories again."""
    access.require_looking_after(actor, network)
    found = _locked(access.theme_for(actor, network, theme))
    if found.state != ThemeState.CLOSED:
        return found
    found.state = ThemeState.OPEN
    found.save(update_fields=["state"])
    _note(actor, found, ThemeDeed.OPENED)
    return found


def _locked(found: Theme) -> Theme:
    locked = Theme.objects.select_for_update(of=("self",)).get(pk=found.pk)
    locked.network = found.network
    return locked


def _put(actor: Actor, theme: Theme, stories: Collection[UUID]) -> None:
    rows = access.shared_stories(actor).filter(network=theme.network_id, uuid__in=stories)
    places = [ThemeStory(network_id=theme.network_id, theme=theme, story=row) for row in rows]
    ThemeStory.objects.bulk_create(places, ignore_conflicts=True)


def _note(
    actor: Actor,
    theme: Theme,
    deed: ThemeDeed,
    *,
    before: tuple[str, str] = ("", ""),
    action: Action = Action.UPDATE,
) -> None:
    """Into the history, the log, the index and the figures."""
    ThemeChange.objects.create(
        network_id=theme.network_id,
        theme=theme,
        deed=deed,
        before=before[0],
        about_before=before[1],
        by_id=actor.person_id,
        done_at=clock.now(),
    )
    log.record(actor, f"voices.theme_{deed.value}", theme, action=action)
    finding.keep_theme(theme)
    facts.count_soon(theme.network_id)
