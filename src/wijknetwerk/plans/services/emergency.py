"""A look in an emergency (P5): off by default, read-only, four hours, told at once, reviewed."""

from dataclasses import dataclass
from datetime import timedelta
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
from wijknetwerk.plans import access
from wijknetwerk.plans.errors import NoEmergency
from wijknetwerk.plans.models import (
    EmergencyLook,
    EmergencyReason,
    PlanSettings,
    PlanState,
    ResidentPlan,
    Verdict,
)
from wijknetwerk.plans.services import waits

if TYPE_CHECKING:
    from wijknetwerk.networks.models import Membership, Network

FRESH = timedelta(minutes=15)
WORKING_DAYS = 5
PROFESSIONAL, LEARNER = "professional", "learner"


@dataclass(frozen=True, slots=True)
class Why:
    """The kind of reason, and own words."""

    reason: str
    words: str


@transaction.atomic
def switch(*, actor: Actor, network: "Network", on: bool) -> PlanSettings:
    """Let professionals look in an emergency, or not. Not without a privacy officer."""
    networks.require(actor, Act.EDIT_NETWORK, network)
    if on and not members_who_may(network, Act.READ_LOG):
        raise InvalidInput(_("First somebody has to be privacy officer, who reviews each use."))
    kept, _made = PlanSettings.objects.update_or_create(
        network=network, defaults={"emergency_on": on}
    )
    log.record(actor, "plans.emergency_switched", kept, on=on)
    return kept


@transaction.atomic
def open_look(*, actor: Actor, network: "Network", resident: UUID, why: Why) -> EmergencyLook:
    """Open the plan of a member for four hours, to read whom to call and what was agreed. NotFound
    without an open plan; NoEmergency where it is off, or for who may not."""
    networks.require(actor, Act.SEE, network)
    member = _may_open(actor, network)
    words = why.words.strip()
    if why.reason not in EmergencyReason.values or len(words) < 10:
        raise InvalidInput(_("Write in a sentence why this can't wait."))
    subject = people.active_member(network, resident, lock=False)
    rows = ResidentPlan.objects.select_related("resident", "network").select_for_update(
        of=("self",)
    )
    plan = rows.filter(network=network, resident=subject.person_id, state=PlanState.OPEN).first()
    if plan is None or plan.resident_id == actor.own_id:
        raise NotFound
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
    waits.for_resident(plan)
    waits.to_review(look)
    return look


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
    found.ended_at = clock.now()
    found.save(update_fields=["ended_at"])
    log.record(actor, "plans.emergency_ended", found, client=found.resident.uuid)


@transaction.atomic
def review(
    *, actor: Actor, network: "Network", look: UUID, verdict: str, findings: str
) -> EmergencyLook:
    """What a privacy officer outside the case found; the resident reads it. NotFound, NotYours."""
    found = access.look_to_review(actor, network, look, lock=True)
    if verdict not in Verdict.values or not findings.strip():
        raise InvalidInput(_("Choose what it was, and write in a sentence why."))
    found.verdict, found.findings = verdict, findings.strip()
    found.reviewed_at, found.reviewed_by_id = clock.now(), actor.own_id
    found.save()
    log.record(
        actor, "plans.emergency_reviewed", found, client=found.resident.uuid, verdict=verdict
    )
    waits.to_review(found)
    waits.for_resident(found.plan)
    return found


def _may_open(actor: Actor, network: "Network") -> "Membership":
    """A professional who showed a second factor just now, where it is on. NoEmergency."""
    fresh = actor.second_factor_at is not None and clock.now() - actor.second_factor_at < FRESH
    professional = actor.has_role(network.pk, PROFESSIONAL) and not actor.has_role(
        network.pk, LEARNER
    )
    on = PlanSettings.objects.filter(network=network, emergency_on=True).exists()
    if not (fresh and professional and on) or actor.noting_for is not None:
        raise NoEmergency
    member = people.own_membership(actor, network)
    if member.organisation_id is None:
        raise NoEmergency
    return member
