"""What goals and actions show on pages of others: of a thing, and of the network."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import (
    HomePanel,
    Thing,
    ThingPanel,
    home_panels,
    thing_panels,
)
from wijknetwerk.goals.selectors import actions

OF_TEAM = "networks.team"
OWN_KINDS = ("goals.action", "goals.goal")


def register() -> None:
    """Called once, when the app is ready."""
    thing_panels.register("goals.actions", ThingPanel("goals/_from_thing.html", of_thing))
    home_panels.register("goals.agreed", HomePanel("goals/_home.html", of_home, place="row"))


def of_thing(actor: Actor, network: Any, thing: Thing) -> Mapping[str, Any]:
    """The actions that came from a thing, and the way to make one. On the page of a team, which
    asks a lot already, only the way to its own: no query."""
    kind, uuid = thing
    if actor.standing_in(network.pk) is None or kind in OWN_KINDS:
        return {}
    rows: list[actions.ActionRow] = []
    if kind == OF_TEAM:
        more = {"team": str(uuid)}
    else:
        rows = actions.from_thing(actor, network, thing)
        more = {"bron": f"{kind}:{uuid}"}
    if not rows and network.stopped_on is not None:
        return {}
    new = address("goals:action_new", slug=network.slug)
    return {
        "goals_network": network,
        "goals_rows": rows,
        "goals_new_url": f"{new}?{urlencode(more)}",
        "goals_of_team": str(uuid) if kind == OF_TEAM else "",
    }


def of_home(_actor: Actor, network: Any) -> Mapping[str, Any]:
    """The way to what was agreed, on the first page of the network; no query."""
    return {"goals_network": network}
