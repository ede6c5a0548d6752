"""What is read about actions. All members see them; figures are of the network, never of people.

There is no list or count by person but the reader's own.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When

from wijknetwerk.accounts.names import name_fields, name_in
from wijknetwerk.core import clock
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.registries import Linked, Thing, linked
from wijknetwerk.goals import access
from wijknetwerk.goals.models import RUNNING, Action, ActionAsk, AskState, State, Step, after
from wijknetwerk.networks.selectors.paging import Paged, counting, paged

MINE, OPEN, LATE, CLOSED, VACANT = "mine", "open", "late", "closed", "vacant"
FILTERS = (OPEN, MINE, LATE, VACANT, CLOSED)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action in a list."""

    uuid: UUID
    what: str
    owner: str
    mine: bool
    by_on: date
    state: str
    state_words: str
    late: bool
    done_on: date | None
    team: str
    goal: str

    @property
    def runs(self) -> bool:
        """Whether it is still to be done."""
        return self.state in RUNNING


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are of each filter, and how agreements were kept, in the whole network."""

    open: int = 0
    mine: int = 0
    late: int = 0
    vacant: int = 0
    closed: int = 0
    kept: int = 0
    done_late: int = 0
    dropped: int = 0

    @property
    def ended(self) -> int:
        """All that was done or dropped."""
        return self.kept + self.done_late + self.dropped


def counts_of(actor: Actor, network: Any, team: UUID | None = None) -> Counts:
    """The figures beside the filters, of the network or of one team. One query."""
    rows = Action.objects.filter(network=network)
    if team is not None:
        rows = rows.filter(team__uuid=team)
    today = clock.today()
    own = _own(actor, network)
    runs = Q(state__in=RUNNING)
    done = Q(state=State.DONE)
    found = rows.aggregate(
        open=Count("pk", filter=runs),
        mine=Count("pk", filter=runs & Q(owner=own)),
        late=Count("pk", filter=runs & Q(by_on__lt=today)),
        vacant=Count("pk", filter=runs & _nobody(today)),
        closed=Count("pk", filter=~runs),
        kept=Count("pk", filter=done & Q(missed_on=None)),
        done_late=Count("pk", filter=done & Q(missed_on__isnull=False)),
        dropped=Count("pk", filter=Q(state=State.DROPPED)),
    )
    return Counts(**found)


def _own(actor: Actor, network: Any) -> int:
    standing = actor.standing_in(network.pk)
    return standing.membership_id if standing else 0


def _nobody(today: date) -> Q:
    return Q(owner=None) | Q(owner__until_on__lte=today)


def actions_of(
    actor: Actor, network: Any, *, which: str = OPEN, team: UUID | None = None, page: str = ""
) -> Paged[ActionRow]:
    """A page of actions: what is due first stands first; of what ended, the last. One query."""
    rows = Action.objects.filter(network=network)
    if team is not None:
        rows = rows.filter(team__uuid=team)
    today = clock.today()
    narrowed = {
        OPEN: Q(state__in=RUNNING),
        MINE: Q(state__in=RUNNING, owner=_own(actor, network)),
        LATE: Q(state__in=RUNNING, by_on__lt=today),
        VACANT: Q(state__in=RUNNING) & _nobody(today),
        CLOSED: ~Q(state__in=RUNNING),
    }
    rows = rows.filter(narrowed.get(which, narrowed[OPEN]))
    order = ("-by_on", "-pk") if which == CLOSED else ("by_on", "pk")
    own = _own(actor, network)
    found: Paged[Any] = paged(_as_rows(rows.order_by(*order)), page)
    return found.map(lambda row: _row(row, own, today))


def _as_rows(rows: QuerySet[Action]) -> QuerySet[Any, Any]:
    own = ("uuid", "what", "owner_id", "by_on", "state", "done_on", "team__name", "goal__sentence")
    more = {"owner_until": F("owner__until_on")}
    counted = counting(rows).annotate(**more)
    fields = (*own, *more, "rows_in_all", *name_fields("owner__person"))
    found: QuerySet[Any, Any] = counted.values_list(*fields, named=True)
    return found


def _row(row: Any, own: int, today: date) -> ActionRow:
    present = row.owner_id is not None and (row.owner_until is None or row.owner_until > today)
    runs = row.state in RUNNING
    return ActionRow(
        uuid=row.uuid,
        what=row.what,
        owner=name_in(row, "owner__person") if present or (row.owner_id and not runs) else "",
        mine=row.owner_id == own,
        by_on=row.by_on,
        state=row.state,
        state_words=str(State(row.state).label),
        late=runs and row.by_on < today,
        done_on=row.done_on,
        team=row.team__name or "",
        goal=row.goal__sentence or "",
    )


def rows_about(actor: Actor, network: Any, about: Q, most: int = 12) -> list[ActionRow]:
    """Actions of one thing, goal or team for its own page; what runs first. One query."""
    over = Case(When(state__in=RUNNING, then=0), default=1, output_field=IntegerField())
    rows = Action.objects.filter(about, network=network).annotate(over=over)
    found = _as_rows(rows.order_by("over", "by_on", "pk"))[:most]
    today, own = clock.today(), _own(actor, network)
    return [_row(row, own, today) for row in found]


def from_thing(actor: Actor, network: Any, thing: Thing) -> list[ActionRow]:
    """What came from a thing."""
    kind, uuid = thing
    return rows_about(actor, network, Q(source_kind=kind, source_uuid=uuid))


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of what happened to an action."""

    words: str
    reason: str
    at: datetime
    by: str
    to_day: date | None


@dataclass(frozen=True, slots=True)
class AskRow:
    """Who is asked to take it over."""

    uuid: UUID
    who: str
    whom: str
    words: str


@dataclass(frozen=True, slots=True)
class ActionPage:
    """One action, as this reader may use it."""

    owner: str
    mine: bool
    late: bool
    runs: bool
    may_change: bool
    may_lead: bool
    may_take: bool
    asks_yes: bool
    source: Linked | None
    steps: list[Happened]
    ask: AskRow | None
    made_by: str
    possible: frozenset[str]


def action_page(actor: Actor, action: Action) -> ActionPage:
    """What stands on the page of an action. Three or four queries."""
    today = clock.today()
    runs = action.state in RUNNING
    present = action.owner is not None and action.owner.holds_on(today)
    mine = access.owns(actor, action)
    leads = access.leads(actor, action)
    may_change = mine or leads
    return ActionPage(
        owner=action.owner.person.name if action.owner and (present or not runs) else "",
        mine=mine,
        late=runs and action.by_on < today,
        runs=runs,
        may_change=may_change,
        may_lead=leads,
        may_take=runs and not present,
        asks_yes=runs and mine and not action.owner_agreed,
        source=_source(actor, action),
        steps=_steps(action),
        ask=_ask(action) if runs else None,
        made_by=action.made_by.name if action.made_by else "",
        possible=frozenset(step for step in Step if may_change and after(action.state, step)),
    )


def _source(actor: Actor, action: Action) -> Linked | None:
    if action.source_uuid is None:
        return None
    thing = (action.source_kind, action.source_uuid)
    return linked(actor, [thing]).get(thing)


def _steps(action: Action) -> list[Happened]:
    rows = action.steps.select_related("by").order_by("-at", "-pk")
    return [
        Happened(
            words=row.get_step_display(),
            reason=row.reason,
            at=row.at,
            by=row.by.name if row.by else "",
            to_day=row.to_day,
        )
        for row in rows
    ]


def _ask(action: Action) -> AskRow | None:
    rows = ActionAsk.objects.filter(action=action, state=AskState.ASKED)
    row = rows.select_related("asked_by__person", "membership__person").first()
    if row is None:
        return None
    return AskRow(row.uuid, row.asked_by.person.name, row.membership.person.name, row.words)


@dataclass(frozen=True, slots=True)
class AskPage:
    """A question to take an action over, as its reader may use it."""

    uuid: UUID
    who: str
    whom: str
    words: str
    state: str
    state_words: str
    may_answer: bool
    may_take_back: bool


def ask_page(actor: Actor, ask: ActionAsk) -> AskPage:
    """One question, as `access.ask_for` found it."""
    waits = ask.state == AskState.ASKED
    asked_it = ask.asked_by.person_id == actor.person_id
    return AskPage(
        uuid=ask.uuid,
        who=ask.asked_by.person.name,
        whom=ask.membership.person.name,
        words=ask.words,
        state=ask.state,
        state_words=ask.get_state_display(),
        may_answer=access.may_answer(actor, ask),
        may_take_back=waits and (asked_it or access.may_change(actor, ask.action)),
    )
