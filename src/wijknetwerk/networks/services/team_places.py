"""Places in a team: joining, asking, leading, leaving. A place ends and is never deleted."""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access_teams
from wijknetwerk.networks.errors_teams import (
    InTeamAlready,
    LearnerLeadsNot,
    LearnsHere,
    NotInTeam,
    OnlyForParties,
)
from wijknetwerk.networks.models import (
    AskKind,
    AskState,
    Membership,
    MembershipRole,
    Network,
    OpenTo,
    Represents,
    RoleCode,
    Team,
    TeamAsk,
    TeamMember,
    within,
)
from wijknetwerk.networks.services import facts, people, team_asks, team_endings, team_waits


@transaction.atomic
def join(*, actor: Actor, network: Network, team: UUID, said: str = "") -> TeamMember | TeamAsk:
    """Join a team that members join freely; else ask its lead, with a sentence."""
    found = access_teams.running_team(actor, network, team)
    mine = people.own_membership(actor, network)
    mine.network = network
    found = team_asks.lock_team(found)
    _may_be_in(found, mine)
    _not_in(found, mine)
    if not access_teams.joins_at_once(found, mine.partner_id):
        ask = team_asks.put(actor, found, AskKind.JOIN, member=mine, asked_by=mine, said=said)
        person = actor.person_uuid
        log.record(actor, "networks.team_join_asked", ask, client=person, action=Action.CREATE)
        return ask
    place = put(found, mine)
    log.record(actor, "networks.team_joined", place, client=actor.person_uuid, action=Action.CREATE)
    return place


@transaction.atomic
def answer(*, actor: Actor, network: Network, ask: UUID, yes: bool) -> TeamAsk:
    """Say yes or no to somebody who asked to join."""
    asked = access_teams.ask_for(actor, network, ask)
    if asked.kind != AskKind.JOIN or not access_teams.may_answer(actor, asked):
        raise NotAllowed
    members = team_asks.lock_members(network, [asked.membership_id])
    team = team_asks.lock_team(asked.team)
    team_asks.lock_ask(asked)
    person = asked.membership.person.uuid
    if yes:
        ensure(team, members[asked.membership_id])
    team_asks.close(asked, AskState.ACCEPTED if yes else AskState.DECLINED)
    event = "networks.team_join_accepted" if yes else "networks.team_join_declined"
    log.record(actor, event, asked, client=person)
    return asked


@transaction.atomic
def withdraw(*, actor: Actor, network: Network, ask: UUID) -> TeamAsk:
    """Take one's own question back, of either kind."""
    asked = access_teams.ask_for(actor, network, ask)
    if asked.asked_by.person_id != actor.person_id:
        raise NotAllowed
    team_asks.lock_ask(asked)
    team_asks.close(asked, AskState.WITHDRAWN)
    log.record(actor, "networks.team_ask_withdrawn", asked, client=actor.person_uuid)
    return asked


@transaction.atomic
def add(
    *, actor: Actor, network: Network, team: UUID, member: UUID, represents: str, is_lead: bool
) -> TeamMember:
    """Add a member of the network to the team, as its lead or a leader."""
    found = access_teams.team_to_edit(actor, network, team)
    other = people.active_member(network, member)
    other.network = network
    found = team_asks.lock_team(found)
    _may_be_in(found, other)
    _not_in(found, other)
    check_lead(other, is_lead=is_lead)
    place = put(found, other, represents=Represents(represents), is_lead=is_lead)
    person = other.person.uuid
    log.record(actor, "networks.team_added", place, client=person, action=Action.CREATE)
    team_asks.close_all(
        TeamAsk.objects.filter(team=found, membership=other, kind=AskKind.JOIN), AskState.ACCEPTED
    )
    if is_lead:
        team_asks.ask_others(found)
    return place


@transaction.atomic
def change(
    *, actor: Actor, network: Network, team: UUID, place: UUID, represents: str, is_lead: bool
) -> TeamMember:
    """Say for whom somebody speaks and whether they lead: a new period begins."""
    found = access_teams.place_for(actor, network, team, place)
    member = team_asks.lock_members(network, [found.membership_id])[found.membership_id]
    locked = team_asks.lock_team(found.team)
    old = open_place(locked, member)
    if (old.represents, old.is_lead) == (represents, is_lead):
        return old
    check_lead(member, is_lead=is_lead)
    team_endings.finish(old, clock.today())
    new = put(locked, member, represents=Represents(represents), is_lead=is_lead)
    person = found.membership.person.uuid
    log.record(actor, "networks.team_place_changed", new, client=person, lead=is_lead)
    if old.is_lead != is_lead:
        team_asks.ask_others(locked)
    if not is_lead:
        team_waits.leads_no_more(locked.pk, member.person_id)
    return new


@transaction.atomic
def leave(*, actor: Actor, network: Network, team: UUID) -> None:
    """Leave a team by oneself; one's connectors and line in it end too."""
    place = access_teams.own_place(actor, network, team)
    mine = people.own_membership(actor, network)
    mine.network = network
    locked = team_asks.lock_team(place.team)
    open_place(locked, mine)
    team_endings.end_in_team(actor, locked, mine)
    log.record(actor, "networks.team_left", place, client=actor.person_uuid)
    facts.count_soon(network.pk)


@transaction.atomic
def take_out(*, actor: Actor, network: Network, team: UUID, place: UUID) -> None:
    """End somebody's place, as the team's lead or a leader."""
    found = access_teams.place_for(actor, network, team, place)
    member = team_asks.lock_members(network, [found.membership_id])[found.membership_id]
    locked = team_asks.lock_team(found.team)
    open_place(locked, member)
    team_endings.end_in_team(actor, locked, member)
    person = found.membership.person.uuid
    log.record(actor, "networks.team_taken_out", found, client=person)
    facts.count_soon(network.pk)


def ensure(team: Team, member: Membership) -> TeamMember:
    """The member's place in the locked team, made when there is none."""
    rows = TeamMember.objects.filter(within(clock.today()), team=team, membership=member)
    place = rows.first()
    if place is not None:
        return place
    _may_be_in(team, member)
    return put(team, member)


def check_lead(member: Membership, *, is_lead: bool) -> None:
    """A learner leads no team: what they do, they do under supervision."""
    if is_lead and supervisor_of(member) is not None:
        raise LearnerLeadsNot


def put(
    team: Team,
    member: Membership,
    *,
    represents: Represents | None = None,
    is_lead: bool = False,
) -> TeamMember:
    """Store a place from today; the caller holds the locks and looked whether it may."""
    said = Represents.ORGANISATION if member.partner_id else Represents.SELF
    facts.count_soon(team.network_id)
    return TeamMember.objects.create(
        network_id=team.network_id,
        team=team,
        membership=member,
        represents=represents or said,
        is_lead=is_lead,
        from_on=clock.today(),
    )


def open_place(team: Team, member: Membership) -> TeamMember:
    """The member's place of today. NotInTeam otherwise."""
    rows = TeamMember.objects.filter(team=team, membership=member, until_on=None)
    place = rows.select_for_update(of=("self",)).first()
    if place is None:
        raise NotInTeam
    return place


def _not_in(team: Team, member: Membership) -> None:
    if TeamMember.objects.filter(team=team, membership=member, until_on=None).exists():
        raise InTeamAlready


def _may_be_in(team: Team, member: Membership) -> None:
    """Refuse who takes part for themselves in a team of parties, and a learner alone."""
    if member.partner_id is None and team.open_to_residents == OpenTo.NO:
        raise OnlyForParties
    supervisor = supervisor_of(member)
    if supervisor is None:
        return
    rows = TeamMember.objects.filter(within(clock.today()), team=team, membership=supervisor)
    if not rows.exists():
        raise LearnsHere


def supervisor_of(member: Membership) -> int | None:
    """The supervisor of a member who is a learner today; None for everybody else."""
    rows = MembershipRole.objects.filter(
        within(clock.today()), membership=member, role=RoleCode.LEARNER
    )
    found = rows.first()
    return found.supervisor_id if found else None
