"""'Something is new in a plan', for who may read that part when the job runs. The job holds ids
and no rights: what was allowed when it was queued is not remembered (decision 21)."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.plans import access
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, PlaceState, ResidentPlan
from wijknetwerk.plans.parts import Part
from wijknetwerk.plans.services import waits


def soon(hand: Hand, part: Part) -> None:
    """Ask the worker to tell the circle; in the transaction of what is new."""
    enqueue(
        something_new,
        key=str(hand.plan.uuid),
        plan=str(hand.plan.uuid),
        part=part.value,
        but=str(hand.actor.person_uuid or ""),
    )


@job("plans.something_new", title=_("Say that something waits in a plan"))
def something_new(*, actor: Actor, plan: str, part: str, but: str) -> None:
    """Let it wait for everybody of the circle who may read that part now, but not for who wrote."""
    rows = ResidentPlan.objects.select_related("resident", "network")
    found = rows.filter(uuid=UUID(plan)).first()
    if found is None:
        return
    places = CircleMember.objects.filter(plan=found, state=PlaceState.IN)
    for place in places.select_related("membership__person").order_by("pk"):
        member = place.membership
        if member is None or str(member.person.uuid) == but:
            continue
        reader = actor_of(member.person)
        with scope.acting(reader):
            sees = access.may(reader, found, Part(part))
        if sees and place.news_at is None:
            place.news_at = clock.now()
            place.save(update_fields=["news_at"])
            waits.news(found, place)


def seen(*, hand: Hand) -> None:
    """Somebody of the circle says that they read it: it waits for them no longer."""
    mine = [place.uuid for place in hand.known.places]
    CircleMember.objects.filter(uuid__in=mine).update(news_at=None)
    waits.news_seen(mine)
