"""Beginning with an example: goals, what to count and actions, all at once or not at all."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.goals.models import Goal
from wijknetwerk.goals.services import actions, goals
from wijknetwerk.goals.services.actions import NewAction
from wijknetwerk.goals.services.goals import SaidGoal, SaidMeasure

MOST = 60  # goals and actions at once: a form that sends more was not made by us


@dataclass(frozen=True, slots=True)
class Chosen:
    """A goal as it was changed on the screen, with what was left in."""

    goal: SaidGoal
    measures: tuple[SaidMeasure, ...] = ()
    actions: tuple[tuple[str, date, UUID | None], ...] = ()


@transaction.atomic
def begin(*, actor: Actor, network: Any, chosen: list[Chosen]) -> list[Goal]:
    """Make all of it. One thing that can't be made undoes everything: nothing half done."""
    if not chosen or sum(1 + len(one.actions) for one in chosen) > MOST:
        raise InvalidInput
    made = []
    for one in chosen:
        goal = goals.make(actor=actor, network=network, said=one.goal)
        for measure in one.measures:
            goals.add_measure(actor=actor, network=network, goal=goal.uuid, said=measure)
        for what, by_on, owner in one.actions:
            new = NewAction(what=what, by_on=by_on, owner=owner, goal=goal.uuid, team=one.goal.team)
            actions.make(actor=actor, network=network, new=new)
        made.append(goal)
    return made
