"""What tests of goals share: an action in De Linde, and acts by name."""

from datetime import date, timedelta
from typing import Any

from tests.cast import SYSTEM, TODAY, Cast
from wijknetwerk.core import scope
from wijknetwerk.goals.models import Action
from wijknetwerk.goals.services import actions
from wijknetwerk.goals.services.actions import NewAction
from wijknetwerk.networks.tests.teaming import by, waits_for

__all__ = ["SOON", "by", "make_action", "now", "waits_for"]

SOON = TODAY + timedelta(days=3)


def make_action(
    cast: Cast,
    name: str = "amina",
    *,
    who: str | None = None,
    what: str = "Zaal regelen",
    by_on: date = SOON,
    **more: Any,
) -> Action:
    """An action of `name`, made by `who`: themselves, unless said otherwise."""
    owner = cast.members[name].uuid if name else None
    new = NewAction(what=what, by_on=by_on, owner=owner, **more)
    made: Action = by(cast, who or name, actions.make, new=new)
    return made


def now(action: Action) -> Action:
    """The row as it stands."""
    with scope.acting(SYSTEM):
        return Action.objects.get(pk=action.pk)
