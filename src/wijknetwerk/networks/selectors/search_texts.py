"""Networks and teams as they can be found."""

from collections.abc import Iterator

from wijknetwerk.core.registries import Audience, SearchText
from wijknetwerk.networks.models import Network, Team, TeamStatus, Visibility

NETWORK, TEAM = "networks.network", "networks.team"


def network_text(network: Network) -> SearchText:
    """A network by what its public page says."""
    said = (network.place_text, network.summary, network.why, network.desk_place)
    return SearchText(
        NETWORK,
        network.uuid,
        network.pk,
        network.name,
        "\n".join(one for one in said if one),
        Audience.EVERYBODY,
    )


def team_text(team: Team) -> SearchText:
    """A team by its name and what it is for."""
    return SearchText(TEAM, team.uuid, team.network_id, team.name, team.purpose, Audience.MEMBERS)


def network_texts(network_id: int | None) -> Iterator[SearchText]:
    """Networks that were started and have not stopped."""
    rows = Network.objects.exclude(visibility=Visibility.DRAFT).filter(stopped_on=None)
    if network_id is not None:
        rows = rows.filter(pk=network_id)
    return (network_text(network) for network in rows.order_by("pk"))


def team_texts(network_id: int | None) -> Iterator[SearchText]:
    """Teams that have not ended, of networks that have not stopped."""
    rows = Team.objects.exclude(status=TeamStatus.ENDED).filter(network__stopped_on=None)
    if network_id is not None:
        rows = rows.filter(network=network_id)
    return (team_text(team) for team in rows.order_by("pk"))
