"""Who may see and do what with actions and goals.

All members see them. Who owns one, who leads its team and who leads the network may change it.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotAllowed, NotFound
from wijknetwerk.goals.models import Action, ActionAsk, AskState, Goal, Measure
from wijknetwerk.networks import access, access_teams
from wijknetwerk.networks.access import Act

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

LEAD = Act.MAKE_TEAMS  # who leads the network; of a team, its lead as well


def leads(actor: Actor, row: Action | Goal) -> bool:
    """Whether the actor leads the network of this action or goal, or its team."""
    if access.allows(actor, LEAD, row.network):
        return True
    if row.team is None or actor.standing_in(row.network_id) is None:
        return False
    place = access_teams.place_of(actor, row.team)
    return place is not None and place.is_lead


def owns(actor: Actor, row: Action | Goal) -> bool:
    """Whether it is the actor's own, as the member that they are now."""
    standing = actor.standing_in(row.network_id)
    return standing is not None and standing.membership_id == row.owner_id


def may_change(actor: Actor, row: Action | Goal) -> bool:
    """Whether the actor may change it: the owner and who leads."""
    return owns(actor, row) or leads(actor, row)


def action_for(actor: Actor, network: "Network", uuid: UUID) -> Action:
    """An action of the network, for every member."""
    access.require(actor, Act.SEE, network)
    rows = Action.objects.select_related("owner__person", "team", "goal", "made_by")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    if found.team is not None:
        found.team.network = network
    return found


def action_to_change(actor: Actor, network: "Network", uuid: UUID) -> Action:
    """The same, for its owner and who leads. NotAllowed for other members."""
    found = action_for(actor, network, uuid)
    if not may_change(actor, found):
        raise NotAllowed
    return found


def ask_for(actor: Actor, network: "Network", uuid: UUID) -> ActionAsk:
    """A question to take an action over: for who is asked, who asked, and who leads."""
    access.require(actor, Act.SEE, network)
    rows = ActionAsk.objects.select_related(
        "action__team", "action__owner__person", "asked_by__person", "membership__person"
    )
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.action.network = network
    if found.action.team is not None:
        found.action.team.network = network
    mine = actor.person_id in (found.membership.person_id, found.asked_by.person_id)
    if not mine and not leads(actor, found.action):
        raise NotFound
    return found


def may_answer(actor: Actor, ask: ActionAsk) -> bool:
    """Only who is asked says yes or no."""
    return ask.state == AskState.ASKED and ask.membership.person_id == actor.person_id


def goal_for(actor: Actor, network: "Network", uuid: UUID) -> Goal:
    """A goal of the network, for every member."""
    access.require(actor, Act.SEE, network)
    rows = Goal.objects.select_related("owner__person", "team", "made_by")
    found = rows.filter(network=network, uuid=uuid).first()
    if found is None:
        raise NotFound
    found.network = network
    return _within(found)


def goal_at(actor: Actor, slug: str, uuid: UUID) -> Goal:
    """The same for its page, by one query with its network."""
    rows = Goal.objects.filter(uuid=uuid).select_related("owner__person", "team", "made_by")
    return _within(access.thing_for(actor, slug, rows, to=Act.SEE))


def _within(goal: Goal) -> Goal:
    if goal.team is not None:
        goal.team.network = goal.network
    return goal


def goal_to_change(actor: Actor, network: "Network", uuid: UUID) -> Goal:
    """The same, for its owner and who leads. NotAllowed for other members."""
    found = goal_for(actor, network, uuid)
    if not may_change(actor, found):
        raise NotAllowed
    return found


def measure_to_change(actor: Actor, network: "Network", uuid: UUID) -> Measure:
    """A measure, for who may change its goal."""
    access.require(actor, Act.SEE, network)
    found = Measure.objects.filter(network=network, uuid=uuid).select_related("goal").first()
    if found is None:
        raise NotFound
    found.goal = goal_to_change(actor, network, found.goal.uuid)
    return found
