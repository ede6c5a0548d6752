"""For whom a look in an emergency waits: who is to hear of it, and who judges it."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db.models import F, Q

from wijknetwerk.core.registries import Wanted
from wijknetwerk.plans import access, access_emergency
from wijknetwerk.plans.models import EmergencyLook

LOOKED = "plans.looked"
"""The resident, or who tells them: somebody looked in an emergency, or it was judged."""


def unheard() -> Q:
    """Looks of which the resident didn't hear all there is: that it was, or what came of it."""
    return Q(told_at=None) | Q(reviewed_at__isnull=False, told_at__lt=F("reviewed_at"))


def of_look(look: EmergencyLook) -> list[Wanted]:
    """Who is to hear of it: the resident, and for whom no mail reaches, who tells them."""
    rows = EmergencyLook.objects.filter(unheard(), pk=look.pk)
    if look.network.stopped_on is not None or not rows.exists():
        return []
    plan = look.plan
    people = [plan.resident] if access.signs_in(plan.resident) else []
    people += access_emergency.tellers(plan, but=look.membership.person_id)
    return [
        Wanted(
            person_id=one.pk,
            subject=look.uuid,
            network=look.network.uuid,
            place={"uuid": str(plan.uuid)},
        )
        for one in people
    ]


def wanted() -> Iterator[Wanted]:
    """Everything that should wait for who hears of a look now."""
    rows = EmergencyLook.objects.filter(unheard(), network__stopped_on=None)
    rows = rows.select_related("plan__network", "plan__resident", "network", "membership")
    for look in rows.order_by("pk"):
        yield from of_look(look)


def still(subjects: Collection[UUID]) -> Collection[UUID]:
    """Which of these looks somebody is still to hear of."""
    return {one.subject for one in wanted() if one.subject in subjects}
