"""What this app brings to searching: public networks, and teams for the members."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.addresses import address
from wijknetwerk.core.registries import (
    Linked,
    LinkKind,
    SearchSource,
    links,
    search_sources,
)
from wijknetwerk.core.registries.search import Stands
from wijknetwerk.core.statements import Slot, Statement
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
    search_sources.register(NETWORK, SearchSource(_("network"), network_texts, _NETWORK_STANDS))
    search_sources.register(TEAM, SearchSource(_("team"), team_texts, _TEAM_STANDS))


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


_NETWORK_STANDS = Stands(
    lambda: QuerySet(Network),
    lambda _actor, here: address(_page(here.inside), slug=here.slug),
    for_all=Q(visibility=Visibility.PUBLIC, stopped_on=None),
)
_TEAM_STANDS = Stands(
    lambda: QuerySet(Team),
    lambda _actor, here: address("networks:team", slug=here.slug, uuid=here.uuid),
)


def _these_teams(count: int) -> QuerySet[Team, Any]:
    wanted = [Slot(f"uuid_{number}", UUIDField()) for number in range(count)]
    rows: QuerySet[Team] = QuerySet(Team).filter(uuid__in=wanted)
    return rows.values_list("uuid", "name", "network_id", named=True)


# Made once: with a network in its condition SQLite would read all teams of that network.
_TEAMS = Statement(_these_teams)


def _teams(actor: Actor, uuids: Sequence[UUID]) -> Mapping[UUID, Linked]:
    """Members see all teams of their network (decision 8)."""
    mine = {one.network_id: one.slug for one in actor.standings if scope.covers(one.network_id)}
    values = {f"uuid_{number}": uuid for number, uuid in enumerate(uuids)}
    return {
        row.uuid: Linked(
            row.name, address("networks:team", slug=mine[row.network_id], uuid=row.uuid)
        )
        for row in _TEAMS.ask(len(uuids), network_id=None, **values)
        if row.network_id in mine
    }
