"""What waits for people because of teams, in words."""

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core.registries import WaitingKind, waiting_kinds
from wijknetwerk.networks.selectors import team_asks


def register() -> None:
    """Called once, when the app is ready."""
    waiting_kinds.register(
        team_asks.JOIN_ASKED,
        WaitingKind(
            title=_("%(who)s would like to join the team %(team)s"),
            outside=_("Somebody would like to join a team."),
            button=_("Read and answer"),
            icon="user-plus",
            url="networks:team_ask",
            still_true=team_asks.still_asked,
            wanted=team_asks.wanted_for_joining,
        ),
    )
    waiting_kinds.register(
        team_asks.CONNECTOR_ASKED,
        WaitingKind(
            title=_("%(who)s asks who is connector (%(discipline)s) in %(team)s"),
            outside=_("Somebody asks something about a connector of a team."),
            button=_("Read and answer"),
            icon="phone",
            url="networks:team_ask",
            still_true=team_asks.still_asked,
            wanted=team_asks.wanted_for_connectors,
        ),
    )
    waiting_kinds.register(
        team_asks.TEAM_ENDED,
        WaitingKind(
            title=_("The team %(team)s has ended"),
            outside=_("A team that you were in has ended."),
            button=_("See what it brought"),
            icon="users",
            url="networks:team",
            still_true=team_asks.ended_lately,
            wanted=team_asks.wanted_of_ended,
            duty=False,
        ),
    )
