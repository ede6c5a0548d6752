"""What is read about goals. All members see them."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from markupsafe import Markup

from wijknetwerk.accounts.names import name_fields
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.charts import Point, line_chart
from wijknetwerk.core.templating import date_words, number_words
from wijknetwerk.goals import access
from wijknetwerk.goals.models import RUNNING, Direction, Goal, GoalState, Measure, MeasureValue
from wijknetwerk.goals.selectors.actions import ActionRow, rows_about

NO_CHART = Markup("")


def running_goals(network: Any) -> list[tuple[UUID, str]]:
    """The goals that one works on, for a field. One query."""
    rows = Goal.objects.filter(network=network, state=GoalState.RUNNING).order_by("sentence", "pk")
    return list(rows.values_list("uuid", "sentence"))


@dataclass(frozen=True, slots=True)
class GoalCard:
    """A goal in the list."""

    uuid: UUID
    sentence: str
    for_whom: str
    by_on: date | None
    late: bool
    team: str
    owner: str
    state: str
    state_words: str
    ended_on: date | None
    brought: str
    actions_open: int


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """The goals of a network or team: those one works on, and those that ended."""

    running: list[GoalCard]
    ended: list[GoalCard]


def goals_of(network: Any, team: UUID | None = None) -> GoalsPage:
    """The list of goals, one query."""
    rows = Goal.objects.filter(network=network)
    if team is not None:
        rows = rows.filter(team__uuid=team)
    counted = rows.annotate(open=Count("actions", filter=Q(actions__state__in=RUNNING)))
    found = counted.select_related("owner__person", "team").order_by("by_on", "sentence", "pk")
    cards = [_card(row) for row in found.defer("owner__person__password")]
    running = [card for card in cards if card.state == GoalState.RUNNING]
    ended = [card for card in cards if card.state != GoalState.RUNNING]
    ended.sort(key=lambda card: card.ended_on or date.min, reverse=True)
    return GoalsPage(running, ended)


def _owner_of(goal: Goal) -> str:
    """Who keeps an eye on it, when that person takes part still."""
    if goal.owner is None or not goal.owner.holds_on(clock.today()):
        return ""
    return str(goal.owner.person.name)


def _card(row: Any) -> GoalCard:
    runs = row.state == GoalState.RUNNING
    return GoalCard(
        uuid=row.uuid,
        sentence=row.sentence,
        for_whom=row.for_whom,
        by_on=row.by_on,
        late=runs and row.by_on is not None and row.by_on < clock.today(),
        team=row.team.name if row.team else "",
        owner=_owner_of(row),
        state=row.state,
        state_words=str(row.get_state_display()),
        ended_on=row.ended_on,
        brought=row.brought,
        actions_open=row.open,
    )


@dataclass(frozen=True, slots=True)
class ValueRow:
    """What was counted on a day."""

    on: date
    value: Decimal | None
    note: str
    by: str


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """A measure with its values, and the drawing of them."""

    uuid: UUID
    what: str
    unit: str
    start: Decimal | None
    target: Decimal | None
    direction_words: str
    how: str
    source: str
    values: list[ValueRow] = field(default_factory=list)
    chart: Markup = NO_CHART

    @property
    def last(self) -> ValueRow | None:
        """The last day on which something could be counted."""
        return next((row for row in reversed(self.values) if row.value is not None), None)


@dataclass(frozen=True, slots=True)
class GoalPage:
    """One goal, as this reader may use it."""

    owner: str
    late: bool
    runs: bool
    state_words: str
    may_change: bool
    measures: list[MeasureCard]
    actions: list[ActionRow]
    reached: bool


def goal_page(actor: Actor, goal: Goal) -> GoalPage:
    """What stands on the page of a goal. Three or four queries at any size."""
    runs = goal.state == GoalState.RUNNING
    return GoalPage(
        owner=_owner_of(goal),
        late=runs and goal.by_on is not None and goal.by_on < clock.today(),
        runs=runs,
        state_words=str(goal.get_state_display()),
        may_change=access.may_change(actor, goal),
        measures=_measures(goal),
        actions=rows_about(actor, goal.network, Q(goal=goal), most=40),
        reached=goal.state == GoalState.REACHED,
    )


def _measures(goal: Goal) -> list[MeasureCard]:
    rows = list(Measure.objects.filter(goal=goal).order_by("pk"))
    said = MeasureValue.objects.filter(measure__goal=goal, superseded_at=None)
    names = ("measure_id", "on", "value", "note", *name_fields("said_by"))
    values: dict[int, list[ValueRow]] = defaultdict(list)
    for row in said.select_related("said_by").only(*names).order_by("on", "pk"):
        by = row.said_by.name if row.said_by else ""
        values[row.measure_id].append(ValueRow(row.on, row.value, row.note, by))
    return [_measure(row, values[row.pk]) for row in rows]


def _measure(row: Measure, values: list[ValueRow]) -> MeasureCard:
    return MeasureCard(
        uuid=row.uuid,
        what=row.what,
        unit=row.unit,
        start=row.start,
        target=row.target,
        direction_words=str(Direction(row.direction).label),
        how=row.how,
        source=row.source,
        values=values,
        chart=_chart(row, values),
    )


def _chart(row: Measure, values: list[ValueRow]) -> Markup:
    points = [Point(one.on, one.value, date_words(one.on, weekday=False)) for one in values]
    known = [one for one in values if one.value is not None]
    if len(known) < 2 or known[0].value is None or known[-1].value is None:
        return Markup("")
    about = _("From %(first)s to %(last)s %(unit)s. The table below has all figures.") % {
        "first": number_words(known[0].value),
        "last": number_words(known[-1].value),
        "unit": row.unit,
    }
    wanted = (
        "" if row.target is None else _("wanted: %(value)s") % {"value": number_words(row.target)}
    )
    return line_chart(
        points, title=row.what, description=about, target=row.target, target_label=wanted
    )
