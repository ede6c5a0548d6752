"""What is counted of goals and actions: of the network as a whole, never of a person."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from wijknetwerk.core import clock
from wijknetwerk.core.registries import Facts
from wijknetwerk.goals.models import RUNNING, Action, ActionStep, Goal, GoalState, State, Step
from wijknetwerk.networks.rows import within

YEAR = timedelta(days=365)


def count_goals(network_id: int) -> Facts:
    """Facts about goals and actions; two queries. How agreements were kept counts a year, and is
    not known where nothing ended in it."""
    return {**_actions(network_id), **_goals(network_id)}


def _actions(network_id: int) -> Facts:
    today = clock.today()
    since = today - YEAR
    dropped_lately = Exists(
        ActionStep.objects.filter(action=OuterRef("pk"), step=Step.DROP, at__date__gte=since)
    )
    runs = Q(state__in=RUNNING)
    done = Q(state=State.DONE, done_on__gte=since)
    rows = Action.objects.filter(network=network_id).annotate(dropped_lately=dropped_lately)
    found = rows.aggregate(
        actions_open=Count("pk", filter=runs),
        actions_late=Count("pk", filter=runs & Q(by_on__lt=today)),
        actions_without_owner=Count("pk", filter=runs & ~_present()),
        actions_kept=Count("pk", filter=done & Q(missed_on=None)),
        actions_done_late=Count("pk", filter=done & Q(missed_on__isnull=False)),
        actions_dropped=Count("pk", filter=Q(state=State.DROPPED, dropped_lately=True)),
    )
    ended = ("actions_kept", "actions_done_late", "actions_dropped")
    if not any(found[name] for name in ended):
        return {name: value for name, value in found.items() if name not in ended}
    return found


def _present() -> Q:
    """It has an owner who takes part today."""
    return Q(owner__isnull=False) & within(clock.today(), "owner__")


def _goals(network_id: int) -> Facts:
    runs = Q(state=GoalState.RUNNING)
    rows = Goal.objects.filter(network=network_id)
    facts: dict[str, Any] = rows.aggregate(
        goals=Count("pk", filter=runs),
        goals_without_owner=Count("pk", filter=runs & ~_present()),
        goals_past_their_day=Count("pk", filter=runs & Q(by_on__lt=clock.today())),
        goals_reached=Count("pk", filter=Q(state=GoalState.REACHED)),
    )
    return facts
