"""Closing a question to take an action over, when it is answered or the action ends."""

from django.db.models import Q, QuerySet

from wijknetwerk.core import clock
from wijknetwerk.goals.models import Action, ActionAsk, AskState
from wijknetwerk.goals.selectors import action_waits
from wijknetwerk.notices.services import waiting


def close(ask: ActionAsk, state: AskState) -> None:
    """A locked question has its answer: it waits for nobody any more."""
    ask.state, ask.answered_at = state, clock.now()
    ask.save(update_fields=["state", "answered_at"])
    waiting.done(kind=action_waits.ASKED, subject=ask.uuid)


def withdraw(action: Action) -> None:
    """The action ended, or has somebody else: nobody is asked any more."""
    for ask in ActionAsk.objects.filter(action=action, state=AskState.ASKED):
        close(ask, AskState.WITHDRAWN)


def asks_of(membership_id: int) -> QuerySet[ActionAsk]:
    """Questions that wait, by this member or for them."""
    theirs = Q(membership=membership_id) | Q(asked_by=membership_id)
    return ActionAsk.objects.filter(theirs, state=AskState.ASKED)


def withdraw_of(membership_id: int) -> None:
    """Somebody left: they are asked nothing, and their own questions end."""
    for ask in asks_of(membership_id):
        close(ask, AskState.WITHDRAWN)
