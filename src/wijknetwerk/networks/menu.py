"""The places of the navigation that networks bring."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import MenuItem, menu


def register() -> None:
    """Called once, when the app is ready."""
    menu.register("networks.home", MenuItem(_("Our network"), "home", _home, "network", 15, True))
    menu.register(
        "networks.teams", MenuItem(_("Working together"), "users-group", _teams, "network", 45)
    )
    menu.register("networks.asked", MenuItem(_("Requests"), "checks", _asked, "person", 80))


def _home(_actor: Actor, standing: Standing | None) -> str | None:
    return address("networks:home", standing.slug) if standing else None


def _teams(_actor: Actor, standing: Standing | None) -> str | None:
    if standing is None or not standing.has_task:
        return None
    return address("networks:teams", standing.slug)


def _asked(actor: Actor, _standing: Standing | None) -> str | None:
    return address("networks:approval_list") if actor.is_platform_administrator else None
