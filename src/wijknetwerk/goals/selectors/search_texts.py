"""What of goals and actions can be found by typing: by the members of their network only."""

from collections.abc import Iterator

from wijknetwerk.core.registries import Audience, SearchText
from wijknetwerk.goals.models import Action, Goal, State

ACTION, GOAL = "goals.action", "goals.goal"


def action_text(row: Action) -> SearchText:
    """An action as it can be found; no names of people stand in it."""
    return SearchText(ACTION, row.uuid, row.network_id, row.what, "", Audience.MEMBERS)


def goal_text(row: Goal) -> SearchText:
    """A goal as it can be found."""
    body = f"{row.for_whom}\n{row.brought}"
    return SearchText(GOAL, row.uuid, row.network_id, row.sentence, body, Audience.MEMBERS)


def actions(network_id: int | None) -> Iterator[SearchText]:
    """All that was not let go, of one network or of all."""
    rows = Action.objects.exclude(state=State.DROPPED).filter(network__stopped_on=None)
    if network_id is not None:
        rows = rows.filter(network=network_id)
    yield from (action_text(row) for row in rows.order_by("pk"))


def goals(network_id: int | None) -> Iterator[SearchText]:
    """All goals, of one network or of all."""
    rows = Goal.objects.filter(network__stopped_on=None)
    if network_id is not None:
        rows = rows.filter(network=network_id)
    yield from (goal_text(row) for row in rows.order_by("pk"))
