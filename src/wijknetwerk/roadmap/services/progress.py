"""Saying how a step stands, and a few words under a phase (rule R1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound, Stale
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks.people import members_now
from wijknetwerk.networks.services.facts import count_soon
from wijknetwerk.roadmap import selectors
from wijknetwerk.roadmap.access import check_work_on
from wijknetwerk.roadmap.models import PhaseWords, Status, StepProgress

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network


@dataclass(frozen=True, slots=True)
class StepState:
    """All that a member says about a step; `owner` is a present member's reference."""

    status: str
    note: str = ""
    where_to_see: str = ""
    owner: UUID | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """A few words under a phase; `read` is the reference of the words that were on the screen."""

    text: str
    read: UUID | None = None


def change_step(
    *, actor: Actor, network: "Network", step: str, read_number: int, said: StepState
) -> StepProgress:
    """Store how the step stands now, as a new version; the one before is kept.

    `read_number` is the version that was on the screen, 0 when there was none. Raises Stale when
    somebody saved something else meanwhile; then nothing is stored. Saying what stands there
    already stores nothing either.
    """
    check_work_on(actor, network)
    if said.status not in Status.values:
        raise InvalidInput
    with transaction.atomic():
        now = StepProgress.objects.filter(network=network, step=step, superseded_at=None)
        before: StepProgress | None = now.first()
        if before is None and not selectors.is_step(step):
            raise NotFound
        owner_id = _owner_id(network, said.owner)
        fields = _changed(before, said, owner_id)
        if before is not None and not fields:
            return before
        if (before.number if before else 0) != read_number:
            raise Stale
        count_soon(network.pk)
        return _next(actor, network, step, before, said, owner_id, fields)


def _next(
    actor: Actor,
    network: "Network",
    step: str,
    before: StepProgress | None,
    said: StepState,
    owner_id: int | None,
    fields: list[str],
) -> StepProgress:
    now = clock.now()
    if before is not None:
        _supersede(before, now)
    try:
        with transaction.atomic():
            after: StepProgress = StepProgress.objects.create(
                network=network,
                step=step,
                number=before.number + 1 if before else 1,
                status=said.status,
                note=said.note.strip(),
                where_to_see=said.where_to_see.strip(),
                owner_id=owner_id,
                changed_by_id=actor.person_id,
                changed_at=now,
            )
    except IntegrityError as error:
        raise Stale from error
    log.record(
        actor,
        "roadmap.step_changed",
        after,
        action=Action.CREATE if before is None else Action.UPDATE,
        step=step,
        fields=fields,
    )
    return after


def _supersede(before: StepProgress | PhaseWords, now: datetime) -> None:
    """End the version that was read. Of two writers at once only one finds it still open."""
    still_open = type(before).objects.filter(pk=before.pk, superseded_at=None)
    if not still_open.update(superseded_at=max(now, before.changed_at)):
        raise Stale


def _owner_id(network: "Network", wanted: UUID | None) -> int | None:
    if wanted is None:
        return None
    for member in members_now(network.pk):
        if member.uuid == wanted:
            return member.pk
    raise InvalidInput(_("Choose somebody who takes part in this network now."))


def _changed(before: StepProgress | None, said: StepState, owner_id: int | None) -> list[str]:
    now = {
        "status": said.status,
        "note": said.note.strip(),
        "where_to_see": said.where_to_see.strip(),
        "owner_id": owner_id,
    }
    return sorted(name for name, value in now.items() if getattr(before, name, None) != value)


def say_phase(*, actor: Actor, network: "Network", phase: str, said: Saying) -> PhaseWords | None:
    """Put a few own words under a phase; an empty text takes them away. Earlier words are kept.

    Raises Stale when somebody changed them after they were read.
    """
    check_work_on(actor, network)
    if not selectors.is_phase(phase):
        raise NotFound
    with transaction.atomic():
        now = PhaseWords.objects.filter(network=network, phase=phase, superseded_at=None)
        before: PhaseWords | None = now.first()
        if (before.text if before else "") == said.text.strip():
            return before
        if (before.uuid if before else None) != said.read:
            raise Stale
        return _say(actor, network, phase, before, said.text.strip())


def _say(
    actor: Actor, network: "Network", phase: str, before: PhaseWords | None, text: str
) -> PhaseWords:
    now = clock.now()
    if before is not None:
        _supersede(before, now)
    try:
        with transaction.atomic():
            after: PhaseWords = PhaseWords.objects.create(
                network=network,
                phase=phase,
                text=text,
                changed_by_id=actor.person_id,
                changed_at=now,
            )
    except IntegrityError as error:
        raise Stale from error
    log.record(
        actor,
        "roadmap.phase_words_changed",
        after,
        action=Action.CREATE if before is None else Action.UPDATE,
        phase=phase,
        fields=["text"],
    )
    return after
