"""What this part of mutual aid registers: requests, one's own help, the way to it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import registries
from wijknetwerk.core.actor import Actor, Standing
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import ExampleData, HomePanel, MenuItem, PublicPanel, Retention

YEAR = timedelta(days=365)


def register() -> None:
    """Called once, when the app is ready."""
    from wijknetwerk.mutual_aid import ending_requests
    from wijknetwerk.mutual_aid import personal_data_requests as kept
    from wijknetwerk.mutual_aid.selectors import request_facts, request_links
    from wijknetwerk.mutual_aid.services import forgetting

    _register_ways()
    kind = registries.LinkKind(_("Request for help"), request_links.resolve)
    registries.links.register("mutual_aid.request", kind)
    ending_requests.register()
    registries.member_ended.register("mutual_aid.requests", forgetting.member_left)
    registries.network_facts.register("mutual_aid.requests", request_facts.count)
    registries.example_data.register("mutual_aid.postcodes", ExampleData(45, _load_postcodes))
    registries.personal_data.register("mutual_aid.requests", kept.RequestsData())
    ground = _("So that asker and desk can look back for a year.")
    registries.retention.register(
        "mutual_aid.requests",
        Retention(_("Words of requests that ended"), YEAR, ground, kept.forget_requests),
    )


def _load_postcodes() -> int:
    """The shipped table, for the example."""
    from wijknetwerk.mutual_aid import postcode_files
    from wijknetwerk.mutual_aid.services.postcodes import load_postcodes

    rows = postcode_files.read(postcode_files.SHIPPED)
    actor = Actor.system("mutual_aid.example")
    return load_postcodes(actor=actor, rows=rows, source=postcode_files.SHIPPED.name)


def register_last() -> None:
    """Who it was goes last, in erasing and in its time: all other parts find theirs by it."""
    from wijknetwerk.mutual_aid import personal_data_requests as kept

    registries.personal_data.register("mutual_aid.neighbours", kept.NeighbourData())
    registries.retention.register(
        "mutual_aid.neighbours",
        Retention(
            _("Who asked or helped, a year after the last of it ended"),
            YEAR,
            _("Until then the desk knows whom it spoke with."),
            kept.forget_neighbours,
        ),
    )


def _register_ways() -> None:
    menu = registries.menu
    menu.register(
        "mutual_aid.ask",
        MenuItem(_("I look for help"), "hand-stop", _short("ask"), "network", 17, True),
    )
    menu.register(
        "mutual_aid.offer",
        MenuItem(_("I want to help"), "heart-handshake", _short("offer_new"), "network", 18),
    )
    menu.register("mutual_aid.help", MenuItem(_("Help"), "heart-handshake", _help, "network", 38))
    registries.home_panels.register(
        "mutual_aid.help", HomePanel("mutual_aid/_home_help.html", _home, place="row")
    )
    registries.public_panels.register(
        "mutual_aid.help", PublicPanel(10, "mutual_aid/_public_help.html", _public)
    )


def _short(name: str) -> Any:
    """For who has no task in the network: the short menu (design 6)."""

    def url(_actor: Actor, standing: Standing | None) -> str | None:
        if standing is None or standing.has_task:
            return None
        return address(f"mutual_aid:{name}", standing.slug)

    return url


def _help(_actor: Actor, standing: Standing | None) -> str | None:
    if standing is None or not standing.has_task:
        return None
    return address("mutual_aid:help", standing.slug)


def _home(_actor: Actor, network: Any) -> Mapping[str, Any]:
    return {"help_network": network}


def _public(network: Any) -> Mapping[str, Any]:
    """The way in for strangers: by phone, or by taking part."""
    if network.stopped_on or network.is_resting or not (network.phone or network.desk_hours):
        return {}
    return {"public_help": network}
