"""Experiments: tried for a while, and then said what was learned."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as network_access
from wijknetwerk.networks.services import facts, people
from wijknetwerk.notices.services import waiting
from wijknetwerk.voices import access_initiatives as access
from wijknetwerk.voices.errors_rounds import WrongStep
from wijknetwerk.voices.models import Experiment, Outcome
from wijknetwerk.voices.selectors import initiative_waits
from wijknetwerk.voices.selectors.initiative_waits import EXPERIMENT_OVER

LONGEST = timedelta(days=366)
OUTCOMES = [(one.value, one.label) for one in Outcome]


@dataclass(frozen=True, slots=True)
class Said:
    """What is tried. Its end day is not far away, so that it stays an experiment."""

    question: str
    tries: str
    looks_at: str
    ends_on: date
    with_whom: str = ""

    def stored(self) -> dict[str, Any]:
        """The values of the row. InvalidInput for what is empty, or a day that does not fit."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        said = {key: one.strip() if isinstance(one, str) else one for key, one in values.items()}
        today = clock.today()
        fits = today < self.ends_on <= today + LONGEST
        if not (fits and said["question"] and said["tries"] and said["looks_at"]):
            raise InvalidInput
        return said


@transaction.atomic
def begin(
    *,
    actor: Actor,
    network: Any,
    said: Said,
    initiative: UUID | None = None,
) -> Experiment:
    """Begin an experiment; who begins it has it."""
    network_access.require(actor, network_access.Act.SEE, network)
    mine = people.own_membership(actor, network)
    about = access.initiative_to_change(actor, network, initiative) if initiative else None
    made = Experiment.objects.create(
        network=network, owner=mine, begun_on=clock.today(), initiative=about, **said.stored()
    )
    log.record(actor, "voices.experiment_begun", made, action=Action.CREATE)
    facts.count_soon(network.pk)
    return made


@transaction.atomic
def change(
    *, actor: Actor, network: Any, experiment: UUID, said: Said, changed: Iterable[str]
) -> Experiment:
    """Say it better, or give it another last day, while it runs."""
    locked = _locked(access.experiment_to_change(actor, network, experiment))
    wanted = set(changed)
    if "ends_on" not in wanted:
        later = max(locked.ends_on, clock.today() + timedelta(days=1))
        said = replace(said, ends_on=later)
    values = {name: value for name, value in said.stored().items() if name in wanted}
    if values:
        for name, value in values.items():
            setattr(locked, name, value)
        locked.save(update_fields=list(values))
        if "ends_on" in values:
            waiting.done(kind=EXPERIMENT_OVER, subject=locked.uuid)
        log.record(actor, "voices.experiment_changed", locked, fields=sorted(values))
        facts.count_soon(network.pk)
    return locked


@transaction.atomic
def finish(
    *,
    actor: Actor,
    network: Any,
    experiment: UUID,
    outcome: str,
    lesson: str,
    tries: str = "",
    ends_on: date | None = None,
) -> Experiment:
    """What did we learn, and then: go on, change, stop. Changing begins the next experiment, with
    what is tried now and its own last day; that one is given back."""
    locked = _locked(access.experiment_to_change(actor, network, experiment))
    if locked.outcome:
        raise WrongStep
    if outcome not in Outcome.values or not lesson.strip():
        raise InvalidInput
    locked.outcome, locked.lesson, locked.closed_on = outcome, lesson.strip(), clock.today()
    locked.save(update_fields=["outcome", "lesson", "closed_on"])
    waiting.done(kind=EXPERIMENT_OVER, subject=locked.uuid)
    log.record(actor, "voices.experiment_finished", locked, outcome=outcome)
    facts.count_soon(network.pk)
    if outcome != Outcome.CHANGE:
        return locked
    if ends_on is None:
        raise InvalidInput
    return _next(actor, locked, tries, ends_on)


def _next(actor: Actor, before: Experiment, tries: str, ends_on: date) -> Experiment:
    said = Said(before.question, tries, before.looks_at, ends_on, before.with_whom)
    made = Experiment.objects.create(
        network=before.network,
        owner=before.owner,
        begun_on=clock.today(),
        initiative=before.initiative,
        follows=before,
        **said.stored(),
    )
    log.record(actor, "voices.experiment_begun", made, action=Action.CREATE)
    return made


def ask_what_was_learned(actor: Actor) -> int:
    """Each night: an experiment whose last day came waits for its owner."""
    count = 0
    for wanted in initiative_waits.experiments():
        waiting.wait(actor=actor, kind=EXPERIMENT_OVER, wanted=wanted)
        count += 1
    return count


def _locked(found: Experiment) -> Experiment:
    rows = Experiment.objects.select_for_update(of=("self",)).select_related("owner")
    locked: Experiment = rows.get(pk=found.pk)
    locked.network = found.network
    return locked
