"""Stories on the pages of others: a network's public page, an event, a call at the desk; and what
happens to them when a network stops."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import DeskAsk, Ending, Thing
from wijknetwerk.voices import access
from wijknetwerk.voices.models import Story, Theme, ThemeState
from wijknetwerk.voices.selectors.cards import cards
from wijknetwerk.voices.selectors.themes import theme_cards
from wijknetwerk.voices.services import finding

EVENT = "agenda.event"
MOST = 6


def public_themes(_network: Any, themes: list[Any], told: list[Any]) -> Mapping[str, Any]:
    """At most six themes, with what everybody may read only."""
    found = theme_cards(themes, told)[:MOST]
    return {"public_themes": found} if found else {}


def on_event(actor: Actor, network: Any, thing: Thing) -> Mapping[str, Any]:
    """What was told there, and a way to write it down, for members."""
    if thing[0] != EVENT or actor.standing_in(network.pk) is None:
        return {}
    rows = access.shared_stories(actor).filter(
        network=network, from_kind=thing[0], from_uuid=thing[1]
    )
    asked = urlencode({"van": f"{thing[0]}:{thing[1]}"})
    return {
        "told_there": cards(actor, rows.order_by("pk")[:20]),
        "told_there_url": f"{reverse('voices:talk', args=[network.slug])}?{asked}",
    }


def at_the_desk(network: Any, member: tuple[int, UUID]) -> Iterable[DeskAsk]:
    """A member who calls can tell something; it is written down for them."""
    for_them = urlencode({"lid": str(member[1])})
    page = reverse("voices:note", args=[network.slug])
    yield DeskAsk(_("Write down what they tell"), f"{page}?{for_them}")


def tell_ending(network: Any) -> Sequence[str | Promise]:
    """What there is."""
    # what is for the teller alone counts in none: less what the list shows, it would say how much
    told = Story.objects.filter(network=network, withdrawn_at=None, reach__in=access.SHARED).count()
    if not told:
        return []
    said = ngettext(
        "One thing was told. After that day only its teller has it.",
        "%(num)s things were told. After that day only their tellers have them.",
        told,
    )
    return [said % {"num": told}]


def act_ending(*, actor: Actor, network: Any, what: Ending) -> None:
    """From that day nobody but the teller sees a story; searching forgets them and the themes."""
    if what is not Ending.STOP:
        return
    for story in Story.objects.filter(network=network, reach__in=access.SHARED):
        finding.forget_story(story)
    for theme in Theme.objects.filter(network=network).exclude(state=ThemeState.MERGED):
        finding.forget_theme(theme)


def keep_ending(network: Any) -> Mapping[str, Any]:
    """What the archive keeps: what it was about, in the words of who made the themes."""
    rows = Theme.objects.filter(network=network).exclude(state=ThemeState.MERGED).order_by("pk")
    return {row.title: row.brought or row.about for row in rows}
