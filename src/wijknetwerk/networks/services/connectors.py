"""Connectors: the fixed person of a discipline in a team. Asked and accepted, one at a time.

Locks memberships, then the team, then the question, in the order of leaving (`team_endings`), so
that no two acts wait for each other and there is one holder at every moment.
"""

from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access, access_teams, words
from wijknetwerk.networks.errors_teams import ConnectorChanged, NoConnectorYet, NotInTeam
from wijknetwerk.networks.models import (
    AskKind,
    AskState,
    Connector,
    Membership,
    Network,
    Team,
    TeamAsk,
)
from wijknetwerk.networks.services import (
    connector_phone,
    facts,
    people,
    team_asks,
    team_endings,
    team_places,
)


@transaction.atomic
def volunteer(
    *, actor: Actor, network: Network, team: UUID, discipline: str, said: str = ""
) -> TeamAsk | Connector:
    """'I take this over': asks the present connector, or for a vacancy the team's lead. Who leads
    the team needs nobody's yes for a vacancy."""
    found = access_teams.running_team(actor, network, team)
    mine = people.own_membership(actor, network)
    mine.network = network
    found = team_asks.lock_team(found)
    holder = _holder(found, discipline)
    _may_connect(mine, discipline, own_wish=True)
    if holder is not None and holder.membership_id == mine.pk:
        raise InvalidInput
    if holder is None and access_teams.may_edit(actor, found, access_teams.place_of(actor, found)):
        return _take(actor, found, mine, discipline, None)
    ask = team_asks.put(
        actor,
        found,
        AskKind.CONNECTOR,
        member=mine,
        asked_by=mine,
        discipline=discipline,
        said=said,
    )
    person = actor.person_uuid
    log.record(actor, "networks.connector_offered", ask, client=person, action=Action.CREATE)
    return ask


@transaction.atomic
def ask(
    *, actor: Actor, network: Network, team: UUID, discipline: str, member: UUID, said: str = ""
) -> TeamAsk:
    """Ask somebody to be connector: as its present connector, or for a vacancy as the lead."""
    found = access_teams.running_team(actor, network, team)
    mine, other = _both(actor, network, member)
    found = team_asks.lock_team(found)
    holder = _holder(found, discipline)
    held_by = holder.membership_id if holder else None
    edits = access_teams.may_edit(actor, found, access_teams.place_of(actor, found))
    if not access_teams.decides(me=mine.pk, holder=held_by, edits=edits):
        raise NotAllowed
    if other is None or other.pk == mine.pk:
        raise InvalidInput
    _may_connect(other, discipline, own_wish=False)
    asked = team_asks.put(
        actor,
        found,
        AskKind.CONNECTOR,
        member=other,
        asked_by=mine,
        discipline=discipline,
        said=said,
    )
    person = other.person.uuid
    log.record(actor, "networks.connector_asked", asked, client=person, action=Action.CREATE)
    return asked


@transaction.atomic
def accept(*, actor: Actor, network: Network, ask: UUID) -> Connector:
    """Say yes: the old connector's period ends and the new one begins on the same day."""
    asked = access_teams.ask_for(actor, network, ask)
    _must_answer(actor, asked)
    before = access_teams.holder_of(asked)
    both = [asked.membership_id, asked.asked_by_id, *([before.membership_id] if before else [])]
    members = team_asks.lock_members(network, both)
    team = team_asks.lock_team(asked.team)
    team_asks.lock_ask(asked)
    holder = _holder(team, asked.discipline)
    if (holder and holder.pk) != (before and before.pk):
        raise ConnectorChanged
    _must_answer(actor, asked)
    if asked.asked_by_id != asked.membership_id and not _may_still_ask(team, asked, holder):
        raise ConnectorChanged
    taker = members[asked.membership_id]
    _may_connect(taker, asked.discipline, own_wish=asked.asked_by_id == taker.pk)
    if holder is not None:
        holder.membership = members[holder.membership_id]
    team_asks.close(asked, AskState.ACCEPTED)
    return _take(actor, team, taker, asked.discipline, holder)


@transaction.atomic
def decline(*, actor: Actor, network: Network, ask: UUID) -> TeamAsk:
    """Say no; who is connector stays so."""
    asked = access_teams.ask_for(actor, network, ask)
    _must_answer(actor, asked)
    team_asks.lock_ask(asked)
    team_asks.close(asked, AskState.DECLINED)
    person = asked.membership.person.uuid
    log.record(actor, "networks.connector_declined", asked, client=person)
    return asked


@transaction.atomic
def describe(
    *,
    actor: Actor,
    network: Network,
    connector: UUID,
    phone_shown: bool,
    phone: str,
    substitute: UUID | None,
) -> Connector:
    """Say which number members may call, and who stands in; only the connector says that."""
    found = access_teams.connector_for(actor, network, connector)
    mine, other = _both(actor, network, substitute)
    if found.membership_id != mine.pk:
        raise NotAllowed
    row = _locked(found)
    if other is not None and other.pk == mine.pk:
        raise InvalidInput
    row.membership, row.substitute = mine, other
    if phone_shown:
        connector_phone.show(actor, row, phone)
    else:
        connector_phone.hide(actor, row)
    row.save(update_fields=["substitute", "phone_shown", "phone"])
    log.record(
        actor,
        "networks.connector_described",
        row,
        client=actor.person_uuid,
        fields=["phone", "substitute"],
    )
    return row


@transaction.atomic
def stop(*, actor: Actor, network: Network, connector: UUID) -> Connector:
    """Be connector no longer: by oneself, or by who leads the team. The vacancy shows."""
    found = access_teams.connector_for(actor, network, connector)
    member = team_asks.lock_members(network, [found.membership_id])[found.membership_id]
    team = team_asks.lock_team(found.team)
    row = _locked(found)
    row.membership = member
    team_endings.end_connector(actor, row)
    person = found.membership.person.uuid
    log.record(actor, "networks.connector_ended", row, client=person)
    facts.count_soon(network.pk)
    team_asks.ask_others(team)
    return row


def _both(
    actor: Actor, network: Network, other: UUID | None
) -> tuple[Membership, Membership | None]:
    """The actor's own membership and that of another, both locked, in the fixed order."""
    mine = access.own_membership(actor, network)
    them = people.active_member(network, other, lock=False) if other else None
    found = team_asks.lock_members(network, [mine.pk, *([them.pk] if them else [])])
    return found[mine.pk], found[them.pk] if them else None


def _take(
    actor: Actor, team: Team, taker: Membership, discipline: str, old: Connector | None
) -> Connector:
    """Make the member connector from today; the caller holds the locks."""
    team_places.ensure(team, taker)
    if old is not None:
        team_endings.end_connector(actor, old)
        person = old.membership.person.uuid
        log.record(actor, "networks.connector_ended", old, client=person, reason="handed_over")
    new = Connector.objects.create(
        network_id=team.network_id,
        team=team,
        discipline=discipline,
        membership=taker,
        from_on=clock.today(),
    )
    if discipline not in team.wanted:
        team.wanted = [*team.wanted, discipline]
        team.save(update_fields=["wanted"])
    others = TeamAsk.objects.filter(team=team, kind=AskKind.CONNECTOR, discipline=discipline)
    team_asks.close_all(others, AskState.DECLINED)
    person = taker.person.uuid
    log.record(actor, "networks.connector_taken_over", new, client=person, action=Action.CREATE)
    facts.count_soon(team.network_id)
    return new


def _must_answer(actor: Actor, asked: TeamAsk) -> None:
    if asked.kind != AskKind.CONNECTOR or not access_teams.may_answer(actor, asked):
        raise NotAllowed


def _may_still_ask(team: Team, asked: TeamAsk, holder: Connector | None) -> bool:
    """Who asked may still give it away: the present connector, or for a vacancy whoever asked."""
    return holder is None or holder.membership_id == asked.asked_by_id


def _holder(team: Team, discipline: str) -> Connector | None:
    """Who is connector in the locked team now."""
    rows = Connector.objects.filter(team=team, discipline=discipline, until_on=None)
    return rows.select_for_update(of=("self",)).first()


def _locked(found: Connector) -> Connector:
    """The row, locked, while it goes on. NotInTeam otherwise."""
    row = Connector.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if row.until_on is not None:
        raise NotInTeam
    return row


def _may_connect(member: Membership, discipline: str, *, own_wish: bool) -> None:
    """A connector works in the profession and is no learner. Who leads may ask somebody whose
    profession nobody wrote down."""
    if discipline not in words.disciplines():
        raise InvalidInput
    same = member.discipline == discipline
    unknown = not member.discipline and not own_wish
    if not (same or unknown) or team_places.supervisor_of(member) is not None:
        raise NoConnectorYet
