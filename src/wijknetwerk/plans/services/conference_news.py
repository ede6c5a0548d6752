"""Who is at a conference hears that something is new in the plan; the carer and the resident also
by a mail, once the report is there. The job holds ids and asks the gates again (decision 21)."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from wijknetwerk.accounts.signing_in import actor_of
from wijknetwerk.core import clock, outbox, scope
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.core.jobs import enqueue, job
from wijknetwerk.plans import access, access_conferences
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.models import (
    CircleMember,
    CircleRole,
    Conference,
    ConferenceState,
    PlaceState,
)
from wijknetwerk.plans.services import waits

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person

MAIL = "plans.something_waits"


def soon(hand: Hand, row: Conference) -> None:
    """Ask the worker to tell who may see it; in the transaction of what is new."""
    enqueue(
        tell,
        key=f"{row.uuid}:{row.state}:{row.sequence}",
        conference=str(row.uuid),
        but=str(hand.actor.person_uuid or ""),
    )


@job("plans.conference_news", title=_("Say that something waits in a plan"))
def tell(*, actor: Actor, conference: str, but: str) -> None:
    """Let it wait for everybody for whom this conference opens now, but not for who did it."""
    rows = Conference.objects.select_related("plan__resident", "plan__network")
    row = rows.filter(uuid=UUID(conference)).first()
    if row is None:
        return
    plan = row.plan
    sent = row.state == ConferenceState.SENT
    places = CircleMember.objects.filter(plan=plan, state=PlaceState.IN)
    for place in places.select_related("membership__person").order_by("pk"):
        member = place.membership
        if member is None or str(member.person.uuid) == but or not _sees(member.person, row):
            continue
        if place.news_at is None:
            place.news_at = clock.now()
            place.save(update_fields=["news_at"])
            waits.news(plan, place)
        if sent and place.role == CircleRole.CARER:
            _mail(member.person, row)
    if sent and str(plan.resident.uuid) != but:
        _mail(plan.resident, row)


def _sees(person: "Person", row: Conference) -> bool:
    reader = actor_of(person)
    with scope.acting(reader):
        try:
            access_conferences.seat_for(access.plan_for(reader, row.plan.uuid), row.uuid)
        except NotFound:
            return False
    return True


def _mail(person: "Person", row: Conference) -> None:
    """That something waits, and where to sign in: no name, no plan, no word of it."""
    if not person.email or not person.is_active:
        return
    outbox.queue(
        purpose=MAIL,
        to=person.email,
        template="plans/mail/waits.txt",
        context={"network": row.plan.network.name, "name": person.name},
        language=person.language or "nl",
        person=person.uuid,
        network=row.plan.network.uuid,
    )
