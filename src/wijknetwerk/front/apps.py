"""Pages over all networks. See docs/front.md."""

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.addresses import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from wijknetwerk.core.actor import Actor, Standing


class FrontConfig(AppConfig):
    """Registers the places of the navigation that belong to no other app."""

    name = "wijknetwerk.front"
    label = "front"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core.registries import MenuItem, menu

        places = (
            ("home", _("Home"), "home", "front:home", "public", 5, True),
            (
                "networks",
                _("Find your neighbourhood"),
                "search",
                "front:networks",
                "public",
                10,
                True,
            ),
            ("start", _("Start a network"), "plant", "networks:start", "public", 50, True),
            ("today", _("Today"), "sun", "front:today", "person", 10, True),
            ("all", _("Other neighbourhoods"), "map", "front:networks", "person", 95, False),
            ("privacy", _("Privacy"), "shield", "front:privacy", "footer", 10, False),
            ("access", _("Accessibility"), "eye", "front:accessibility", "footer", 20, False),
        )
        for code, label, icon, name, section, order, bottom in places:
            menu.register(
                f"front.{code}",
                MenuItem(label, icon, _to(name), section, order, bottom=bottom),
            )


def _to(name: str) -> "Callable[[Actor, Standing | None], str]":
    """The address of a page that is the same for everybody."""
    return lambda _actor, _standing: address(name)
