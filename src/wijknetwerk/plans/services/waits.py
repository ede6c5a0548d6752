"""What waits because of plans: one sentence, 'Something waits in a plan', and nothing beside it."""

from collections.abc import Iterable
from uuid import UUID

from wijknetwerk.core.actor import Actor
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans.models import CircleMember, EmergencyLook, ResidentPlan
from wijknetwerk.plans.selectors import emergency_waits, waits

SYSTEM = Actor.system("plans.waits")


def news(plan: ResidentPlan, place: CircleMember) -> None:
    """Something is new, for one of the circle."""
    for one in waits.of_place(plan, place):
        waiting.wait(actor=SYSTEM, kind=waits.NEWS, wanted=one)


def news_seen(places: Iterable[UUID]) -> None:
    """It was read, or opens no more."""
    waiting.done_all(kind=waits.NEWS, subjects=list(places))


def for_resident(plan: ResidentPlan) -> None:
    """Somebody asks the resident something."""
    wanted = waits.of_resident(plan)
    waiting.only_for(actor=SYSTEM, kind=waits.ASKED, subject=plan.uuid, wanted=wanted)


def to_review(look: EmergencyLook) -> None:
    """A look in an emergency waits for who reviews it, and for nobody once that is done."""
    wanted = waits.of_look(look)
    waiting.only_for(actor=SYSTEM, kind=waits.REVIEW, subject=look.uuid, wanted=wanted)


def gone(plan: ResidentPlan) -> None:
    """A plan is erased: nothing of it waits for anybody."""
    waiting.done_all(kind=waits.ASKED, subjects=[plan.uuid])
    looks = EmergencyLook.objects.filter(plan=plan).values_list("uuid", flat=True)
    for kind in (waits.REVIEW, emergency_waits.LOOKED):
        waiting.done_all(kind=kind, subjects=list(looks))
