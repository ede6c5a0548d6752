"""A team with people, for the tests of talks and expectations."""

from tests.cast import BEGUN, SYSTEM, Cast
from wijknetwerk.core import scope
from wijknetwerk.networks.models import Team, TeamMember, TeamTalk
from wijknetwerk.networks.services import talk
from wijknetwerk.networks.services.talk import There


def make_team(cast: Cast, *names: str, lead: str = "els") -> Team:
    """The team 'Kernteam', with Els who arranges it and the others."""
    with scope.acting(SYSTEM):
        team = Team.objects.create(
            network=cast.linde, name="Kernteam", kind="core", status="works", from_on=BEGUN
        )
        for name in {lead, *names}:
            TeamMember.objects.create(
                network=cast.linde,
                team=team,
                membership=cast.members[name],
                is_lead=name == lead,
                from_on=BEGUN,
            )
    return team


def begin_talk(cast: Cast, team: Team, who: str = "els") -> TeamTalk:
    """A talk that is going on."""
    actor = cast.actor(who)
    with scope.acting(actor):
        return talk.begin_talk(actor=actor, network=cast.linde, team=team, there=There())
