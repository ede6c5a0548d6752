"""See docs/roadmap-app.md."""

from typing import TYPE_CHECKING, Any

from django.apps import AppConfig

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor, Standing
    from wijknetwerk.networks.models import Network


class RoadmapConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.roadmap"
    label = "roadmap"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from wijknetwerk.core.registries import (
            ExampleData,
            HomePanel,
            MenuItem,
            event_words,
            example_data,
            home_panels,
            menu,
            network_facts,
            personal_data,
        )
        from wijknetwerk.roadmap import (
            checks_ready,
            ending,
            example,
            searching,
            suggestions,
            things,
        )
        from wijknetwerk.roadmap.naming import EVENT
        from wijknetwerk.roadmap.personal_data import RouteData
        from wijknetwerk.roadmap.selectors import facts

        menu.register(
            "roadmap.route", MenuItem(_("Route"), "route", _route_of, "network", 20, bottom=True)
        )
        for section in ("network", "public"):
            menu.register(
                f"roadmap.knowledge.{section}",
                MenuItem(_("Knowledge"), "book", _knowledge, section, 80),
            )
        personal_data.register("roadmap", RouteData())
        event_words[EVENT] = _("Your name was taken out of the route")
        example_data.register("roadmap", ExampleData(20, example.load_all))
        checks_ready.register()
        suggestions.register()
        network_facts.register("roadmap.steps", facts.count_steps)
        network_facts.register("roadmap.put_aside", facts.count_put_aside)
        home_panels.register(
            "roadmap.helps", HomePanel("roadmap/_helps.html", _helps_of, place="aside")
        )
        ending.register()
        searching.register()
        things.register()


def _helps_of(actor: "Actor", network: "Network") -> dict[str, Any]:
    """What would help this network most, beside its first page."""
    from wijknetwerk.roadmap.selectors.suggestions import best_for

    helps = best_for(actor, network)
    return {"helps": helps} if helps else {}


def _route_of(_actor: "Actor", standing: "Standing | None") -> str | None:
    """The route of the network of this page; nothing without one."""
    from wijknetwerk.core.addresses import address

    return address("roadmap:route", slug=standing.slug) if standing and standing.has_task else None


def _knowledge(_actor: "Actor", standing: "Standing | None") -> str | None:
    """Public; but not in the short menu of who takes part for themselves."""
    from wijknetwerk.core.addresses import address

    return address("roadmap:knowledge") if standing is None or standing.has_task else None
