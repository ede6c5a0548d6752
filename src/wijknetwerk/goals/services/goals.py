"""Goals, how one sees that they come nearer, and what was measured."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotAllowed, Stale
from wijknetwerk.core.models.log import Action as Did
from wijknetwerk.goals import access
from wijknetwerk.goals.errors import GoalClosed, MeasuredAlready
from wijknetwerk.goals.models import Direction, Goal, GoalState, Measure, MeasureValue
from wijknetwerk.goals.services.searching import goal_changed
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks import access_teams
from wijknetwerk.networks.services import facts, people

# For fields of forms and for screens: these import no models.
DIRECTIONS = [(one.value, one.label) for one in Direction]
REACHED, STOPPED = GoalState.REACHED, GoalState.STOPPED


@dataclass(frozen=True, slots=True)
class SaidGoal:
    """What is said about a goal."""

    sentence: str
    for_whom: str = ""
    by_on: date | None = None
    owner: UUID | None = None
    team: UUID | None = None


@dataclass(frozen=True, slots=True)
class SaidMeasure:
    """By what one sees that a goal comes nearer."""

    what: str
    unit: str = ""
    start: Decimal | None = None
    target: Decimal | None = None
    direction: str = Direction.UP
    how: str = ""
    source: str = ""


@transaction.atomic
def make(*, actor: Actor, network: Any, said: SaidGoal) -> Goal:
    """Make a goal: with oneself as owner; for somebody else or for nobody only who leads."""
    network_access.require(actor, network_access.Act.SEE, network)
    made = Goal(network=network, made_by_id=actor.person_id)
    _fill(actor, network, made, said)
    if not access.may_change(actor, made):
        raise NotAllowed
    made.save()
    goal_changed(made)
    whose = made.owner.person.uuid if made.owner else None
    log.record(actor, "goals.goal_made", made, client=whose, action=Did.CREATE)
    facts.count_soon(network.pk)
    return made


def _fill(actor: Actor, network: Any, goal: Goal, said: SaidGoal) -> list[str]:
    """Put what is said on the row; the names of the fields that changed."""
    sentence = " ".join(said.sentence.split())
    if not sentence or len(sentence) > 200 or len(said.for_whom) > 120:
        raise InvalidInput
    owner = people.active_member(network, said.owner, lock=False) if said.owner else None
    team = access_teams.team_for(actor, network, said.team) if said.team else None
    new = {
        "sentence": sentence,
        "for_whom": said.for_whom.strip(),
        "by_on": said.by_on,
        "owner": owner,
        "team": team,
    }
    changed = [name for name, value in new.items() if getattr(goal, name) != value]
    for name in changed:
        setattr(goal, name, new[name])
    return sorted(changed)


def _lock(found: Goal) -> Goal:
    rows = Goal.objects.select_for_update(of=("self",)).select_related("owner__person")
    locked: Goal = rows.get(pk=found.pk)
    locked.network, locked.team = found.network, found.team
    return locked


def _running(actor: Actor, network: Any, goal: UUID) -> Goal:
    locked = _lock(access.goal_to_change(actor, network, goal))
    if locked.state != GoalState.RUNNING:
        raise GoalClosed
    return locked


@transaction.atomic
def change(*, actor: Actor, network: Any, goal: UUID, said: SaidGoal, read_version: int) -> Goal:
    """Say anew what the goal is. Stale when somebody changed it after it was read."""
    locked = _running(actor, network, goal)
    if locked.version != read_version:
        raise Stale
    changed = _fill(actor, network, locked, said)
    if not changed:
        return locked
    locked.version += 1
    locked.save(update_fields=[*changed, "version"])
    goal_changed(locked)
    whose = locked.owner.person.uuid if locked.owner else None
    log.record(actor, "goals.goal_changed", locked, client=whose, fields=changed)
    facts.count_soon(network.pk)
    return locked


@transaction.atomic
def end(*, actor: Actor, network: Any, goal: UUID, state: GoalState, brought: str) -> Goal:
    """A goal was reached, or is let go, with what it brought or why."""
    locked = _running(actor, network, goal)
    if state == GoalState.RUNNING or len(brought) > 500:
        raise InvalidInput
    locked.state, locked.ended_on, locked.brought = state, clock.today(), brought.strip()
    locked.version += 1
    locked.save(update_fields=["state", "ended_on", "brought", "version"])
    goal_changed(locked)
    log.record(actor, f"goals.goal_{state}", locked)
    facts.count_soon(network.pk)
    return locked


@transaction.atomic
def reopen(*, actor: Actor, network: Any, goal: UUID) -> Goal:
    """Work on it again."""
    locked = _lock(access.goal_to_change(actor, network, goal))
    if locked.state == GoalState.RUNNING:
        return locked
    locked.state, locked.ended_on = GoalState.RUNNING, None
    locked.version += 1
    locked.save(update_fields=["state", "ended_on", "version"])
    log.record(actor, "goals.goal_reopened", locked)
    facts.count_soon(network.pk)
    return locked


@transaction.atomic
def add_measure(*, actor: Actor, network: Any, goal: UUID, said: SaidMeasure) -> Measure:
    """Agree by what one sees that a goal comes nearer."""
    found = _running(actor, network, goal)
    made = Measure(network=network, goal=found, **_checked(said))
    made.save()
    log.record(actor, "goals.measure_made", made, action=Did.CREATE)
    return made


def _checked(said: SaidMeasure) -> dict[str, Any]:
    if not said.what.strip() or said.direction not in Direction.values:
        raise InvalidInput
    return {field.name: getattr(said, field.name) for field in fields(SaidMeasure)}


@transaction.atomic
def change_measure(
    *, actor: Actor, network: Any, measure: UUID, said: SaidMeasure, read_version: int
) -> Measure:
    """Say anew what is counted and how. Stale when somebody changed it meanwhile."""
    found = access.measure_to_change(actor, network, measure)
    locked = Measure.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if locked.version != read_version:
        raise Stale
    for name, value in _checked(said).items():
        setattr(locked, name, value)
    locked.version += 1
    locked.save()
    log.record(actor, "goals.measure_changed", locked)
    return locked


@transaction.atomic
def note_value(
    *,
    actor: Actor,
    network: Any,
    measure: UUID,
    on: date,
    value: Decimal | None,
    note: str = "",
) -> MeasureValue:
    """Note what was counted on a day; None: it could not be counted. A second value for the same
    day corrects the first, which stays on record."""
    found = access.measure_to_change(actor, network, measure)
    if on > clock.today() or (value is None and not note.strip()):
        raise InvalidInput
    rows = MeasureValue.objects.select_for_update(of=("self",)).filter(measure=found, on=on)
    rows.filter(superseded_at=None).update(superseded_at=clock.now())
    made = MeasureValue(
        network=network,
        measure=found,
        on=on,
        value=value,
        note=note.strip(),
        said_by_id=actor.person_id,
        said_at=clock.now(),
    )
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise MeasuredAlready from error
    log.record(actor, "goals.value_noted", made, action=Did.CREATE)
    return made
