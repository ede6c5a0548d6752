"""See docs/agenda.md."""

from typing import TYPE_CHECKING, Any

from django.apps import AppConfig

if TYPE_CHECKING:
    from wijknetwerk.core.actor import Actor, Standing
    from wijknetwerk.networks.models import Network


class AgendaConfig(AppConfig):
    """Registers what this app brings."""

    name = "wijknetwerk.agenda"
    label = "agenda"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from wijknetwerk.agenda import ending, events, example, keeping, suggestions, waiting
        from wijknetwerk.agenda.naming import EVENT, PLACE, SERIES
        from wijknetwerk.agenda.selectors import events as read_events
        from wijknetwerk.agenda.selectors import facts, finding
        from wijknetwerk.agenda.selectors import places as read_places
        from wijknetwerk.agenda.services import sign_ups
        from wijknetwerk.core import registries

        registries.menu.register(
            "agenda.agenda",
            registries.MenuItem(_("Agenda"), "calendar", _agenda_of, "network", 25, bottom=True),
        )
        registries.links.register(EVENT, registries.LinkKind(_("event"), read_events.resolve))
        registries.links.register(PLACE, registries.LinkKind(_("place"), read_places.resolve))
        registries.public_panels.register(
            "agenda", registries.PublicPanel(20, "agenda/_public.html", _public_of)
        )
        registries.home_panels.register(
            "agenda.next", registries.HomePanel("agenda/_next.html", _next_of)
        )
        registries.network_facts.register("agenda", facts.count)
        registries.event_words.update(events.WORDS)
        registries.example_data.register("agenda", registries.ExampleData(30, example.load_all))
        registries.links.register(
            SERIES, registries.LinkKind(_("activity"), read_events.resolve_series)
        )
        for kind, word, entries, stands in (
            (EVENT, _("event"), finding.events, finding.EVENT_STANDS),
            (SERIES, _("activity"), finding.series, finding.SERIES_STANDS),
            (PLACE, _("place"), finding.places, finding.PLACE_STANDS),
        ):
            source = registries.SearchSource(word, entries, stands)
            registries.search_sources.register(kind, source)
        registries.member_ended.register("agenda", sign_ups.member_left)
        keeping.register()
        waiting.register()
        ending.register()
        suggestions.register()


def _agenda_of(_actor: "Actor", standing: "Standing | None") -> str | None:
    """The agenda of the network of this page; nothing without one."""
    from wijknetwerk.core.addresses import address

    return address("agenda:agenda", slug=standing.slug) if standing else None


def _public_of(network: "Network") -> dict[str, Any]:
    """What everybody may come to, on the network's public page; the agenda leads to the places."""
    from wijknetwerk.agenda.selectors.events import coming_public

    coming = [] if network.stopped_on is not None else coming_public(network, 3)
    return {"agenda_coming": coming} if coming else {}


def _next_of(actor: "Actor", network: "Network") -> dict[str, Any]:
    """What comes first, beside the network's first page."""
    from wijknetwerk.agenda.selectors.events import next_for

    coming = next_for(actor, network)
    return {"agenda_next": coming} if coming else {}
