"""Letting an action wait for its owner, or for who leads while it has none."""

from typing import Any

from django.db.models import QuerySet

from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.goals.models import RUNNING, Action, ActionAsk, AskState
from wijknetwerk.goals.selectors import action_waits
from wijknetwerk.notices.services import waiting

SYSTEM = Actor.system("goals.actions")
OF_OWNER = (action_waits.DUE, action_waits.GIVEN)


def refresh(action: Action) -> None:
    """Open and close what waits because of this action, as it stands now.

    In the transaction of the change. A day that moved closes the old row and opens a new one.
    """
    today, runs = clock.today(), action.state in RUNNING
    if runs and (action.owner is None or not action.owner.holds_on(today)):
        waiting.all_done(kinds=OF_OWNER, subject=action.uuid)
        wanted = action_waits.for_leaders(action)
        waiting.only_for(actor=SYSTEM, kind=action_waits.VACANT, subject=action.uuid, wanted=wanted)
        return
    waiting.all_done(kinds=(*OF_OWNER, action_waits.VACANT), subject=action.uuid)
    if not runs or action.owner is None:
        return
    mine = action_waits.for_owner(action, action.owner.person_id)
    if action.by_on <= today + action_waits.SOON:
        waiting.wait(actor=SYSTEM, kind=action_waits.DUE, wanted=mine)
    elif not action.owner_agreed:
        waiting.wait(actor=SYSTEM, kind=action_waits.GIVEN, wanted=mine)


def renew_ask(action: Action) -> None:
    """The words of a question that waits, after the words of its action changed."""
    rows = ActionAsk.objects.filter(action=action, state=AskState.ASKED)
    for ask in rows.select_related("network", "action", "asked_by__person", "membership"):
        waiting.done(kind=action_waits.ASKED, subject=ask.uuid)
        wanted = action_waits.for_asked(ask)
        waiting.wait(actor=SYSTEM, kind=action_waits.ASKED, wanted=wanted)


def open_due() -> int:
    """Every night: what has come near waits for its owner, and vacancies for who leads now."""
    count = 0
    for wanted in action_waits.wanted_due():
        waiting.wait(actor=SYSTEM, kind=action_waits.DUE, wanted=wanted)
        waiting.done(kind=action_waits.GIVEN, subject=wanted.subject)
        count += 1
    _ask_leaders(action_waits.vacant())
    return count


def role_changed(role: Any) -> None:
    """A role began or ended: vacancies of that network wait for who leads now."""
    _ask_leaders(action_waits.vacant().filter(network=role.network_id))


def _ask_leaders(rows: QuerySet[Action]) -> None:
    for row in rows.select_related("network", "team").order_by("pk"):
        wanted = action_waits.for_leaders(row)
        waiting.only_for(actor=SYSTEM, kind=action_waits.VACANT, subject=row.uuid, wanted=wanted)
