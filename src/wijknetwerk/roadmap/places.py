"""Where in the platform a step is done, as the content names it."""

from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

from wijknetwerk.core.actor import Actor
from wijknetwerk.networks.access import Act, allows

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

# Content code -> URL name, and what one must be allowed to do there.
EXISTING: dict[str, tuple[str, Act]] = {
    "networks.start": ("networks:start", Act.SEE),
    "networks.invite": ("networks:invite", Act.INVITE),
    "networks.members": ("networks:members", Act.SEE),
    "networks.partners": ("networks:partners", Act.SEE),
    "networks.public_page": ("networks:settings", Act.EDIT_NETWORK),
    "roadmap.route": ("roadmap:route", Act.SEE),
}
ANNOUNCED = frozenset(
    {
        *("agenda", "voices", "neighbourhood", "directory", "goals", "teamwork"),
        *("partners", "evaluation", "mutual_aid", "plans", "paper"),
    }
)


def address_of(place: str, actor: Actor, network: "Network") -> str | None:
    """The page of this network where the step is done: None while it is not there, and for who
    may not go there."""
    name, act = EXISTING.get(place, ("", Act.SEE))
    if not name or not allows(actor, act, network):
        return None
    for kwargs in ({"slug": network.slug}, {}):
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return None
