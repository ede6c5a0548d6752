"""Pages over all networks. See docs/front.md."""

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.addresses import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from wijknetwerk.core.actor import Actor, Standing
    from wijknetwerk.core.registries import Thing
    from wijknetwerk.networks.models import Network


class FrontConfig(AppConfig):
    """Registers the places of the navigation that belong to no other app."""

    name = "wijknetwerk.front"
    label = "front"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from wijknetwerk.core.registries import (
            HomePanel,
            MenuItem,
            PublicPanel,
            ThingPanel,
            home_panels,
            menu,
            public_panels,
            thing_panels,
        )

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
            ("all", _("Other neighbourhoods"), "map", "front:networks", "footer", 30, False),
            ("privacy", _("Privacy"), "shield", "front:privacy", "footer", 10, False),
            ("access", _("Accessibility"), "eye", "front:accessibility", "footer", 20, False),
        )
        for code, label, icon, name, section, order, bottom in places:
            menu.register(
                f"front.{code}",
                MenuItem(label, icon, _to(name), section, order, bottom=bottom),
            )

        home_panels.register(
            "front.tell", HomePanel("front/_tell_row.html", _tell_home, place="row")
        )
        public_panels.register("front.feed", PublicPanel(90, "front/_feed.html", _feed_of))
        thing_panels.register("front.tell", ThingPanel("front/_tell.html", _tell_about))


def _may_tell(actor: "Actor", network_id: int) -> bool:
    from wijknetwerk.networks.access import Act, gives

    standing = actor.standing_in(network_id)
    return standing is not None and gives(standing, Act.INVITE)


def _tell_home(actor: "Actor", network: "Network") -> dict[str, str]:
    """Papers and texts, for who may invite."""
    if not _may_tell(actor, network.pk):
        return {}
    return {"tell_url": address("front:tell", slug=network.slug)}


def _feed_of(network: "Network") -> dict[str, str]:
    """For who reads along elsewhere; not of a network that stopped."""
    if network.stopped_on is not None:
        return {}
    return {"feed_url": address("front:feed", slug=network.slug)}


def _tell_about(actor: "Actor", network: "Network", thing: "Thing") -> dict[str, str]:
    """The same, beside an event that everybody may come to; its page gives the facts."""
    if thing[0] != "agenda.event" or not _may_tell(actor, network.pk):
        return {}
    return {"tell_url": f"{address('front:tell', slug=network.slug)}?over={thing[1]}"}


def _to(name: str) -> "Callable[[Actor, Standing | None], str]":
    """The address of a page that is the same for everybody."""
    return lambda _actor, _standing: address(name)
