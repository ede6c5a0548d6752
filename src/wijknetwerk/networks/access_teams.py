"""Who may see and do what in a team. Members of the network see all teams; leads and leaders edit.

A team's lead is a member of it, not a role of the network: it gives nothing outside the team.
"""

from typing import Protocol
from uuid import UUID

from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.networks import access
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.models import (
    AskKind,
    Connector,
    Membership,
    Network,
    OpenTo,
    Team,
    TeamAsk,
    TeamMember,
    within,
)


class TeamOver(NotAllowed):
    """A team that ended can be read, not changed."""

    code = "team_over"
    message = _("This team has ended. You can still read about it.")


def team_for(actor: Actor, network: Network, uuid: UUID) -> Team:
    """A team of the network, also one that ended, for every member."""
    team = Team.objects.filter(network=network, uuid=uuid).first()
    if team is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    team.network = network
    return team


def team_at(actor: Actor, slug: str, uuid: UUID) -> Team:
    """The same for its page, in one query: with its network, and with `own_discipline`, what the
    actor works as."""
    standing = next((one for one in actor.standings if one.slug == slug), None)
    if standing is None:
        raise NotFound
    me = Membership.objects.filter(pk=standing.membership_id)
    rows = Team.objects.filter(network=standing.network_id, uuid=uuid).select_related("network")
    team = rows.annotate(own_discipline=Subquery(me.values("discipline"))).first()
    if team is None or not access.allows(actor, Act.SEE, team.network):
        raise NotFound
    return team


class Place(Protocol):
    """A place in a team: the row, or what a page read of it."""

    @property
    def is_lead(self) -> bool:
        """Whether who has it leads the team."""
        ...


def may_edit(actor: Actor, team: Team, place: Place | None) -> bool:
    """Whether the actor, with this place of their own in the team, may change it."""
    if team.over:
        return False
    leads = place is not None and place.is_lead
    return leads or access.allows(actor, Act.MAKE_TEAMS, team.network)


def team_to_edit(actor: Actor, network: Network, uuid: UUID) -> Team:
    """A team for its lead and the leaders of the network. NotAllowed for other members."""
    team = running_team(actor, network, uuid)
    if not may_edit(actor, team, place_of(actor, team)):
        raise NotAllowed
    return team


def running_team(actor: Actor, network: Network, uuid: UUID) -> Team:
    """A team that goes on, for every member. TeamOver for one that ended."""
    team = team_for(actor, network, uuid)
    if team.over:
        raise TeamOver
    return team


def joins_at_once(team: Team, partner_id: int | None) -> bool:
    """Whether a member joins with one tap. Who takes part for themselves asks where residents are
    in the team when the team asks them."""
    invited = team.open_to_residents == OpenTo.INVITED and partner_id is None
    return team.joins_freely and not invited


def place_of(actor: Actor, team: Team) -> TeamMember | None:
    """The actor's own place in the team today."""
    standing = actor.standing_in(team.network_id)
    if standing is None:
        return None
    rows = TeamMember.objects.filter(within(clock.today()), team=team)
    return rows.filter(membership=standing.membership_id).first()


def own_place(actor: Actor, network: Network, uuid: UUID) -> TeamMember:
    """The actor's own place in a team that goes on. NotFound for who is not in it."""
    team = running_team(actor, network, uuid)
    place = place_of(actor, team)
    if place is None:
        raise NotFound
    place.team = team
    return place


def place_for(actor: Actor, network: Network, team: UUID, uuid: UUID) -> TeamMember:
    """Somebody's place in a team, for who may edit the team."""
    found = team_to_edit(actor, network, team)
    rows = TeamMember.objects.filter(within(clock.today()), team=found, uuid=uuid)
    place = rows.select_related("membership__person").first()
    if place is None:
        raise NotFound
    place.team = found
    return place


def connector_for(actor: Actor, network: Network, uuid: UUID) -> Connector:
    """A connector of now: for who is it, for the team's lead and for the leaders."""
    rows = Connector.objects.filter(within(clock.today()), network=network, uuid=uuid)
    found = rows.select_related("team", "membership__person").first()
    if found is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    found.team.network = network
    mine = found.membership.person_id == actor.person_id
    if not mine and not may_edit(actor, found.team, place_of(actor, found.team)):
        raise NotAllowed
    return found


def ask_for(actor: Actor, network: Network, uuid: UUID) -> TeamAsk:
    """A question in a team, for who asked it and who may answer it. NotFound for others."""
    rows = TeamAsk.objects.filter(network=network, uuid=uuid)
    found = rows.select_related("team", "membership__person", "asked_by__person").first()
    if found is None or not access.allows(actor, Act.SEE, network):
        raise NotFound
    found.team.network = network
    two = {found.membership.person_id, found.asked_by.person_id}
    if actor.person_id not in two and not may_answer(actor, found):
        raise NotFound
    return found


def may_answer(actor: Actor, ask: TeamAsk) -> bool:
    """Whether the answer is this person's."""
    holder = holder_of(ask)
    standing = actor.standing_in(ask.team.network_id)
    return standing is not None and answers(
        ask,
        me=standing.membership_id,
        holder=holder.membership_id if holder else None,
        edits=may_edit(actor, ask.team, place_of(actor, ask.team)),
    )


def answers(ask: TeamAsk, *, me: int, holder: int | None, edits: bool) -> bool:
    """Whether the answer is this member's: who was asked; for a wish of somebody's own, who
    decides on it."""
    if ask.asked_by_id != ask.membership_id:
        return ask.membership_id == me
    return decides(me=me, holder=holder, edits=edits)


def decides(*, me: int, holder: int | None, edits: bool) -> bool:
    """Whether this member says who is connector, or in the team: the present connector, or without
    one the team's lead or a leader, who may edit it."""
    return edits if holder is None else holder == me


def holder_of(ask: TeamAsk) -> Connector | None:
    """Who is connector now of the discipline that is asked about."""
    if ask.kind != AskKind.CONNECTOR:
        return None
    rows = Connector.objects.filter(
        within(clock.today()), team=ask.team_id, discipline=ask.discipline
    )
    return rows.select_related("membership__person").first()
