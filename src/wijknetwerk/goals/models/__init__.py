"""What is stored: goals with their measures, and actions."""

from wijknetwerk.goals.models.action import Action, ActionAsk, ActionStep, AskState
from wijknetwerk.goals.models.goal import Direction, Goal, GoalState, Measure, MeasureValue
from wijknetwerk.goals.models.states import NEXT, RUNNING, WITH_DAY, WITH_REASON, State, Step, after

__all__ = [
    "NEXT",
    "RUNNING",
    "WITH_DAY",
    "WITH_REASON",
    "Action",
    "ActionAsk",
    "ActionStep",
    "AskState",
    "Direction",
    "Goal",
    "GoalState",
    "Measure",
    "MeasureValue",
    "State",
    "Step",
    "after",
]
