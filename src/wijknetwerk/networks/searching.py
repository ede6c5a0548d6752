"""What this app brings to searching: public networks, and teams for the members."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import (
    Linked,
    LinkKind,
    SearchSource,
    links,
    search_sources,
)
from wijknetwerk.networks.models import Network, Team, Visibility
from wijknetwerk.networks.selectors.search_texts import (
    NETWORK,
    TEAM,
    network_texts,
    team_texts,
)


def register() -> None:
    """Called once, when the app is ready."""
    links.register(NETWORK, LinkKind(_("network"), _networks))
    links.register(TEAM, LinkKind(_("team"), _teams))
    search_sources.register(NETWORK, SearchSource(_("network"), network_texts))
    search_sources.register(TEAM, SearchSource(_("team"), team_texts))


def _networks(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """My own by their home, others that are public by their page."""
    own = {standing.network_uuid for standing in actor.standings}
    rows = Network.objects.filter(uuid__in=uuids)
    found = rows.values_list("uuid", "name", "slug", "visibility", "stopped_on")
    return {
        uuid: Linked(name, address(_page(uuid in own), slug=slug))
        for uuid, name, slug, visibility, stopped_on in found
        if uuid in own or (visibility == Visibility.PUBLIC and stopped_on is None)
    }


def _page(is_own: bool) -> str:
    return "networks:home" if is_own else "networks:about"


def _teams(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Members see all teams of their network (decision 8)."""
    rows = Team.objects.filter(uuid__in=uuids, network__in=actor.network_ids)
    found = rows.values_list("uuid", "name", "network__slug")
    return {
        uuid: Linked(name, address("networks:team", slug=slug, uuid=uuid))
        for uuid, name, slug in found
    }
