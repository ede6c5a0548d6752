"""Somebody takes part in a network no more: what hangs on that ends with it, so that coming back
opens nothing. The gates shut by themselves already; this is the second lock."""

from typing import Any

from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.plans.models import (
    CircleMember,
    EmergencyLook,
    PlaceState,
    PlanState,
    Representative,
    ResidentPlan,
)
from wijknetwerk.plans.services import circle, representatives, waits
from wijknetwerk.privacy import services as privacy
from wijknetwerk.privacy.purposes import OF_A_PLAN

SYSTEM = Actor.system("plans.member_ended")


def member_ended(member: Any) -> None:
    """A membership ended: by leaving, by who leads, with a party or with the whole network. Places
    in circles end, also what they represent; of a resident all that others could see. The plan
    stays with its resident (P6)."""
    with scope.acting(SYSTEM):
        _end_places(member)
        for row in Representative.objects.filter(membership=member, ended_at=None).select_related(
            "resident", "network"
        ):
            representatives.finish(SYSTEM, row)
        EmergencyLook.objects.filter(membership=member, ended_at=None).update(ended_at=clock.now())
        own = ResidentPlan.objects.filter(
            network=member.network_id, resident=member.person_id, state=PlanState.OPEN
        )
        if own.exists():
            privacy.end_decided(
                actor=SYSTEM,
                person=(member.person_id, member.person.uuid),
                network_uuid=member.network.uuid,
                purposes=OF_A_PLAN,
                event="plans.consent_ended",
            )


def role_changed(role: Any) -> None:
    """A role began or ended: who reviews, and who sees proofs, may be another."""
    if role.role != "privacy_officer":
        return
    with scope.acting(SYSTEM):
        rows = EmergencyLook.objects.filter(network=role.network_id, reviewed_at=None)
        for look in rows.select_related("plan__network", "network", "membership").order_by("pk"):
            waits.to_review(look)
        proofs = Representative.objects.filter(network=role.network_id, seen_at=None, ended_at=None)
        for row in proofs.select_related("network", "resident", "membership__person"):
            representatives.refresh(row)


def _end_places(member: Any) -> None:
    rows = CircleMember.objects.filter(
        membership=member, state__in=(PlaceState.ASKED, PlaceState.IN)
    ).select_related("membership__person")
    found = {row.plan_id: row for row in rows}
    plans = ResidentPlan.objects.select_for_update(of=("self",)).filter(pk__in=found)
    for plan in plans.select_related("resident", "network").order_by("pk"):
        found[plan.pk].network = plan.network
        circle.end_place(SYSTEM, plan, found[plan.pk])
