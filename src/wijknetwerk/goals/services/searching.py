"""Keeping what can be found in step with goals and actions, in the transaction of the change."""

from wijknetwerk.goals.models import Action, Goal, State
from wijknetwerk.goals.selectors.search_texts import ACTION, action_text, goal_text
from wijknetwerk.networks.services import search


def action_changed(row: Action) -> None:
    """What was let go is read, not found."""
    if row.state == State.DROPPED:
        search.forget(ACTION, row.uuid)
    else:
        search.keep(action_text(row))


def goal_changed(row: Goal) -> None:
    """After a goal was made or changed."""
    search.keep(goal_text(row))
