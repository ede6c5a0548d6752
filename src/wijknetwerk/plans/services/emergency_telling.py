"""A look in an emergency is told at once: on Vandaag, and by a mail that only says that something
waits (P5). For a resident whom no mail reaches, who is called first or decides for them is told,
and tells them; where there is nobody, the privacy officer does, by letter or by phone (H5)."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from wijknetwerk.core import clock, log, outbox
from wijknetwerk.core.actor import Actor
from wijknetwerk.core.errors import NotFound
from wijknetwerk.notices.services import waiting
from wijknetwerk.plans import access, access_emergency
from wijknetwerk.plans.access import Hand
from wijknetwerk.plans.errors import NotYours
from wijknetwerk.plans.models import EmergencyLook
from wijknetwerk.plans.selectors import emergency_waits
from wijknetwerk.plans.services import waits

if TYPE_CHECKING:
    from wijknetwerk.accounts.models import Person
    from wijknetwerk.networks.models import Network

MAIL = "plans.something_waits"
"""To who may read something of the plan: asked again when it leaves."""
JUDGES = "plans.to_judge"
"""To a privacy officer, for whom no plan opens."""
SYSTEM = Actor.system("plans.emergency")


def opened(look: EmergencyLook) -> None:
    """Say at once that it happened, to who is to hear it and to who judges it; in the transaction
    of the look itself."""
    tell(look)
    waits.to_review(look)
    officers = get_user_model().objects.filter(pk__in=access.officers_for(look))
    for officer in officers.order_by("pk"):
        _mail(officer, look, JUDGES)


def tell(look: EmergencyLook) -> None:
    """Let it wait for the resident, or who tells them, with a mail to each who has an address."""
    waiting.only_for(
        actor=SYSTEM,
        kind=emergency_waits.LOOKED,
        subject=look.uuid,
        wanted=(wanted := emergency_waits.of_look(look)),
    )
    people = get_user_model().objects.filter(pk__in=[one.person_id for one in wanted])
    for person in people.order_by("pk"):
        _mail(person, look)


@transaction.atomic
def heard(*, hand: Hand, look: UUID) -> None:
    """The resident read it; or who hears it for them says that they told it. NotFound, NotAllowed,
    NotYours for who looked themselves."""
    with access.reach(hand.plan):
        hand = access.locked(hand)
        access_emergency.require_tells(hand)
        rows = EmergencyLook.objects.select_for_update(of=("self",)).select_related("membership")
        found = rows.filter(plan=hand.plan, uuid=look).first()
        if found is None:
            raise NotFound
        if found.membership.person_id == hand.actor.own_id:
            raise NotYours
        found.network, found.plan = hand.plan.network, hand.plan
        keep_told(hand.actor, found)


def keep_told(actor: Actor, look: EmergencyLook) -> None:
    """The resident knows now; the caller decided that this one may say so."""
    look.told_at, look.told_by_id = clock.now(), actor.own_id
    look.save(update_fields=["told_at", "told_by"])
    waiting.done_all(kind=emergency_waits.LOOKED, subjects=[look.uuid])
    log.record(actor, "plans.emergency_told", look, client=look.plan.resident.uuid)


def _mail(person: "Person", look: EmergencyLook, purpose: str = MAIL) -> None:
    """That something waits, and where to sign in: no name, no plan, no word of it."""
    network: Network = look.network
    if not access_emergency.is_reached(person):
        return
    outbox.queue(
        purpose=purpose,
        to=person.email or "",
        template="plans/mail/waits.txt",
        context={"network": network.name, "name": person.name},
        language=person.language or "nl",
        person=person.uuid,
        network=network.uuid,
    )
