"""Whose talk, expectations and remit somebody reads and writes: of a network, or of one team.

A team's talk and expectations are for who is in it now and for who leads the network. What a
network or team is for, and what not, every member reads. Leading a team counts within it.
"""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks.access import Act, allows, network_for, thing_for
from wijknetwerk.networks.models import (
    ExpectationRound,
    MembershipRole,
    Network,
    RoleCode,
    Team,
    TeamMember,
    TeamTalk,
    within,
)


class OnlyTheTeam(NotAllowed):
    """A member of the network who is not in the team."""

    message = _("Only people in this team, and who leads the network, see this.")


@dataclass(frozen=True, slots=True)
class Ground:
    """A network, or a team in it, and what the actor is there."""

    network: Network
    team: Team | None
    takes_part: bool
    leads: bool

    @property
    def name(self) -> str:
        """How it is called on the screen."""
        return self.team.name if self.team else self.network.name

    @property
    def is_over(self) -> bool:
        """A team that ended is only read."""
        return self.team is not None and self.team.over

    @property
    def may_write(self) -> bool:
        """Whether the actor may add words here."""
        return self.takes_part and not self.is_over

    @property
    def may_lead(self) -> bool:
        """Whether the actor may open and close things here."""
        return self.leads and not self.is_over


def ground_for(actor: Actor, slug: str, team: UUID | None = None) -> Ground:
    """The network, or a team in it, for a member. NotFound for everybody else."""
    network = network_for(actor, slug, to=Act.SEE)
    return _ground(actor, network, None if team is None else _team(network, team))


def inner_ground_for(actor: Actor, slug: str, team: UUID | None = None) -> Ground:
    """The same, only for who takes part in it. OnlyTheTeam for other members."""
    return _inner(ground_for(actor, slug, team))


def _inner(ground: Ground) -> Ground:
    if not ground.takes_part:
        raise OnlyTheTeam
    return ground


def _team(network: Network, uuid: UUID) -> Team:
    team = Team.objects.filter(network=network, uuid=uuid).first()
    if team is None:
        raise NotFound
    return team


def _ground(actor: Actor, network: Network, team: Team | None) -> Ground:
    leads = allows(actor, Act.MANAGE_MEMBERS, network)
    standing = actor.standing_in(network.pk)
    if team is None or leads:
        return Ground(network, team, standing is not None or leads, leads)
    place = None
    if standing is not None:
        rows = TeamMember.objects.filter(within(clock.today()), team=team)
        place = rows.filter(membership_id=standing.membership_id).first()
    return Ground(network, team, place is not None, place is not None and place.is_lead)


def talk_for(actor: Actor, slug: str, uuid: UUID) -> tuple[Ground, TeamTalk]:
    """A team's talk, for who is in the team or leads the network."""
    rows = TeamTalk.objects.filter(uuid=uuid).select_related("team")
    talk = thing_for(actor, slug, rows, to=Act.SEE)
    return _inner(_ground(actor, talk.network, talk.team)), talk


def round_for(actor: Actor, slug: str, uuid: UUID) -> tuple[Ground, ExpectationRound]:
    """A round of expectations, for who takes part in the network or the team."""
    network = network_for(actor, slug, to=Act.SEE)
    rows = ExpectationRound.objects.filter(network=network, uuid=uuid)
    found = rows.select_related("team").first()
    if found is None:
        raise NotFound
    return _inner(_ground(actor, network, found.team)), found


def reads_words(round: ExpectationRound, *, said_own: bool) -> bool:
    """Whether somebody in a round sees what the others said: after their own words, so that nobody
    copies, or when it is closed."""
    return said_own or not round.is_open


def check_inner(actor: Actor, network: Network, team: Team | None) -> Ground:
    """The ground for a service. NotFound for strangers, OnlyTheTeam for other members."""
    if not allows(actor, Act.SEE, network):
        raise NotFound
    return _inner(_ground(actor, network, team))


def check_leads(actor: Actor, network: Network, team: Team | None) -> Ground:
    """The same for who opens and closes things. NotAllowed for who only takes part."""
    ground = check_inner(actor, network, team)
    if not ground.may_lead:
        raise NotAllowed
    return ground


def learning_for(actor: Actor, slug: str, uuid: UUID) -> MembershipRole:
    """A learner's role that still runs or ended, for who manages members."""
    network = network_for(actor, slug, to=Act.MANAGE_MEMBERS)
    rows = MembershipRole.objects.filter(network=network, uuid=uuid, role=RoleCode.LEARNER)
    role = rows.select_related("membership", "person", "network").first()
    if role is None:
        raise NotFound
    return role
