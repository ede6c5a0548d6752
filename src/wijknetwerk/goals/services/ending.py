"""What happens to goals and actions when their network stops."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.goals.models import (
    RUNNING,
    Action,
    ActionStep,
    Goal,
    GoalState,
    State,
    Step,
)
from wijknetwerk.goals.services import action_asks_end, action_waits


def stop(*, actor: Actor, network: Any) -> None:
    """What is open is let go and goals are closed, each on record. Run again it does nothing."""
    with translation.override("nl"):
        why = _("The network stopped.")
    rows = Action.objects.select_for_update(of=("self",)).filter(network=network, state__in=RUNNING)
    for action in rows.select_related("owner").order_by("pk"):
        action.network = network
        if action.by_on < clock.today() and action.missed_on is None:
            action.missed_on = action.by_on
        action.state = State.DROPPED
        action.version += 1
        action.save(update_fields=["state", "missed_on", "version"])
        ActionStep.objects.create(
            network=network,
            action=action,
            step=Step.DROP,
            reason=why,
            by_id=actor.person_id,
            at=clock.now(),
        )
        action_asks_end.withdraw(action)
        action_waits.refresh(action)
        log.record(actor, "goals.action_drop", action)
    goals = Goal.objects.select_for_update(of=("self",)).filter(
        network=network, state=GoalState.RUNNING
    )
    for goal in goals.order_by("pk"):
        goal.state, goal.ended_on, goal.brought = GoalState.STOPPED, clock.today(), why
        goal.version += 1
        goal.save(update_fields=["state", "ended_on", "brought", "version"])
        log.record(actor, "goals.goal_stopped", goal)
