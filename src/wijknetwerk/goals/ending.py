"""The part of goals and actions in a stop (rule N6): what runs ends, what was reached is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Ending, EndingPart, endings
from wijknetwerk.goals.models import RUNNING, Action, Goal, GoalState, State
from wijknetwerk.goals.services import ending as services


def register() -> None:
    """Called once, when the app is ready."""
    title = gettext_lazy("Goals and actions")
    question = gettext_lazy("Which action is still done, and by whom? Who goes on with a goal?")
    endings.register("goals", EndingPart(title, 35, _tell, _act, question, _keep))


def _tell(network: Any) -> Sequence[str | Promise]:
    actions = Action.objects.filter(network=network, state__in=RUNNING).count()
    goals = Goal.objects.filter(network=network, state=GoalState.RUNNING).count()
    said = [
        (actions, ngettext("One action is open.", "%(num)s actions are open.", actions)),
        (goals, ngettext("You work on one goal.", "You work on %(num)s goals.", goals)),
    ]
    return [text % {"num": number} for number, text in said if number]


def _act(*, actor: Actor, network: Any, what: Ending) -> None:
    if what is Ending.STOP:
        services.stop(actor=actor, network=network)


def _keep(network: Any) -> Mapping[str, Any]:
    goals = Goal.objects.filter(network=network).order_by("pk")
    kept: dict[str, Any] = {
        f"{number}. {row.sentence}": f"{row.get_state_display()}. {row.brought}".strip()
        for number, row in enumerate(goals, 1)
    }
    done = Action.objects.filter(network=network, state=State.DONE).count()
    dropped = Action.objects.filter(network=network, state=State.DROPPED).count()
    return kept | {_("Actions that were done"): done, _("Actions that were let go"): dropped}
