"""News about a goal of a network that was reached: from there it is one step to telling others."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.registries import Thing
from wijknetwerk.goals import access as goals

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

GOAL = "goals.goal"
TITLE = 120  # of a text


def panel(actor: Actor, network: "Network", thing: Thing) -> Mapping[str, Any]:
    """The way to write about it. The page of a goal asks once that was reached; no query."""
    kind, uuid = thing
    if kind != GOAL or network.stopped_on is not None or actor.standing_in(network.pk) is None:
        return {}
    new = address("library:text_new", slug=network.slug, kind="nieuws")
    return {"news_of_goal_url": f"{new}?{urlencode({'doel': str(uuid)})}"}


def begins_with(actor: Actor, network: "Network", goal: UUID) -> dict[str, Any]:
    """What news about a reached goal begins with: its sentence and what it brought. Empty for any
    other goal, and for who may not read it."""
    try:
        found = goals.goal_for(actor, network, goal)
    except NotFound:
        return {}
    if found.state != "reached":
        return {}
    return {"title": found.sentence[:TITLE], "body": found.brought, "success": True}
