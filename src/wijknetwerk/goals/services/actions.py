"""Making actions, and what happens to them. `models.states` says what may follow what."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, Stale
from wijknetwerk.core.models.log import Action as Did
from wijknetwerk.core.registries import Thing, linked
from wijknetwerk.goals import access
from wijknetwerk.goals.errors import ActionClosed, ChooseLaterDay, NotNow, SayWhy
from wijknetwerk.goals.models import (
    RUNNING,
    WITH_DAY,
    WITH_REASON,
    Action,
    ActionStep,
    Goal,
    State,
    Step,
    after,
)
from wijknetwerk.goals.services import action_asks_end, action_waits, searching
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks import access_teams
from wijknetwerk.networks.services import facts, people

# The steps by name, for screens and other apps: these import no models.
START, DONE, DROP, MOVE, REOPEN = Step.START, Step.DONE, Step.DROP, Step.MOVE, Step.REOPEN
LONGEST = timedelta(days=3 * 366)
LENGTH = 200


@dataclass(frozen=True, slots=True)
class NewAction:
    """What is agreed: what, by when, who, and what it belongs to. Without owner: a vacancy."""

    what: str
    by_on: date
    owner: UUID | None = None
    team: UUID | None = None
    goal: UUID | None = None
    source: Thing | None = None


@transaction.atomic
def take_up(*, actor: Actor, network: Any, source: Thing, what: str, owner: UUID, by: date) -> UUID:
    """Somebody takes something up by a day (core.registries.take_up). Who calls this decided that
    the actor may; here the actor takes part, and so does the owner."""
    network_access.require(actor, network_access.Act.SEE, network)
    new = NewAction(what=what, by_on=by, owner=owner, source=source)
    return _store(actor, _unsaved(actor, network, new)).uuid


@transaction.atomic
def make(*, actor: Actor, network: Any, new: NewAction) -> Action:
    """Make an action: for oneself; for somebody else or for nobody only who leads."""
    network_access.require(actor, network_access.Act.SEE, network)
    if new.source is not None and new.source not in linked(actor, [new.source]):
        raise InvalidInput
    made = _unsaved(actor, network, new)
    if not access.may_change(actor, made):
        raise NotAllowed
    return _store(actor, made)


def _unsaved(actor: Actor, network: Any, new: NewAction) -> Action:
    """The row with its owner locked. NoMember for who doesn't take part now."""
    what = " ".join(new.what.split())
    if not what or len(what) > LENGTH or not _sensible(new.by_on):
        raise InvalidInput
    owner = people.active_member(network, new.owner) if new.owner else None
    team = access_teams.running_team(actor, network, new.team) if new.team else None
    goal = access.goal_for(actor, network, new.goal) if new.goal else None
    kind, uuid = new.source or ("", None)
    return Action(
        network=network,
        what=what,
        owner=owner,
        owner_agreed=owner is None or owner.person_id == actor.person_id,
        by_on=new.by_on,
        team=team or (goal.team if goal else None),
        goal=goal,
        source_kind=kind,
        source_uuid=uuid,
        made_by_id=actor.person_id,
    )


def _sensible(day: date) -> bool:
    return abs(day - clock.today()) <= LONGEST


def _store(actor: Actor, made: Action) -> Action:
    made.save()
    whose = made.owner.person.uuid if made.owner else None
    log.record(actor, "goals.action_made", made, client=whose, action=Did.CREATE)
    action_waits.refresh(made)
    searching.action_changed(made)
    facts.count_soon(made.network_id)
    return made


def lock(found: Action) -> Action:
    """The action as it stands now, locked until the transaction ends. Who also locks members does
    so before this, as leaving does."""
    rows = Action.objects.select_for_update(of=("self",)).select_related("owner__person")
    locked: Action = rows.get(pk=found.pk)
    locked.network, locked.team = found.network, found.team
    return locked


@transaction.atomic
def step(
    *,
    actor: Actor,
    network: Any,
    action: UUID,
    step: Step,
    reason: str = "",
    by_on: date | None = None,
) -> Action:
    """One step of an action. NotNow where the table has none from here: somebody was first."""
    locked = lock(access.action_to_change(actor, network, action))
    if not access.may_change(actor, locked):
        raise NotAllowed
    to = after(locked.state, step)
    if to is None:
        raise NotNow
    if step in WITH_REASON and not reason.strip():
        raise SayWhy
    _check_day(locked, step, by_on)
    came_from = _apply(locked, step, to, by_on)
    _remember(actor, locked, step, reason.strip(), came_from)
    return locked


def _check_day(action: Action, step: Step, by_on: date | None) -> None:
    if step not in WITH_DAY:
        return
    today = clock.today()
    if by_on is None or by_on < today or not _sensible(by_on):
        raise ChooseLaterDay
    if step == Step.MOVE and by_on == action.by_on:
        raise ChooseLaterDay


def _apply(action: Action, step: Step, to: State, by_on: date | None) -> date:
    """Change the locked row; the day that it had. A day that passed stays on record, whatever comes
    after."""
    today = clock.today()
    if action.state in RUNNING and action.by_on < today and action.missed_on is None:
        action.missed_on = action.by_on
    came_from = action.by_on
    if step in WITH_DAY and by_on is not None:
        action.by_on = by_on
    action.state = to
    action.done_on = today if to == State.DONE else None
    action.version += 1
    action.save()
    return came_from


def _remember(actor: Actor, action: Action, step: Step, reason: str, came_from: date) -> None:
    moved = step in WITH_DAY
    ActionStep.objects.create(
        network=action.network,
        action=action,
        step=step,
        reason=reason,
        from_day=came_from if moved else None,
        to_day=action.by_on if moved else None,
        by_id=actor.person_id,
        at=clock.now(),
    )
    if action.state not in RUNNING:
        action_asks_end.withdraw(action)
    if step in (Step.DROP, Step.REOPEN):
        searching.action_changed(action)
    whose = action.owner.person.uuid if action.owner else None
    log.record(actor, f"goals.action_{step}", action, client=whose)
    action_waits.refresh(action)
    facts.count_soon(action.network_id)


@dataclass(frozen=True, slots=True)
class Said:
    """What can be said anew about an action that goes on; its day moves by a step of its own."""

    what: str
    team: UUID | None
    goal: UUID | None


@transaction.atomic
def change(*, actor: Actor, network: Any, action: UUID, said: Said, read_version: int) -> Action:
    """Say anew what it is. Stale when somebody changed it after it was read."""
    locked = lock(access.action_to_change(actor, network, action))
    if locked.version != read_version:
        raise Stale
    if locked.state not in RUNNING:
        raise ActionClosed
    what = " ".join(said.what.split())
    if not what or len(what) > LENGTH:
        raise InvalidInput
    goal: Goal | None = access.goal_for(actor, network, said.goal) if said.goal else None
    team = access_teams.team_for(actor, network, said.team) if said.team else None
    new = {"what": what, "goal": goal, "team": team}
    fields = sorted(name for name, value in new.items() if getattr(locked, name) != value)
    if not fields:
        return locked
    for name in fields:
        setattr(locked, name, new[name])
    locked.version += 1
    locked.save(update_fields=[*fields, "version"])
    whose = locked.owner.person.uuid if locked.owner else None
    log.record(actor, "goals.action_changed", locked, client=whose, fields=fields)
    action_waits.refresh(locked)
    action_waits.renew_ask(locked)
    searching.action_changed(locked)
    return locked
