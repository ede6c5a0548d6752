"""A look in an emergency (P5): off by default, read-only, four hours, told at once, reviewed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijknetwerk.core import clock, log
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import InvalidInput, NotFound
from wijknetwerk.core.models.log import Action
from wijknetwerk.networks import access as networks
from wijknetwerk.networks.access import Act
from wijknetwerk.networks.selectors.leading import members_who_may
from wijknetwerk.networks.services import people
from wijknetwerk.plans import access, access_emergency
from wijknetwerk.plans.errors import NoEmergency, NotTold, ReadsAlready
from wijknetwerk.plans.models import (
    EmergencyLook,
    EmergencyReason,
    PlanSettings,
    PlanState,
    ResidentPlan,
    Verdict,
)
from wijknetwerk.plans.services import emergency_telling, waits

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Network

WORKING_DAYS = 5


@dataclass(frozen=True, slots=True)
class Why:
    """The kind of reason, and own words."""

    reason: str
    words: str


@transaction.atomic
def switch(*, actor: Actor, network: "Network", on: bool) -> PlanSettings:
    """Let professionals look in an emergency, or not; off ends the looks that run. Not without a
    privacy officer."""
    networks.require(actor, Act.EDIT_NETWORK, network)
    if on and not members_who_may(network, Act.READ_LOG):
        raise InvalidInput(_("First somebody has to be privacy officer, who reviews each use."))
    kept, _made = PlanSettings.objects.update_or_create(
        network=network, defaults={"emergency_on": on}
    )
    log.record(actor, "plans.emergency_switched", kept, on=on)
    if not on:
        rows = EmergencyLook.objects.select_for_update(of=("self",)).select_related("resident")
        for look in rows.filter(network=network, ended_at=None).order_by("pk"):
            _end(actor, look)
    return kept


@transaction.atomic
def open_look(*, actor: Actor, network: "Network", resident: UUID, why: Why) -> EmergencyLook:
    """Open the plan of a member for four hours, to read whom to call and what was agreed.
    NoEmergency where it is off, for who may not, and where there is no plan: one sentence for all.
    ConfirmFirst, ReadsAlready."""
    networks.require(actor, Act.SEE, network)
    access_emergency.require_look(actor, network)
    member = people.own_membership(actor, network)
    words = why.words.strip()
    if why.reason not in EmergencyReason.values or len(words) < 10:
        raise InvalidInput(_("Write in a sentence why this can't wait."))
    subject = people.active_member(network, resident, lock=False)
    rows = ResidentPlan.objects.select_related("resident", "network").select_for_update(
        of=("self",)
    )
    plan = rows.filter(network=network, resident=subject.person_id, state=PlanState.OPEN).first()
    if plan is None or plan.resident_id == actor.own_id or member.organisation_id is None:
        raise NoEmergency
    if access_emergency.reads_already(actor, plan):
        raise ReadsAlready
    if not access.outside(plan, but={actor.own_id}):
        raise NoEmergency
    look = EmergencyLook.of(
        plan,
        membership=member,
        organisation=member.organisation,
        reason=why.reason,
        opened_at=clock.now(),
        review_by=clock.add_working_days(clock.today(), WORKING_DAYS),
    )
    look.words = words
    look.save()
    look.network = network
    log.record(
        actor,
        "plans.emergency_opened",
        look,
        client=plan.resident.uuid,
        action=Action.EXECUTE,
        purpose="BTG",
        reason=why.reason,
    )
    emergency_telling.opened(look)
    return look


def refused(*, actor: Actor, network: "Network", resident: UUID) -> None:
    """Somebody tried and it didn't open: that is on the record of that member too. After the
    rollback."""
    member = people.active_member(network, resident, lock=False)
    log.refuse(
        actor,
        "plans.emergency_refused",
        log.Subject(
            network_id=network.pk, network_uuid=network.uuid, client_uuid=member.person.uuid
        ),
    )


@transaction.atomic
def end_look(*, actor: Actor, network: "Network", look: UUID) -> None:
    """Shut it earlier: who opened it. NotFound for others."""
    networks.require(actor, Act.SEE, network)
    rows = EmergencyLook.objects.select_for_update(of=("self",)).select_related("resident")
    found = rows.filter(
        network=network, uuid=look, membership__person=actor.own_id, ended_at=None
    ).first()
    if found is None:
        raise NotFound
    _end(actor, found)


def _end(actor: Actor, look: EmergencyLook) -> None:
    look.ended_at = clock.now()
    look.save(update_fields=["ended_at"])
    log.record(actor, "plans.emergency_ended", look, client=look.resident.uuid)


@transaction.atomic
def review(
    *,
    actor: Actor,
    network: "Network",
    look: UUID,
    verdict: str,
    findings: str,
    told: bool = False,
) -> EmergencyLook:
    """What a privacy officer outside the case found; the resident reads it. `told`: this officer
    told a resident whom no mail reaches. NotFound, NotTold."""
    found = access.look_to_review(actor, network, look, lock=True)
    if told and found.told_at is None:
        emergency_telling.keep_told(actor, found)
    if found.told_at is None and not access_emergency.is_reached(found.resident):
        raise NotTold
    if verdict not in Verdict.values or not findings.strip():
        raise InvalidInput(_("Choose what it was, and write in a sentence why."))
    found.verdict, found.findings = verdict, findings.strip()
    found.reviewed_at, found.reviewed_by_id = clock.now(), actor.own_id
    found.save()
    log.record(
        actor, "plans.emergency_reviewed", found, client=found.resident.uuid, verdict=verdict
    )
    waits.to_review(found)
    emergency_telling.tell(found)
    return found
