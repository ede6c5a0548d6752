"""What this part of mutual aid registers: desk."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.registries import MenuItem, event_words, menu
from wijknetwerk.mutual_aid import events_desk
from wijknetwerk.networks.access import gives


def register() -> None:
    """Called once, when the app is ready."""
    event_words.update(events_desk.WORDS)
    menu.register("mutual_aid.desk", MenuItem(_("The desk"), "phone-call", _desk, "network", 39))


def _desk(_actor: Actor, standing: Standing | None) -> str | None:
    from wijknetwerk.mutual_aid.access import DESK

    if standing is None or not gives(standing, DESK):
        return None
    return reverse("mutual_aid:desk", args=[standing.slug])
