"""'Something waits in a plan' for one thing: for who may read that very thing when the job runs.
The job holds ids and no rights (decision 21)."""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.plans import access, access_carer, access_rest
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import CircleMember, PlaceState, ResidentPlan
from wijknetwerk.plans.services import waits

MESSAGE, DOCUMENT, CARER = "message", "document", "carer"


def _message(hand: Hand, thing: UUID) -> bool:
    return access_rest.messages(hand).filter(uuid=thing).exists()


def _document(hand: Hand, thing: UUID) -> bool:
    return access_rest.documents(hand).filter(uuid=thing).exists()


def _carer(hand: Hand, thing: UUID) -> bool:
    return access_carer.shown_to(hand).filter(uuid=thing).exists()


SEES: dict[str, Callable[[Hand, UUID], bool]] = {
    MESSAGE: _message,
    DOCUMENT: _document,
    CARER: _carer,
}


def soon(hand: Hand, kind: str, thing: UUID) -> None:
    """Ask the worker to tell; in the transaction of what is new."""
    ask(hand.plan.uuid, kind, thing, hand.actor)


def ask(plan: UUID, kind: str, thing: UUID, actor: Actor) -> None:
    """The same without a plan in one's hand."""
    enqueue(
        one_thing_new,
        key=f"{kind}:{thing}",
        plan=str(plan),
        kind=kind,
        thing=str(thing),
        but=str(actor.person_uuid or ""),
    )


@job("plans.one_thing_new", title=_("Say that something waits in a plan"))
def one_thing_new(*, actor: Actor, plan: str, kind: str, thing: str, but: str) -> None:
    """Let it wait for who of the circle may read it now, but not for who wrote it."""
    rows = ResidentPlan.objects.select_related("resident", "network")
    found = rows.filter(uuid=UUID(plan)).first()
    if found is None:
        return
    places = CircleMember.objects.filter(plan=found, state=PlaceState.IN, news_at=None)
    for place in places.select_related("membership__person").order_by("pk"):
        member = place.membership
        if member is None or str(member.person.uuid) == but:
            continue
        if _sees(actor_of(member.person), found, kind, UUID(thing)):
            place.news_at = clock.now()
            place.save(update_fields=["news_at"])
            waits.news(found, place)


def _sees(reader: Actor, plan: ResidentPlan, kind: str, thing: UUID) -> bool:
    with scope.acting(reader):
        try:
            hand = access.plan_for(reader, plan.uuid)
        except NotFound:
            return False
        return SEES[kind](hand, thing)
